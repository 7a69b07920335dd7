"""Editions: who has joined is held to what was required that day; who joins later meets the next edition."""

import datetime

import pytest
from django.db import IntegrityError
from django.db.models import ProtectedError, RestrictedError

from courses.actions import AlreadyEnrolledError, complete_lesson, current_edition, enrol, keep_terms
from courses.lessons import steps_served_by
from courses.models import Edition, Step, Terms
from courses.permissions import LessonAccess, lesson_access
from courses.plans import closing_days, plan_of
from tests.factories.courses import ARRIVED, CohortFactory, StepFactory, course_with_lessons
from tests.factories.people import UserFactory

LATER = ARRIVED + datetime.timedelta(days=30)


@pytest.fixture
def cohort(db):
    return CohortFactory()


@pytest.fixture
def intake(cohort):
    return StepFactory(programme=cohort.programme, code="intake", kind="TEST")


def join(cohort, on=ARRIVED):
    return enrol(UserFactory(audience=cohort.audience), cohort, code=None, on=on)


def edition_number(enrolment):
    return enrolment.terms.edition.number


def test_all_who_join_an_unchanged_programme_share_one_edition(cohort, intake):
    first, second = join(cohort), join(cohort, LATER)
    assert first.terms.edition == second.terms.edition
    assert (first.terms.edition.number, first.terms.edition.made_on) == (1, ARRIVED)


def test_an_edit_makes_the_next_edition_for_those_who_join_later(cohort, intake):
    before = join(cohort)
    Step.objects.filter(pk=intake.pk).update(pass_mark=60)
    after = join(cohort, LATER)
    assert [edition_number(one) for one in (before, after)] == [1, 2]
    assert [plan_of(one, LATER).of("intake").step.pass_mark for one in (before, after)] == [None, 60]


def test_the_days_of_a_rule_are_kept_too(cohort, intake):
    months = {"opening": "OFFSET", "after": intake, "offset_months": 3, "open_days": 14}
    step = StepFactory(programme=cohort.programme, code="follow-up", kind="TEST", **months)
    before = join(cohort)
    before.completions.create(step=intake, completed_on=ARRIVED)
    Step.objects.filter(pk=step.pk).update(offset_months=0, offset_days=10, open_days=2)
    after = join(cohort)
    after.completions.create(step=intake, completed_on=ARRIVED)
    assert plan_of(before, ARRIVED).of("follow-up").standing.opens_on == datetime.date(2026, 6, 2)
    assert plan_of(after, ARRIVED).of("follow-up").standing.opens_on == datetime.date(2026, 3, 12)
    assert closing_days(before, ARRIVED)["follow-up"] == datetime.date(2026, 6, 16)
    assert closing_days(after, ARRIVED)["follow-up"] == datetime.date(2026, 3, 14)


def test_order_is_kept_as_it_was(cohort, intake):
    book = StepFactory(programme=cohort.programme, code="book", sort_order=900)
    Step.objects.filter(pk=intake.pk).update(sort_order=1)
    before = join(cohort)
    Step.objects.filter(pk=book.pk).update(sort_order=0)
    Step.objects.filter(pk=intake.pk).update(sort_order=5)
    assert [one.step.code for one in plan_of(before, ARRIVED).steps] == ["intake", "book"]
    assert [one.step.code for one in plan_of(join(cohort), ARRIVED).steps] == ["book", "intake"]


def test_a_retired_step_stays_with_whoever_had_it_and_is_not_asked_of_others(cohort, intake):
    book = StepFactory(programme=cohort.programme, code="book")
    before = join(cohort)
    Step.objects.filter(pk=book.pk).update(is_retired=True)
    StepFactory(programme=cohort.programme, code="film", kind="WATCH")
    assert [one.step.code for one in plan_of(before, ARRIVED).steps] == ["intake", "book"]
    assert [one.step.code for one in plan_of(join(cohort), ARRIVED).steps] == ["intake", "film"]


def test_another_page_of_a_step_is_for_those_who_join_later(cohort):
    old, (old_lesson,) = course_with_lessons(cohort.programme, lessons=1, slug="old")
    new, (new_lesson,) = course_with_lessons(cohort.programme, lessons=1, slug="new")
    step = StepFactory(programme=cohort.programme, code="book", page=old)
    before = join(cohort)
    Step.objects.filter(pk=step.pk).update(page=new)
    after = join(cohort)
    for learner, opened, closed in ((before.learner, old_lesson, new_lesson), (after.learner, new_lesson, old_lesson)):
        assert lesson_access(learner, opened, LATER) is LessonAccess.LEARNER
        assert lesson_access(learner, closed, LATER) is LessonAccess.STRANGER
    assert steps_served_by(new_lesson, before.learner) == []
    assert [one.page_id for one in steps_served_by(old_lesson, before.learner)] == [old.pk]
    assert complete_lesson(before.learner, old_lesson, on=LATER) == [step]
    assert complete_lesson(after.learner, old_lesson, on=LATER) == []
    assert complete_lesson(after.learner, new_lesson, on=LATER) == [step]


def test_what_somebody_still_has_to_do_is_not_deleted(cohort):
    old, _lessons = course_with_lessons(cohort.programme, lessons=1, slug="old")
    step = StepFactory(programme=cohort.programme, code="book", page=old)
    join(cohort)
    Step.objects.filter(pk=step.pk).update(page=None)
    with pytest.raises(ProtectedError):
        old.delete()
    with pytest.raises(RestrictedError):
        step.delete()


def test_an_edition_without_an_edit_is_the_same_and_a_way_back_is_a_new_one(cohort, intake):
    first = current_edition(cohort.programme, on=ARRIVED)
    assert current_edition(cohort.programme, on=LATER) == first
    digests = [first.digest]
    for mark in (60, None):
        Step.objects.filter(pk=intake.pk).update(pass_mark=mark)
        digests.append(current_edition(cohort.programme, on=LATER).digest)
    assert digests[0] == digests[2] != digests[1]
    assert list(Edition.objects.values_list("number", flat=True)) == [1, 2, 3]


def test_who_has_no_edition_goes_by_the_present_until_it_is_kept(cast):
    """Rows from before there were editions; whoever changes a programme keeps them first."""
    step = StepFactory(programme=cast.programme, code="intake", kind="TEST")
    enrolment = cast.enrolment_of(cast.mei)
    Step.objects.filter(pk=step.pk).update(pass_mark=50)
    assert plan_of(enrolment, ARRIVED).of("intake").step.pass_mark == 50
    assert [keep_terms(cast.programme, on=ARRIVED) for _ in range(2)] == [3, 0]
    Step.objects.filter(pk=step.pk).update(pass_mark=90)
    assert plan_of(enrolment, ARRIVED).of("intake").step.pass_mark == 50


def test_an_edition_number_stands_once(cohort, intake):
    made = current_edition(cohort.programme, on=ARRIVED)
    with pytest.raises(IntegrityError):
        Edition.objects.create(programme=cohort.programme, number=made.number, made_on=LATER, digest="x")


def test_an_enrolment_that_failed_leaves_no_terms(cohort, intake):
    one = join(cohort)
    with pytest.raises(AlreadyEnrolledError):
        enrol(one.learner, cohort, code=None, on=LATER)
    assert Terms.objects.count() == 1
