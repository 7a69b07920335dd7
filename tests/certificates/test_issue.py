"""Issuing the right: exactly once, with its terms frozen, by the worker, whatever gets lost."""

import datetime

import pytest
from django.db import transaction
from django_q.models import OrmQ

from certificates.actions import issue_due
from certificates.models import Certificate
from certificates.tasks import issue, issue_forgotten
from courses.actions import complete_step
from courses.models import Enrolment
from people.choices import PrivacyClass
from tests.factories.certificates import award, complete
from tests.factories.courses import ARRIVED, StepFactory

LATER = ARRIVED + datetime.timedelta(days=300)


@pytest.fixture
def mei(cast, course):
    return cast.enrolment_of(cast.mei)


def test_nothing_is_issued_while_a_step_is_missing(mei, steps):
    complete(mei, steps[0])
    assert issue_due(mei) == []


def test_the_right_is_issued_with_its_month_and_frozen_terms(cast, mei, course, steps):
    complete(mei, steps[0])
    complete(mei, steps[1], on=LATER)
    (made,) = issue_due(mei)
    assert (made.learner, made.award, made.state) == (cast.mei, course, "ISSUED")
    assert made.issued_in == LATER.replace(day=1)
    course.steps.remove(steps[0])
    made.refresh_from_db()
    assert [step["code"] for step in made.terms["steps"]] == ["read", "exam"]


def test_it_is_issued_once_however_often_one_asks(mei, steps):
    complete(mei, *steps)
    assert [len(issue_due(mei)) for _ in range(3)] == [1, 0, 0]
    assert [issue(str(mei.pk)) for _ in range(2)] == [0, 0]
    assert Certificate.objects.count() == 1


def test_two_awards_of_one_programme_are_issued_each_in_its_time(mei, course, steps):
    december = StepFactory(programme=mei.programme, code="december", kind="EXAM")
    award([*steps, december], slug="three-two-one")
    complete(mei, *steps)
    assert [one.award.slug for one in issue_due(mei)] == ["course"]
    complete(mei, december, on=LATER)
    assert [one.award.slug for one in issue_due(mei)] == ["three-two-one"]


def test_completing_a_step_that_counts_leaves_a_job_behind_without_a_name(mei, steps):
    complete(mei, *steps)
    jobs = [job.task for job in OrmQ.objects.all()]
    assert [(job["func"], job["args"]) for job in jobs] == [("certificates.tasks.issue", (str(mei.pk),))] * 2
    assert "mei-7kq" not in str(jobs)


def test_a_step_that_counts_for_nothing_leaves_none(mei):
    complete(mei, StepFactory(programme=mei.programme))
    assert not OrmQ.objects.exists()


def test_a_step_that_was_not_completed_after_all_leaves_none(mei, steps):
    class PowerCutError(Exception):
        pass

    with pytest.raises(PowerCutError), transaction.atomic():
        complete_step(mei, steps[0], on=ARRIVED)
        assert OrmQ.objects.count() == 1
        raise PowerCutError
    assert not OrmQ.objects.exists()
    assert not mei.completions.exists()


def test_what_a_lost_job_forgot_is_found_once(cast, mei, steps):
    complete(mei, *steps)
    complete(cast.enrolment_of(cast.bo), steps[0])
    OrmQ.objects.all().delete()
    assert [issue_forgotten() for _ in range(2)] == [1, 0]
    assert Certificate.objects.get().learner == cast.mei


def test_a_job_for_somebody_who_is_gone_does_nothing(mei):
    pk = str(mei.pk)
    mei.delete()
    assert issue(pk) == 0


def test_who_erased_the_account_holds_nothing_and_stops_no_sweep(cast, mei, course, steps):
    """Such an enrolment is left for the totals, without a learner."""
    ying = cast.enrolment_of(cast.ying)
    for one in (mei, ying):
        for step in steps:
            complete(one, step)
    Enrolment.objects.filter(pk=mei.pk).update(learner=None, user_class=PrivacyClass.ORDINARY)
    assert issue(str(mei.pk)) == 0
    assert issue_forgotten() == 1
    assert Certificate.objects.get().learner == cast.ying
