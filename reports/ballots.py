"""What blind ballots say, as figures that may be shown. They are unpaired: different people may have answered each time.

Behaviour is nobody's business, so the rules of protected people hold for every audience: nothing on fewer than ten
ballots, numbers rounded to 5, few and nearly all only as bounds (docs/rules/ballots.md).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from assessments.models import Ballot
from courses.models import Programme
from reports.choices import Population
from reports.disclosure import PublishedFigure, RawFigure, publish_figure


@dataclass(frozen=True)
class BallotLine:
    """One question in one wave of one audience: the share of each answer among the ballots that answered it."""

    audience: str
    wave: str
    question: str
    shares: dict[str, PublishedFigure]


def ballot_lines(programme: Programme, population: Population, *, without: Iterable[str] = ()) -> list[BallotLine]:
    """Return what the stored ballots of a programme say, without the privacy classes in `without`; one query."""
    ballots = Ballot.objects.filter(
        test__step__programme=programme, cohort__is_synthetic=population == Population.SYNTHETIC
    ).exclude(cohort__audience__privacy_class__in=list(without))
    rows = ballots.order_by("cohort__audience__position", "test__step__sort_order", "question__code", "answer")
    counted = rows.values_list("cohort__audience__code", "test__wave", "question__code", "answer").annotate(Count("pk"))
    found: dict[tuple[str, str, str], dict[str, int]] = defaultdict(dict)
    for audience, wave, question, answer, count in counted:
        found[audience, wave, question][answer] = count
    return [BallotLine(*key, shares=published(counts)) for key, counts in found.items()]


def published(counts: dict[str, int]) -> dict[str, PublishedFigure]:
    """Return the share of each answer through the gate, as of protected people whoever they are."""
    n = sum(counts.values())
    return {
        answer: publish_figure(RawFigure("share", "protected", n, successes=count)) for answer, count in counts.items()
    }
