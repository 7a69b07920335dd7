"""From a certificate to the facts of its sheet."""

from django.conf import settings
from django.urls import reverse

from certificates.codes import format_code
from certificates.models import Certificate
from certificates.rendering import Sheet


def sheet_of(certificate: Certificate, name: str, code: str, language: str) -> Sheet:
    """Return what is printed: the holder's language first, English second; nothing of audience, cohort, score or place."""
    texts = {text.language: text for text in certificate.award.texts.all()}
    first = language if language in texts else "en"
    languages = (first,) if first == "en" else (first, "en")
    issued = certificate.issued_in
    years = certificate.valid_years
    check_url = settings.WAGTAILADMIN_BASE_URL + reverse("verify")
    return Sheet(
        name=name,
        languages=languages,
        title={one: texts[one].title for one in languages},
        statement={one: texts[one].statement for one in languages},
        issued=f"{issued.year} · {issued.month:02}",
        valid_until=f"{issued.year + years} · {issued.month:02}" if years else None,
        issuer={one: settings.ISSUER_NAMES.get(one, settings.ISSUER_NAMES["en"]) for one in languages},
        code=format_code(code),
        check_url=check_url,
        qr_url=f"{check_url}#{code}",
    )
