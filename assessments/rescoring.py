"""Which sittings a change of the bank reaches, and what they would score with it. Reads only; a few hundred at a time.

The whole paper is graded as the bank stands now with the one change, not the one item: a score holds no points by item.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef

from assessments.choices import SittingState, Timing
from assessments.consequences import PassChange
from assessments.definitions import definition_of
from assessments.grading import Grade, GradedItem, grade, passes
from assessments.impact import Move
from assessments.models import Item, Mark, Question, Response, Score, Sitting, StepTest
from courses.models import Enrolment
from people.choices import PrivacyClass

AT_ONCE = 400


@dataclass(frozen=True)
class Change:
    """A new key for a question wherever it stands, or items of it dropped. A key that stays grades again as it is."""

    question: Question
    key: str | None = None
    dropped: tuple[int, ...] = ()

    @classmethod
    def of_key(cls, question: Question, key: str) -> "Change":
        """Change the key wherever the question stands."""
        return cls(question, key=key)

    @classmethod
    def drop(cls, question: Question, item: int | None = None) -> "Change":
        """Drop the question from one form, or from all of them; one query."""
        found = question.items.filter(pk=item) if item is not None else question.items.all()
        return cls(question, dropped=tuple(found.values_list("pk", flat=True)))

    def items(self) -> list[tuple[int, int]]:
        """Return the items it reaches, each with its form; one query. What was dropped before is reached by a drop alone."""
        found = self.question.items.filter(pk__in=self.dropped) if self.dropped else self.question.items.all()
        if not self.dropped:
            found = found.filter(is_dropped=False)
        return list(found.values_list("pk", "form_id"))


@dataclass(frozen=True)
class Rescored:
    """One sitting with the score that stands and the one it would have; None where its answers are no longer kept."""

    sitting: Sitting
    score: Score
    new: Grade | None
    is_reached: bool

    @property
    def topics(self) -> dict[str, list[int]]:
        """Return the new points by topic, as a score stores them."""
        return {} if self.new is None else {topic: list(pair) for topic, pair in self.new.by_topic.items()}

    @property
    def is_changed(self) -> bool:
        """Tell whether the new score differs from the one that stands."""
        score, new = self.score, self.new
        if new is None:
            return False
        return (score.points, score.max_points, score.by_topic) != (new.points, new.max_points, self.topics)

    @property
    def move(self) -> Move:
        """Return points before and after."""
        after = None if self.new is None else (self.new.points, self.new.max_points)
        return Move((self.score.points, self.score.max_points), after, self.is_changed)


@dataclass(frozen=True)
class Person:
    """All attempts of one person at one test, whether the change reaches them or not."""

    enrolment: Enrolment
    test: StepTest
    attempts: list[Rescored]

    @property
    def is_protected(self) -> bool:
        """Tell whether small numbers about this person are hidden."""
        return bool(self.enrolment.cohort_class == PrivacyClass.PROTECTED)

    @property
    def passed(self) -> tuple[bool, bool]:
        """Tell whether any attempt reached the mark before, and whether any does with the change."""
        before = after = False
        for one in self.attempts:
            old, new = one.move.before, one.move.after or one.move.before
            before |= passes(*old, one.sitting.pass_mark)
            after |= passes(*new, one.sitting.pass_mark)
        return before, after

    @property
    def pass_change(self) -> PassChange | None:
        """Return whether this person comes to pass or no longer does; None where nothing changes, or nobody is left."""
        before, after = self.passed
        if before == after or self.enrolment.learner_id is None:
            return None
        enrolment = self.enrolment
        return PassChange(enrolment.pk, enrolment.learner_id, self.test.step_id, after, self.is_protected)


def rescored(change: Change, *, lock: bool = False) -> Iterator[list[Person]]:
    """Yield everybody who sat one of the forms it reaches, some hundreds at a time, five queries each.

    `lock` holds their sittings until the transaction ends: a mark given meanwhile waits.
    """
    reached = change.items()
    forms = {form for _item, form in reached}
    papers = _papers(forms, change)
    tests = StepTest.objects.filter(Exists(Sitting.objects.filter(test=OuterRef("pk"), form__in=forms)))
    by_id = {test.pk: test for test in tests.select_related("step")}
    for ids in _enrolments(forms):
        sittings = Sitting.objects.filter(enrolment__in=ids, test__in=by_id, state=SittingState.SUBMITTED)
        sittings = sittings.select_related("enrolment").order_by("enrolment", "test", "number")
        if lock:
            sittings = sittings.select_for_update(of=("self",))
        yield _people(list(sittings), papers, reached, by_id)


def _papers(forms: Iterable[int], change: Change) -> dict[int, list[GradedItem]]:
    """Return the items of each form as grading sees them with the change; three queries."""
    items = Item.objects.filter(form__in=forms, is_dropped=False).exclude(pk__in=change.dropped)
    found: dict[int, list[GradedItem]] = defaultdict(list)
    for one in items.select_related("question__topic").prefetch_related("question__wordings"):
        definition = definition_of(one.question, one.question.wordings.all())
        if one.question_id == change.question.pk and change.key is not None:
            definition = replace(definition, key=change.key)
        topic = one.question.topic.code if one.question.topic else ""
        found[one.form_id].append(GradedItem(one.pk, definition, topic))
    return found


def _enrolments(forms: Iterable[int]) -> Iterator[list[uuid.UUID]]:
    sat = Sitting.objects.filter(enrolment=OuterRef("pk"), form__in=forms, state=SittingState.SUBMITTED)
    found = Enrolment.objects.filter(Exists(sat)).order_by("pk").values_list("pk", flat=True)
    ids = list(found[:AT_ONCE])
    while ids:
        yield ids
        ids = list(found.filter(pk__gt=ids[-1])[:AT_ONCE])


def _people(
    sittings: list[Sitting],
    papers: dict[int, list[GradedItem]],
    reached: list[tuple[int, int]],
    tests: dict[int, StepTest],
) -> list[Person]:
    touched = {one.pk for one in sittings if _is_reached(one, reached)}
    rows = Score.objects.filter(sitting__in=[one.pk for one in sittings]).order_by("version")
    scores = {one.sitting_id: one for one in rows}
    answers, kept = _answers({one.pk: one.late_accepted for one in sittings if one.pk in touched})
    marks = {(sitting, item): points for sitting, item, points in _marks(touched)}
    people: dict[tuple[uuid.UUID, int], list[Rescored]] = defaultdict(list)
    for one in sittings:
        if one.pk not in scores:
            continue
        score, new = scores[one.pk], None
        # Who left every question empty has no answers either, and no points that could have come from one.
        if one.pk in kept or (not score.points and one.enrolment.learner_id):
            new = _graded(one, papers.get(one.form_id, []), answers[one.pk], marks) if one.pk in touched else None
        people[one.enrolment_id, one.test_id].append(Rescored(one, score, new, one.pk in touched))
    return [
        Person(attempts[0].sitting.enrolment, tests[test], attempts) for (_enrolment, test), attempts in people.items()
    ]


def _is_reached(sitting: Sitting, reached: list[tuple[int, int]]) -> bool:
    """Tell whether the question stood on the paper; an empty paper of old means the whole form."""
    return any(item in sitting.paper if sitting.paper else form == sitting.form_id for item, form in reached)


def _answers(late_accepted: dict[uuid.UUID, bool]) -> tuple[dict[uuid.UUID, dict[int, str]], set[uuid.UUID]]:
    """Return the answers that stand by sitting and item, and the sittings of which any answer is kept; one query."""
    found: dict[uuid.UUID, dict[int, str]] = defaultdict(dict)
    rows = Response.objects.filter(sitting__in=late_accepted).order_by("sequence")
    kept = set()
    for sitting, item, answer, timing in rows.values_list("sitting_id", "item_id", "answer", "timing").iterator():
        kept.add(sitting)
        if timing != Timing.LATE or late_accepted[sitting]:
            found[sitting][item] = answer
    return found, kept


def _marks(sittings: Iterable[uuid.UUID]) -> Iterable[tuple[uuid.UUID, int, int]]:
    return Mark.objects.filter(sitting__in=sittings).values_list("sitting_id", "item_id", "points")


def _graded(
    sitting: Sitting, items: list[GradedItem], answers: dict[int, str], marks: dict[tuple[uuid.UUID, int], int]
) -> Grade:
    paper = set(sitting.paper)
    mine = [one for one in items if not paper or one.item in paper]
    if marks:
        mine = [replace(one, marked=marks.get((sitting.pk, one.item))) for one in mine]
    return grade(mine, answers)
