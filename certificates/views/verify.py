"""Anyone can check a certificate, and learn nothing else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from certificates.codes import format_code, normalise_code
from certificates.forms import VerifyForm
from certificates.verification import verify as answer
from people.limits import allowed


@never_cache
@sensitive_post_parameters("code", "name")
def verify(request: HttpRequest) -> HttpResponse:
    """Answer a code sent by POST; the address never carries it."""
    form = VerifyForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "certificates/verify.html", {"form": form}, status=422 if form.errors else 200)
    if not allowed(request, "verify", key="everyone"):
        form.add_error(None, _("Many codes are being checked just now. Wait a minute, then check again."))
        return render(request, "certificates/verify.html", {"form": form}, status=429)
    typed = form.cleaned_data["code"]
    well_formed = normalise_code(typed)
    context = {
        "form": VerifyForm(),
        "verification": answer(typed, form.cleaned_data["name"], on=timezone.localdate()),
        "code": format_code(well_formed) if well_formed else typed[:40],
        "is_well_formed": well_formed is not None,
    }
    return render(request, "certificates/verify.html", context)
