"""How one signs in: the page that shows it, a new password, and signing out everywhere else."""

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from people.factors import APP, PASSKEY
from people.limits import allowed
from people.models import Session
from people.shared import is_shared
from people.sign_in import PasswordForm
from people.ways_out import change_password, end_other_stays


@login_required
@never_cache
def security(request: HttpRequest) -> HttpResponse:
    """Show one's ways in, and where else one is signed in."""
    factors = list(Authenticator.objects.filter(user=request.user, type__in=(APP, PASSKEY)).order_by("pk"))
    stays = Session.objects.filter(user=request.user, expire_date__gt=timezone.now())
    context = {
        "has_app": any(one.type == APP for one in factors),
        "passkeys": [one for one in factors if one.type == PASSKEY],
        "others": stays.exclude(session_key=request.session.session_key).count(),
        "is_shared": is_shared(request),
    }
    return render(request, "people/security.html", context)


@login_required
@never_cache
@sensitive_post_parameters("current", "password")
def password(request: HttpRequest) -> HttpResponse:
    """Take a new password from somebody who knows the present one; every other stay ends, this one goes on."""
    shared = is_shared(request)
    form = PasswordForm(request.user, request.POST or None, shared=shared)
    if request.method == "POST" and not allowed(request, "change_password"):
        context = {"form": PasswordForm(request.user, shared=shared), "waits": True}
        return render(request, "people/password.html", context, status=429)
    if request.method != "POST" or not form.is_valid():
        return render(request, "people/password.html", {"form": form}, status=422 if form.errors else 200)
    change_password(request.user, form.cleaned_data["password"], request.session.session_key)
    update_session_auth_hash(request, request.user)
    messages.success(request, _("The new password holds from now on. Everywhere else you are signed out."))
    return redirect("mfa_index")


@login_required
@require_POST
def sign_out_elsewhere(request: HttpRequest) -> HttpResponse:
    """End every other stay of the account."""
    ended = end_other_stays(request.user, request.session.session_key)
    messages.success(
        request,
        ngettext("You are signed out in %(count)s other place.", "You are signed out in %(count)s other places.", ended)
        % {"count": ended},
    )
    return redirect("mfa_index")
