"""No cohort starts a programme that nobody could finish; and what earns an award is not taken out of it."""

import pytest

from courses.models import Cohort, Step
from people.actions import grant_role
from people.choices import Role
from people.models import User
from tests.config.editing import formset
from tests.courses.editor import editor_form, row
from tests.factories.assessments import instrument
from tests.factories.certificates import award
from tests.factories.courses import (
    CohortFactory,
    CohortStaffFactory,
    ProgrammeFactory,
    StepFactory,
    course_with_lessons,
)
from tests.factories.people import AudienceFactory, UserFactory
from tests.reading import browser, words


@pytest.fixture
def trainer(planner):
    grant_role(User.objects.get(handle="planner"), Role.TRAINER)
    return planner


@pytest.fixture
def programme(db):
    return ProgrammeFactory(name="Backbone")


def cohort_form(programme):
    fields = {"name": "Lotus", "programme": programme.pk, "audience": AudienceFactory(code="worker").pk}
    return fields | formset("staff") | {"language": "en", "starts_on": "2026-03-02"}


def test_a_cohort_of_a_programme_without_steps_is_refused(trainer, programme):
    page = trainer.post("/cms/cohort/new/", cohort_form(programme))
    assert "The programme has no steps yet." in words(page)
    assert not Cohort.objects.exists()


def test_a_cohort_of_an_unfinished_programme_is_refused_with_each_reason(trainer, programme):
    StepFactory(programme=programme, code="read")
    StepFactory(programme=programme, code="exam", kind="EXAM")
    page = trainer.post("/cms/cohort/new/", cohort_form(programme))
    assert "“read” has no page yet." in words(page)
    assert "“exam” has no test yet." in words(page)
    book, (lesson,) = course_with_lessons(programme, lessons=1)
    Step.objects.filter(code="read").update(page=book)
    Step.objects.filter(code="exam").delete()
    lesson.unpublish()
    assert "no published lesson in the page of “read”" in words(
        trainer.post("/cms/cohort/new/", cohort_form(programme))
    )
    lesson.save_revision().publish()
    assert trainer.post("/cms/cohort/new/", cohort_form(programme)).status_code == 302
    assert Cohort.objects.get().programme == programme


def test_a_cohort_does_not_move_to_an_unfinished_programme_but_keeps_its_own(trainer, programme):
    other = ProgrammeFactory(name="Other")
    cohort = CohortFactory(programme=programme)
    right = CohortStaffFactory(cohort=cohort, user=User.objects.get(handle="planner"))
    address = f"/cms/cohort/edit/{cohort.pk}/"
    sent = cohort_form(programme) | {"audience": cohort.audience_id} | formset("staff", 1, 1)
    sent |= {"staff-0-id": right.pk, "staff-0-user": right.user_id, "staff-0-role": "TRAINER"}
    assert "The programme has no steps yet." in words(trainer.post(address, sent | {"programme": other.pk}))
    assert trainer.post(address, sent | {"name": "River"}).status_code == 302
    cohort.refresh_from_db()
    assert (cohort.programme, cohort.name) == (programme, "River")


def test_a_police_account_makes_no_protected_cohort(cast, planner):
    bo = UserFactory(handle="police-trainer", audience=cast.police.audience, is_staff=True)
    grant_role(bo, Role.TRAINER)
    sent = cohort_form(cast.programme) | {"audience": cast.peers.audience_id, "name": "Not theirs"}
    assert "A police account can hold no right over a protected cohort." in words(
        browser(bo).post("/cms/cohort/new/", sent)
    )
    assert not Cohort.objects.filter(name="Not theirs").exists()


def test_what_earns_an_award_is_not_taken_out(planner, programme):
    instrument()
    steps = [StepFactory(programme=programme, code=code, kind="TEST", sort_order=at) for at, code in enumerate("ab")]
    made = award([steps[0]])
    rows = [row(steps[0], DELETE="1"), row(steps[1])]
    page = planner.post(f"/cms/programme/edit/{programme.pk}/", editor_form(programme, rows))
    assert "The certificate “course” is earned with “a”" in words(page)
    assert list(made.steps.all()) == [steps[0]]
    rows = [row(steps[0]), row(steps[1], DELETE="1")]
    assert planner.post(f"/cms/programme/edit/{programme.pk}/", editor_form(programme, rows)).status_code == 302
    assert list(Step.objects.values_list("code", flat=True)) == ["a"]
