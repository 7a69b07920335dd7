"""The criteria of an award are those a learner joined under, and the certificate says which they were."""

import datetime

import pytest

from certificates.actions import issue_due
from certificates.criteria import criteria_of
from certificates.models import Award
from certificates.tasks import issue_forgotten
from certificates.verification import stands
from courses.actions import enrol
from courses.models import Step
from courses.plans import steps_of
from courses.published import published
from home.dashboards import dashboard
from tests.factories.certificates import award, complete
from tests.factories.courses import ARRIVED, StepFactory, course_with_lessons
from tests.factories.people import UserFactory
from tests.reading import browser, words


@pytest.fixture
def ying(cast, course):
    """Somebody who joined while the book and the exam earned the award."""
    return join(cast)


def join(cast):
    return enrol(UserFactory(audience=cast.workers.audience), cast.workers, code=None, on=ARRIVED)


def test_a_further_step_is_asked_of_those_who_join_later(cast, ying, course, steps):
    film = StepFactory(programme=cast.programme, code="film", kind="WATCH")
    course.steps.add(film)
    later = join(cast)
    complete(ying, *steps)
    complete(later, *steps)
    assert [one["missing"] for one in dashboard(later, [], ARRIVED).awards] == [1]
    assert [one["is_due"] for one in dashboard(ying, [], ARRIVED).awards] == [True]
    assert issue_due(later) == []
    assert [one.award for one in issue_due(ying)] == [course]


def test_the_sweep_goes_by_each_edition(cast, ying, course, steps):
    course.steps.add(StepFactory(programme=cast.programme, code="film", kind="WATCH"))
    later = join(cast)
    complete(ying, *steps)
    complete(later, *steps)
    assert [issue_forgotten() for _ in range(2)] == [1, 0]
    assert ying.learner.certificates.exists()


def test_a_step_that_was_retired_still_earns_it(ying, course, steps):
    Step.objects.filter(pk=steps[0].pk).update(is_retired=True)
    course.steps.remove(steps[0])
    complete(ying, steps[1])
    assert issue_due(ying) == []
    complete(ying, steps[0])
    assert [one.terms["steps"][0]["code"] for one in issue_due(ying)] == ["read"]


def test_the_years_are_those_of_the_edition(cast, ying, course, steps):
    Award.objects.update(valid_years=1)
    complete(ying, *steps)
    (made,) = issue_due(ying)
    assert made.valid_years is None
    assert stands(made, ARRIVED + datetime.timedelta(days=4000))
    later = join(cast)
    complete(later, *steps)
    (other,) = issue_due(later)
    Award.objects.update(valid_years=9)
    other.refresh_from_db()
    assert other.valid_years == 1


def test_an_award_that_came_later_is_for_those_who_join_later(cast, ying, steps):
    award(steps, slug="more")
    assert [one.award.slug for one in criteria_of(ying)] == ["course"]
    assert [one.award.slug for one in criteria_of(join(cast))] == ["course", "more"]


def test_the_certificate_records_edition_and_published_texts(cast, ying, course, steps):
    book, (lesson,) = course_with_lessons(cast.programme, lessons=1)
    Step.objects.filter(pk=steps[0].pk).update(page=book)
    later = join(cast)
    complete(later, *steps)
    (made,) = issue_due(later)
    edition = later.terms.edition
    assert made.terms["edition"] == {"number": 2, "made_on": ARRIVED.isoformat(), "digest": edition.digest}
    now = published(steps_of(later))
    assert made.terms["published"] == {"on": now.on and now.on.isoformat(), "digest": now.digest}
    lesson.title = "Other words"
    lesson.save_revision().publish()
    changed = published(steps_of(later))
    assert changed.digest != now.digest
    assert changed.on is not None
    assert later.terms.edition.digest == edition.digest


def test_the_holder_reads_which_edition_it_was(cast, ying, course, steps):
    complete(ying, *steps)
    (made,) = issue_due(ying)
    said = words(browser(ying.learner).get(f"/en/certificates/{made.pk}/"))
    assert "Edition 1 of the programme, of 2 March 2026." in said
    assert ying.terms.edition.digest[:12] in said


def test_who_has_no_edition_has_none_recorded(cast, course, steps):
    mei = cast.enrolment_of(cast.mei)
    complete(mei, *steps)
    (made,) = issue_due(mei)
    assert made.terms["edition"] is None
    assert "Earned with" not in words(browser(cast.mei).get(f"/en/certificates/{made.pk}/"))
