"""What can be done about certificates: issue the right, make a version of the sheet."""

import datetime

from django.conf import settings
from django.db import IntegrityError, transaction

from certificates.codes import derive_code, digest_code, digest_name
from certificates.eligibility import missing_steps
from certificates.models import Award, Certificate, CertificateVersion
from courses.models import Enrolment


def issue_due(enrolment: Enrolment) -> list[Certificate]:
    """Issue every award this learner has earned and does not hold; return what was issued now.

    Exactly once, however often it is called: a unique constraint over learner and award decides.
    """
    done = dict(enrolment.completions.values_list("step__code", "completed_on"))
    issued = []
    for award in Award.objects.filter(programme=enrolment.programme_id).prefetch_related("steps"):
        steps = sorted(award.steps.all(), key=lambda step: step.sort_order or 0)
        if missing_steps([step.code for step in steps], done.keys()):
            continue
        terms = {"award": award.slug, "steps": [{"code": step.code, "kind": step.kind} for step in steps]}
        earned_on = max(done[step.code] for step in steps)
        made = _issue(enrolment, award, terms, earned_on)
        issued += [made] if made else []
    return issued


def _issue(enrolment: Enrolment, award: Award, terms: dict, on: datetime.date) -> Certificate | None:
    try:
        with transaction.atomic():
            return Certificate.objects.create(
                learner_id=enrolment.learner_id, award=award, issued_in=on.replace(day=1), terms=terms
            )
    except IntegrityError:
        return None


def make_version(certificate: Certificate, name: str) -> str:
    """Return the code for a sheet with this name: the present one for the same name, a new one for another.

    Kept are two keyed digests; the name itself is never written anywhere.
    """
    key = settings.CODE_KEY.encode()
    digest = digest_name(key, name, certificate.pk)
    with transaction.atomic():
        Certificate.objects.select_for_update().get(pk=certificate.pk)
        latest = certificate.versions.order_by("-number").first()
        if latest is not None and latest.name_digest == digest:
            return derive_code(key, certificate.pk, latest.number)
        number = latest.number + 1 if latest else 1
        code = derive_code(key, certificate.pk, number)
        CertificateVersion.objects.create(
            certificate=certificate, number=number, code_digest=digest_code(key, code), name_digest=digest
        )
        return code
