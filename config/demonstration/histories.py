"""What people have done, written straight into the tables: thousands of answers in a second.

Everything is what the actions would have written: graded by the same rule, one response per item, one score.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random

from django.db.models import QuerySet
from django.utils import timezone

from assessments.actions import PAGE_STRIDE
from assessments.choices import DONT_KNOW, SittingState, TypeCode
from assessments.grading import GradedItem, grade, passes
from assessments.item_types import Definition
from assessments.models import Item, Response, Score, Sitting, StepTest
from config.demonstration.days import Days
from courses.models import Completion, Enrolment, Programme, Step

HOUR = datetime.time(9, 30)
BATCH = 2000


@dataclass(frozen=True)
class History:
    """One learner's past: the day of each step done, right answers of each test, the form of the first test."""

    enrolment: Enrolment
    days: Days
    points: Mapping[str, int]
    first_form: str


@dataclass(frozen=True)
class Place:
    """An item with its key and the choices that are wrong."""

    item: int
    key: str
    wrong: tuple[str, ...]
    topic: str


class Recorder:
    """Collects the rows of many histories of one programme and writes them together."""

    def __init__(self, programme: Programme) -> None:
        self.steps = {step.code: step for step in Step.objects.filter(programme=programme)}
        self.tests = {test.step.code: test for test in StepTest.objects.filter(step__programme=programme)}
        self.forms: dict[str, tuple[int, list[Place]]] = {}
        for instrument in {test.instrument for test in self.tests.values()}:
            for form in instrument.forms.all():
                self.forms[form.letter] = (form.pk, _places(form.pk))
        self.rows: dict[type, list] = {model: [] for model in (Sitting, Response, Score, Completion)}

    def add(self, history: History) -> None:
        """Take up one history."""
        letters = sorted(self.forms)
        turn = letters.index(history.first_form)
        for code, day in sorted(history.days.items(), key=lambda pair: pair[1]):
            test = self.tests.get(code)
            if test is not None:
                self._sit(history, test, letters[turn % len(letters)], day)
                turn += 1
            if test is None or passes(history.points[code], self._most(), self.steps[code].pass_mark):
                row = Completion(enrolment=history.enrolment, step=self.steps[code], completed_on=day)
                self.rows[Completion].append(row)

    def write(self) -> None:
        """Write all rows, parents first."""
        for model, rows in self.rows.items():
            model.objects.bulk_create(rows, batch_size=BATCH)
            rows.clear()

    def _most(self) -> int:
        return min(len(places) for _form, places in self.forms.values())

    def _sit(self, history: History, test: StepTest, letter: str, day: datetime.date) -> None:
        form_id, places = self.forms[letter]
        started_at = morning(day)
        sitting = Sitting(
            enrolment=history.enrolment,
            test=test,
            form_id=form_id,
            language=history.enrolment.learner.language,
            state=SittingState.SUBMITTED,
            started_at=started_at,
            submitted_on=day,
            pages_opened=len(places),
            pass_mark=test.step.pass_mark,
        )
        code = test.step.code
        random = Random(f"{history.enrolment.learner.handle} {code}")  # noqa: S311 -- figures, no secret
        choices = answers(places, history.points[code], random)
        for number, (item, choice) in enumerate(choices.items(), 1):
            saved_at = started_at + datetime.timedelta(minutes=number)
            sequence = number * PAGE_STRIDE + 1
            row = Response(sitting=sitting, item_id=item, answer=choice, sequence=sequence, saved_at=saved_at)
            self.rows[Response].append(row)
        result = grade(
            [GradedItem(one.item, Definition(TypeCode.SINGLE_CHOICE, one.key), one.topic) for one in places], choices
        )
        by_topic = {topic: list(pair) for topic, pair in result.by_topic.items()}
        score = Score(sitting=sitting, points=result.points, max_points=result.max_points, by_topic=by_topic)
        self.rows[Sitting].append(sitting)
        self.rows[Score].append(score)


def _places(form_id: int) -> list[Place]:
    items = Item.objects.filter(form=form_id).select_related("question__topic").prefetch_related("question__wordings")
    found = []
    for item in items:
        question = item.question
        newest = max(question.wordings.all(), key=lambda wording: wording.version)
        wrong = tuple(option["id"] for option in newest.options if option["id"] != question.key)
        topic = question.topic.code if question.topic else ""
        found.append(Place(item.pk, question.key, (*wrong, DONT_KNOW), topic))
    return found


def answers(places: list[Place], right: int, random: Random) -> dict[int, str]:
    """Return a choice for each item, exactly `right` of them right."""
    known = set(random.sample(range(len(places)), right))
    return {one.item: one.key if at in known else random.choice(one.wrong) for at, one in enumerate(places)}


def morning(day: datetime.date) -> datetime.datetime:
    """Return the moment on a day at which the demonstration's people sit down."""
    return datetime.datetime.combine(day, HOUR, tzinfo=timezone.get_current_timezone())


def redate(enrolments: QuerySet[Enrolment], days: Days) -> None:
    """Move what was recorded to other days; steps without a day here stay where they are."""
    completions = Completion.objects.filter(enrolment__in=enrolments)
    sittings = Sitting.objects.filter(enrolment__in=enrolments, state=SittingState.SUBMITTED)
    held = set(completions.values_list("step__code", "completed_on").distinct())
    held |= set(sittings.values_list("test__step__code", "submitted_on").distinct())
    for code in _moved(held, days):
        day = days[code]
        completions.filter(step__code=code).update(completed_on=day)
        moved = sittings.filter(test__step__code=code)
        Response.objects.filter(sitting__in=moved).update(saved_at=morning(day))
        moved.update(submitted_on=day, started_at=morning(day))


def _moved(held: Iterable[tuple[str, datetime.date]], days: Days) -> list[str]:
    return sorted({code for code, day in held if code in days and days[code] != day})
