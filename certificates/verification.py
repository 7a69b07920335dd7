"""The public answer to a code: valid or unknown, and nothing else."""

import datetime
import uuid
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Max

from certificates.codes import digest_code, digest_name, normalise_code
from certificates.models import Certificate, CertificateState, CertificateVersion
from courses.progress import add_months

_NOBODY = uuid.UUID(int=0)


@dataclass(frozen=True)
class Verification:
    """The answer; `name_matches` is None where no name was typed or the code is unknown."""

    is_valid: bool
    name_matches: bool | None = None


def verify(typed: str, name: str = "", *, on: datetime.date) -> Verification:
    """Answer for a typed code on a day. A code that is not even well formed is looked for all the same: one shape, one time."""
    key = settings.CODE_KEY.encode()
    code = normalise_code(typed) or "0" * 24
    found = (
        CertificateVersion.objects.filter(code_digest=digest_code(key, code))
        .select_related("certificate__award")
        .annotate(newest=Max("certificate__versions__number"))
        .first()
    )
    # A name is digested in either case, so that the time of an answer says nothing.
    digest = digest_name(key, name, found.certificate_id if found else _NOBODY)
    if found is None or found.number != found.newest or not stands(found.certificate, on):
        return Verification(False)
    return Verification(True, digest == found.name_digest if name.strip() else None)


def stands(certificate: Certificate, on: datetime.date) -> bool:
    """Tell whether a right stands on a day: issued, and not past the month printed as the last one."""
    years = certificate.valid_years
    is_past = years is not None and add_months(certificate.issued_in, 12 * years + 1) <= on
    return certificate.state == CertificateState.ISSUED and not is_past
