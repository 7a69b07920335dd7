"""The way back in with a recovery code, or with a card that a trainer made."""

from allauth.account.utils import perform_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from people.actions import recover
from people.forms import RecoveryForm
from people.limits import allowed, tries_key
from people.models import User
from people.shared import is_shared_device


@never_cache
@sensitive_post_parameters("password", "code")
def recovery(request: HttpRequest) -> HttpResponse:
    """Let somebody in who holds a recovery code or a card; the answer to a wrong one never says which part was wrong.

    A code stands for a forgotten password alone: whoever set up a second factor is asked for it now.
    """
    form = RecoveryForm(request.POST or None)
    if is_shared_device(request):
        form.fields["password"].widget.attrs["autocomplete"] = "off"
    if request.method != "POST" or not form.is_valid():
        return render(request, "people/recovery.html", {"form": form}, status=422 if form.errors else 200)
    if not allowed(request, "recover", key=tries_key(request, form.cleaned_data["handle"])):
        form.add_error(None, _("Too many tries for this name. Wait five minutes, then try again."))
        return render(request, "people/recovery.html", {"form": form}, status=429)
    user: User | None = recover(**form.cleaned_data, on=timezone.localdate())
    if user is None:
        form.add_error(
            None,
            _("This name and this code do not belong together, or the code was used or has expired. Try another code."),
        )
        return render(request, "people/recovery.html", {"form": form}, status=422)
    response: HttpResponse = perform_login(request, user)
    return response
