"""Erasing one's own account: what goes and what stays is said first; then it is done at once, for good."""

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from people.erasure import LastAdministratorError, erase
from people.forms import EraseForm
from people.limits import allowed
from people.models import User


@sensitive_post_parameters("password")
@login_required
def erase_account(request: HttpRequest) -> HttpResponse:
    """Ask for the password and a tick, then erase the account and everything this browser keeps of it."""
    form = EraseForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "people/erase.html", {"form": form}, status=422 if form.errors else 200)
    if not allowed(request, "erase", key=str(request.user.pk)):
        form.add_error(None, _("Too many tries. Wait five minutes, then try again."))
        return render(request, "people/erase.html", {"form": form}, status=429)
    user = User.objects.get(pk=request.user.pk)
    if not user.check_password(form.cleaned_data["password"]):
        form.add_error("password", _("This is not your password. Nothing was deleted; type it again."))
        return render(request, "people/erase.html", {"form": form}, status=422)
    try:
        erase(user)
    except LastAdministratorError:
        form.add_error(None, _("You are the only administrator. Make another one first, then delete this account."))
        return render(request, "people/erase.html", {"form": form}, status=409)
    logout(request)
    response = render(request, "people/erased.html")
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
