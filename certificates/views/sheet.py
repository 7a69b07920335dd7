"""The holder's page of one certificate: type a name, get the sheet."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from certificates.actions import make_version
from certificates.forms import SheetForm
from certificates.models import Certificate
from certificates.records import record_in
from certificates.rendering import render_pdf
from certificates.sheets import sheet_of


@login_required
def certificate(request: HttpRequest, certificate_id: UUID) -> HttpResponse:
    """Ask for a name, then answer with the PDF, made in this request and kept nowhere."""
    held = Certificate.objects.filter(learner=request.user).select_related("award__programme")
    found = get_object_or_404(held, pk=certificate_id)
    form = SheetForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        text = text_in(found, get_language() or "en")
        context = {"certificate": found, "form": form, "text": text, "record": record_in(found.terms)}
        return render(request, "certificates/certificate.html", context, status=422 if form.errors else 200)
    name = form.cleaned_data["name"]
    code = make_version(found, name)
    pdf = render_pdf(sheet_of(found, name, code, get_language() or "en"), settings.FONTS_ROOT)
    response = HttpResponse(pdf, content_type="application/pdf")
    response.headers["Content-Disposition"] = 'attachment; filename="certificate.pdf"'
    return response


def text_in(certificate: Certificate, language: str):
    """Return the award's text in a language, English where there is none."""
    texts = {text.language: text for text in certificate.award.texts.all()}
    return texts.get(language) or texts["en"]
