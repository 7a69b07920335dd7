"""What holds for every request: known methods, stays that end, a second factor at staff doors, nothing kept."""

import time
from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from csp.decorators import csp
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from people.factors import APP, PASSKEY, kinds_of
from people.models.sessions import STAFF_SINCE
from people.shared import is_over, keep_alive
from people.turns import TOO_MANY

Handler = Callable[[HttpRequest], HttpResponse]
STAFF_PREFIX = "/cms/"
METHODS = ("GET", "HEAD", "POST")
STAFF_SEEN = "staff_seen"
CROWD_SECONDS = "10"
SEEN_EVERY = 5 * 60  # seconds: so seldom is the last visit written, and so much earlier may the idle time end


class KnownMethodsMiddleware:
    """Answers 405 to the methods no page of ours takes; a view would take each of them for a GET.

    The staff interface has views of its packages that take more, and refuses the rest by itself.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Refuse before anything is looked up."""
        if request.method not in METHODS and not request.path.startswith(STAFF_PREFIX):
            return HttpResponseNotAllowed(METHODS)
        return self.get_response(request)


class CrowdMiddleware:
    """Tells whoever comes to sign in while too many wait for it already to come again in a moment.

    Before anything is counted: that it is full is nobody's wrong try.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Refuse in a sentence, in the reader's language."""
        if TOO_MANY not in request.META:
            return self.get_response(request)
        response = render(None, "people/crowd.html", status=503)
        response["Retry-After"] = CROWD_SECONDS
        return response


class StayMiddleware:
    """Ends stays: of staff after hours or idle minutes, of anybody on a shared device after idle minutes."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Sign out whose stay is over and say why; whoever then needs an account is asked to sign in, and goes on."""
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.session.get(SESSION_KEY):
            reason = self.why_over(request)
            if reason:
                logout(request)
                messages.info(request, reason)
        response = self.get_response(request)
        if request.session.accessed and request.session.get(SESSION_KEY):
            keep_alive(request)
            self.stamp(request)
        return response

    def why_over(self, request: HttpRequest) -> str:
        """Return the sentence that says why this stay is over, empty where it is not."""
        session, now = request.session, time.time()
        if is_over(request):
            return _("Nobody did anything here for a while, so we signed you out: other people use this device too.")
        if STAFF_SINCE not in session or not request.user.is_staff:
            return ""
        if now - session[STAFF_SINCE] > settings.STAFF_SESSION_HOURS * 3600:
            return _("For safety staff sign in again each working day. Sign in, and you go on where you were.")
        if now - session.get(STAFF_SEEN, now) > settings.STAFF_IDLE_MINUTES * 60:
            return _("You did nothing for a while, so we signed you out. Sign in, and you go on where you were.")
        return ""

    def stamp(self, request: HttpRequest) -> None:
        """Write down when a member of staff came, and now and then that they are still here."""
        session, now = request.session, int(time.time())
        if request.user.is_staff:
            session.setdefault(STAFF_SINCE, now)
            if now - session.get(STAFF_SEEN, 0) >= SEEN_EVERY:
                session[STAFF_SEEN] = now


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
        kinds = kinds_of(request.user)
        for kind, way in ((APP, "mfa_reauthenticate"), (PASSKEY, "mfa_reauthenticate_webauthn")):
            if kind in kinds:
                return redirect_to_login(request.path, way)
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
        # A view that brings a policy of its own (Wagtail's, for documents) forgets to say who may frame it.
        policy = response.headers.get("Content-Security-Policy", "")
        if policy and "frame-ancestors" not in policy:
            response.headers["Content-Security-Policy"] = f"{policy}; frame-ancestors 'none'"
        return response
