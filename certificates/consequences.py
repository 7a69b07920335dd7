"""What a regrade changes for certificates. One that was issued stands: its terms were frozen with it."""

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from assessments.consequences import Consequence, PassChange, register
from certificates.criteria import criteria_by_enrolment
from certificates.eligibility import missing_steps
from certificates.models import Certificate
from courses.models import Completion, Step


def certificates_of(changes: Sequence[PassChange]) -> Counter[Consequence]:
    """Count certificates that become due, and those that stand although a mark is no longer reached; seven queries."""
    codes = dict(Step.objects.filter(pk__in={one.step for one in changes}).values_list("pk", "code"))
    criteria = criteria_by_enrolment([one.enrolment for one in changes])
    held = set(Certificate.objects.filter(learner__in={one.learner for one in changes}).values_list("learner", "award"))
    done = _done(changes, codes)
    touched = [
        (one, wanted)
        for one in changes
        for wanted in criteria.get(one.enrolment, [])
        if codes.get(one.step) in wanted.codes
    ]
    due = {
        (one.enrolment, wanted.award.pk): one
        for one, wanted in touched
        if one.passes
        and (one.learner, wanted.award.pk) not in held
        and not missing_steps(wanted.codes, done[one.enrolment])
    }
    standing = {
        (one.learner, wanted.award.pk): one
        for one, wanted in touched
        if not one.passes and (one.learner, wanted.award.pk) in held
    }
    return Counter(
        [Consequence(_("Certificates that become due"), one.is_protected) for one in due.values()]
        + [
            Consequence(_("Certificates that stand although the mark is no longer reached"), one.is_protected)
            for one in standing.values()
        ]
    )


def _done(changes: Sequence[PassChange], codes: dict[int, str]) -> dict[UUID, set[str]]:
    """Return the codes of the steps done by enrolment, with those that are passed by the change."""
    found: dict[UUID, set[str]] = {one.enrolment: set() for one in changes}
    rows = Completion.objects.filter(enrolment__in=found).values_list("enrolment", "step__code")
    for enrolment, code in [*rows, *((one.enrolment, codes[one.step]) for one in changes if one.passes)]:
        found[enrolment].add(code)
    return found


register("certificates", certificates_of)
