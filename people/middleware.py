"""What holds for every request: a second factor at staff doors, nothing of a person's pages kept."""

from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from csp.decorators import csp
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

Handler = Callable[[HttpRequest], HttpResponse]
STAFF_PREFIX = "/cms/"


class SecondFactorMiddleware:
    """Lets no staff through a staff door on a password alone: the staff interface, and views marked `staff_door`."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Refuse learners, and send staff without a second factor in this session to give or make one."""
        if not request.path.startswith(STAFF_PREFIX) or not request.user.is_authenticated:
            return self.get_response(request)
        if not request.user.is_staff:
            raise PermissionDenied
        return self.demand(request) or self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: list, kwargs: dict
    ) -> HttpResponse | None:
        """Hold the same for views outside the staff interface that show other people."""
        is_door = getattr(view, "is_staff_door", False)
        return self.demand(request) if is_door and request.user.is_authenticated and request.user.is_staff else None

    def demand(self, request: HttpRequest) -> HttpResponse | None:
        """Return the way to give or make a second factor, None where this session has one."""
        if any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user)):
            return None
        if Authenticator.objects.filter(user=request.user, type=Authenticator.Type.TOTP).exists():
            return redirect(f"{reverse('mfa_reauthenticate')}?next={request.path}")
        messages.info(request, _("Staff sign in with a second factor. Set it up once, then go on."))
        return redirect("mfa_activate_totp")


class StaffPolicyMiddleware:
    """Gives the staff interface a content security policy of its own: Wagtail's pages break the strict one."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        self.policed = csp(settings.STAFF_CONTENT_SECURITY_POLICY)(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Tell django-csp, which stands outside, which policy to write."""
        return self.policed(request) if request.path.startswith(STAFF_PREFIX) else self.get_response(request)


class PrivatePagesMiddleware:
    """Marks every page of a signed-in person so that no browser or proxy keeps it."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add `no-store` to answers given to somebody who signed in."""
        response = self.get_response(request)
        user = getattr(request, "user", None)
        if user is not None and request.session.accessed and user.is_authenticated:
            add_never_cache_headers(response)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response
