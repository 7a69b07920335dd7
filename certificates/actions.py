"""What can be done about certificates: issue the right, make a version of the sheet."""

import datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction

from certificates.codes import derive_code, digest_code, digest_name
from certificates.criteria import criteria_of, edition_of
from certificates.eligibility import missing_steps
from certificates.models import Award, Certificate, CertificateVersion
from courses.models import Enrolment
from courses.plans import steps_of
from courses.published import published


def issue_due(enrolment: Enrolment) -> list[Certificate]:
    """Issue every award this learner has earned and does not hold; return what was issued now.

    Exactly once, however often it is called: a unique constraint over learner and award decides.
    """
    done = dict(enrolment.completions.values_list("step__code", "completed_on"))
    earned = [one for one in criteria_of(enrolment) if not missing_steps(one.codes, done.keys())]
    held = set(Certificate.objects.filter(learner=enrolment.learner_id).values_list("award", flat=True))
    due = [one for one in earned if one.award.pk not in held]
    if not due:
        return []
    record = {"edition": edition_record(enrolment), "published": published_record(enrolment)}
    kinds = {step.code: step.kind for step in steps_of(enrolment)}
    issued = []
    for one in due:
        steps = [{"code": code, "kind": kinds.get(code, "")} for code in one.codes]
        terms = {"award": one.award.slug, "steps": steps, "valid_years": one.valid_years} | record
        made = _issue(enrolment, one.award, terms, max(done[code] for code in one.codes))
        issued += [made] if made else []
    return issued


def edition_record(enrolment: Enrolment) -> dict[str, Any] | None:
    """Return number, day and digest of the edition an enrolment is held to, None where it has none."""
    edition = edition_of(enrolment)
    if edition is None:
        return None
    return {"number": edition.number, "made_on": edition.made_on.isoformat(), "digest": edition.digest}


def published_record(enrolment: Enrolment) -> dict[str, Any]:
    """Return the day on which the texts the learner was taught with were last published, and their digest."""
    found = published(steps_of(enrolment))
    return {"on": found.on.isoformat() if found.on else None, "digest": found.digest}


def _issue(enrolment: Enrolment, award: Award, terms: dict[str, Any], on: datetime.date) -> Certificate | None:
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
