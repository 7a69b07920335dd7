"""By what each learner earns an award: the criteria of the edition they joined under."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from certificates.models import Award
from certificates.requirements import NAME, codes_of
from courses.models import Edition, Enrolment, Terms


@dataclass(frozen=True)
class Criteria:
    """An award with the codes of the steps that earn it and the years it is valid, as one edition has them."""

    award: Award
    codes: tuple[str, ...]
    valid_years: int | None


def edition_of(enrolment: Enrolment) -> Edition | None:
    """Return the edition an enrolment is held to, None where it goes by the present; one query."""
    return Edition.objects.filter(terms__enrolment=enrolment.pk).first()


def criteria_in(edition: Edition | None, awards: Iterable[Award]) -> list[Criteria]:
    """Return the criteria of an edition for these awards of its programme, fetched with their steps.

    An award that came later is for those who join later. An edition without any award was made before there was one:
    then, and without an edition, those of the present hold.
    """
    kept: dict[str, Any] = (edition.parts.get(NAME) if edition else None) or {}
    if not kept:
        return [Criteria(one, tuple(codes_of(one)), one.valid_years) for one in awards]
    return [
        Criteria(one, tuple(kept[one.slug]["steps"]), kept[one.slug]["valid_years"])
        for one in awards
        if one.slug in kept
    ]


def criteria_of(enrolment: Enrolment) -> list[Criteria]:
    """Return by what a learner earns the awards of a programme; three queries."""
    awards = Award.objects.filter(programme=enrolment.programme_id).prefetch_related("steps", "texts")
    return criteria_in(edition_of(enrolment), awards)


def criteria_by_enrolment(enrolments: Sequence[UUID]) -> dict[UUID, list[Criteria]]:
    """Return the same for several enrolments; four queries."""
    rows = Enrolment.objects.filter(pk__in=enrolments).values_list("pk", "programme_id")
    held = Terms.objects.filter(enrolment__in=enrolments).select_related("edition")
    editions = {one.enrolment_id: one.edition for one in held}
    programmes = dict(rows)
    awards: dict[int, list[Award]] = {}
    for award in Award.objects.filter(programme__in=set(programmes.values())).prefetch_related("steps"):
        awards.setdefault(award.programme_id, []).append(award)
    return {pk: criteria_in(editions.get(pk), awards.get(programme, [])) for pk, programme in programmes.items()}
