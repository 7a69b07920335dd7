"""Second factors: allauth's pages, with what we ask besides."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.totp.views import activate_totp as allauth_activate_app
from allauth.mfa.webauthn.internal.auth import begin_registration
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from people.factors import kinds_of
from people.shared import is_shared

View = Callable[..., HttpResponse]


def on_own_device(view: View) -> View:
    """Refuse to set up a second factor on a device that others use: it would be theirs as well."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated and is_shared(request):
            messages.error(
                request,
                _("Other people use this device too, so nothing can be set up here. Do it on a phone of your own."),
            )
            return redirect("mfa_index")
        return view(request, *args, **kwargs)

    return guarded


class AddPasskeyView(AddWebAuthnView):
    """Adds a passkey that can sign in alone: the device has to ask for a finger, a face or a PIN."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the device is asked for, instead of a key that works without a PIN."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["js_data"] = {"creation_options": begin_registration(self.request.user, passwordless=True)}
        return context


class RemovePasskeyView(RemoveWebAuthnView):
    """Removes a passkey, unless it is the only second factor of a member of staff."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Remove it, or say why not."""
        if not get_adapter().can_delete_authenticator(self.object):
            messages.error(self.request, get_adapter().error_messages["cannot_delete_authenticator"])
            return redirect("mfa_index")
        response: HttpResponse = super().form_valid(form)
        return response


class AskFactorView(AuthenticateView):
    """Asks for the second factor on the way in."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add which kinds the account has, so that the page asks for those alone."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"kinds": kinds_of(self.stage.login.user)}


activate_app = on_own_device(allauth_activate_app)
add_passkey = on_own_device(AddPasskeyView.as_view())
remove_passkey = RemovePasskeyView.as_view()
ask_factor = AskFactorView.as_view()
