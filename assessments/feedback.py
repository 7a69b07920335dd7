"""What a learner is told of a sitting that has ended, and when; and each question with its reason, where that is allowed."""

import datetime
from dataclasses import dataclass
from enum import Enum, auto

from assessments.actions import graded_items
from assessments.choices import DONT_KNOW, Feedback, SittingState, Timing
from assessments.definitions import options_of
from assessments.grading import Answer, GradedItem, points_of, standing_answers
from assessments.item_types import TYPES, Words
from assessments.models import Item, Sitting
from assessments.papers import Place, paper_of, standing_wording
from courses.plans import closing_days


class Told(Enum):
    """How much a learner is told."""

    NOTHING = auto()
    TOPICS = auto()
    ANSWERS = auto()


@dataclass(frozen=True)
class Telling:
    """How much is told of a sitting; NOTHING until a day, after which the points are shown."""

    told: Told
    until: datetime.date | None = None
    # The questions wait: another test of the same instrument is under way, and it may ask one of them again.
    is_held_back: bool = False


def telling(sitting: Sitting, on: datetime.date) -> Telling:
    """Say how much of a submitted sitting is told on a day; up to two queries."""
    feedback = sitting.test.feedback
    if feedback == Feedback.NONE_UNTIL_CLOSED:
        seen_from = sitting.submitted_on or on
        closes_on = closing_days(sitting.enrolment, seen_from).get(sitting.test.step.code)
        return Telling(Told.NOTHING, closes_on) if closes_on and on <= closes_on else Telling(Told.TOPICS)
    if feedback == Feedback.TOPICS:
        return Telling(Told.TOPICS)
    others = Sitting.objects.filter(enrolment=sitting.enrolment_id, form__instrument=sitting.form.instrument_id)
    is_held_back = others.filter(state=SittingState.OPEN).exists()
    return Telling(Told.TOPICS if is_held_back else Told.ANSWERS, is_held_back=is_held_back)


@dataclass(frozen=True)
class Review:
    """One question, looked back at: what was answered, what is right, why. `points` is None where it does not count."""

    position: int
    stem: str
    language: str
    said: str
    is_unknown: bool
    solution: str
    rationale: str
    points: int | None
    max_points: int

    @property
    def is_right(self) -> bool:
        """Tell whether all its points were given."""
        return self.points == self.max_points


def reviews(sitting: Sitting, language: str) -> list[Review]:
    """Return every question of a sitting in its order; four queries. Empty once the answers are no longer kept."""
    kept = sitting.responses.all() if sitting.late_accepted else sitting.responses.exclude(timing=Timing.LATE)
    answers = standing_answers(Answer(*row) for row in kept.values_list("item_id", "answer", "sequence"))
    if not answers:
        return []
    graded = {one.item: one for one in graded_items(sitting)}
    items = Item.objects.filter(pk__in=list(graded)).select_related("question").prefetch_related("question__wordings")
    by_id = {item.pk: item for item in items}
    return [
        _review(sitting, position, by_id[pk], graded[pk], answers.get(pk, ""), language)
        for position, pk in enumerate(paper_of(sitting), 1)
        if pk in by_id
    ]


def review_at_once(sitting: Sitting, place: Place, language: str) -> Review | None:
    """Return the review of one answer of an open self-check, None where nothing is told yet; four queries at most."""
    if sitting.test.feedback != Feedback.IMMEDIATE or not place.answer:
        return None
    graded = next((one for one in graded_items(sitting) if one.item == place.item), None)
    if graded is None:
        return None
    item = Item.objects.select_related("question").get(pk=place.item)
    return _review(sitting, place.position, item, graded, place.answer, language)


def _review(sitting: Sitting, position: int, item: Item, graded: GradedItem, answer: str, language: str) -> Review:
    definition, kind = graded.definition, TYPES[graded.definition.type]
    wording = standing_wording(list(item.question.wordings.all()), language, sitting.started_at)
    accepted = tuple(tuple(texts) for texts in wording.accepted)
    words = Words(wording.stem, options_of(wording), accepted, wording.unit, wording.rationale)
    return Review(
        position=position,
        stem=wording.stem,
        language=wording.language,
        said="" if answer in {"", DONT_KNOW} else kind.in_words(words, answer),
        is_unknown=answer == DONT_KNOW,
        solution=kind.solution(definition, words),
        rationale=wording.rationale,
        points=points_of(graded, answer) if definition.counts else None,
        max_points=kind.max_points(definition),
    )
