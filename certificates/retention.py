"""How long a certificate can be checked: until it has run out, and some months more."""

import datetime

from django.conf import settings

from certificates.models import Certificate
from courses.progress import add_months


def forget_certificates(on: datetime.date) -> int:
    """Delete certificates, with the digests of their sheets, that ran out so many months ago; return how many."""
    gone = 0
    limited = Certificate.objects.filter(award__valid_years__isnull=False).select_related("award")
    for certificate in limited.iterator():
        months = 12 * certificate.award.valid_years + 1 + settings.RETENTION["CERTIFICATE_MONTHS"]
        if add_months(certificate.issued_in, months) <= on:
            certificate.delete()
            gone += 1
    return gone
