"""The programme editor: steps in order, only what matters kept, plans that can never be finished refused by name."""

import pytest

from assessments.models import StepTest
from courses.actions import enrol
from courses.models import Edition, Programme, Step
from courses.plans import plan_of
from tests.courses.editor import editor_form, row
from tests.factories.assessments import instrument
from tests.factories.courses import (
    ARRIVED,
    CohortFactory,
    EnrolmentFactory,
    ProgrammeFactory,
    StepFactory,
    course_with_lessons,
)
from tests.factories.people import UserFactory
from tests.reading import browser, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme(db):
    return ProgrammeFactory(slug="backbone", name="Backbone")


@pytest.fixture
def intake(programme):
    return StepFactory(programme=programme, code="intake", kind="TEST", sort_order=0)


def send(planner, programme, rows, *, follow=False, **changes):
    return planner.post(f"/cms/programme/edit/{programme.pk}/", editor_form(programme, rows, **changes), follow=follow)


def codes(programme):
    return list(Step.objects.filter(programme=programme).current().values_list("code", flat=True))


def test_the_editor_shows_the_steps_and_what_is_still_to_be_made(planner, programme, intake):
    page = planner.get(f"/cms/programme/edit/{programme.pk}/")
    assert "“intake” has no test yet." in words(page)
    assert "courses/programme_editor" in page.content.decode()
    assert 'name="steps-0-after_code"' in page.content.decode()


def test_steps_stand_in_the_order_in_which_they_were_dragged(planner, programme, intake):
    last = StepFactory(programme=programme, code="watch", kind="WATCH", sort_order=1)
    new = row(code="read", opening="AFTER_STEP", after_code="intake")
    assert send(planner, programme, [row(intake), new, row(last)]).status_code == 302
    assert codes(programme) == ["intake", "read", "watch"]
    assert Step.objects.get(code="read").after == intake
    assert (
        send(planner, programme, [row(Step.objects.get(code=one)) for one in ("watch", "intake", "read")]).status_code
        == 302
    )
    assert codes(programme) == ["watch", "intake", "read"]


def test_new_steps_may_count_from_each_other(planner, programme):
    rows = [
        row(code="a"),
        row(code="b", opening="OFFSET", after_code="a", offset_months=1, offset_days=10, open_days=5),
        row(code="c", opening="AFTER_STEP", after_code="b"),
    ]
    assert send(planner, programme, rows).status_code == 302
    assert [step.after and step.after.code for step in Step.objects.order_by("sort_order")] == [None, "a", "b"]
    assert Step.objects.get(code="b").offset_days == 10


def test_new_steps_that_were_dragged_may_count_from_each_other(planner, programme):
    rows = editor_form(programme, [row(code="later", opening="AFTER_STEP", after_code="first"), row(code="first")])
    rows |= {"steps-0-ORDER": 2, "steps-1-ORDER": 1}
    assert planner.post(f"/cms/programme/edit/{programme.pk}/", rows).status_code == 302
    assert codes(programme) == ["first", "later"]
    assert Step.objects.get(code="later").after.code == "first"


def test_what_does_not_matter_for_a_step_is_emptied(planner, programme):
    instrument()
    book, _lessons = course_with_lessons(programme, lessons=1)
    more = {"offset_months": 3, "open_days": 9, "window_from": "13-77", "material": "knowledge", "pass_mark": 60}
    assert send(planner, programme, [row(code="read", page=book.pk, **more)]).status_code == 302
    step = Step.objects.get()
    assert (step.offset_months, step.open_days, step.window_from, step.pass_mark) == (0, None, "", None)
    assert (step.page_id, StepTest.objects.exists()) == (book.pk, False)
    assert send(planner, programme, [row(step, kind="TEST", material="knowledge", page=book.pk)]).status_code == 302
    step.refresh_from_db()
    assert (step.page_id, step.test.wave) == (None, "INTAKE")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([row(code="a", opening="AFTER_STEP", after_code="a")], "“a” counts from itself"),
        ([row(code="a", opening="AFTER_STEP")], "Say from which step “a” counts."),
        (
            [row(code="a", opening="AFTER_STEP", after_code="b"), row(code="b")],
            "“a” counts from “b”, which comes later.",
        ),
        (
            [row(code="a", opening="AFTER_STEP", after_code="b"), row(code="b", opening="OFFSET", after_code="a")],
            "“a” and “b” wait for each other",
        ),
        ([row(code="a"), row(code="a")], "Two steps have the code “a”."),
        ([row(code="a", opening="YEARLY", window_from="12-01")], "“a” opens in a yearly window"),
        (
            [row(code="a", opening="YEARLY", window_from="02-30", window_to="03-01")],
            "The window of “a” has a day that no year has.",
        ),
        ([row(code="a", opening="YEARLY", window_from="snow", window_to="rain")], "a day that no year has"),
    ],
)
def test_a_plan_that_can_never_be_finished_is_refused_and_nothing_is_written(planner, programme, intake, rows, said):
    page = send(planner, programme, [row(intake, pass_mark=50), *rows])
    assert page.status_code == 200
    assert said in words(page)
    assert codes(programme) == ["intake"]
    intake.refresh_from_db()
    assert intake.pass_mark is None


def test_a_step_taken_out_is_nothing_to_count_from(planner, programme, intake):
    read = StepFactory(programme=programme, code="read", opening="AFTER_STEP", after=intake, sort_order=1)
    page = send(planner, programme, [row(intake, DELETE="1"), row(read)])
    assert "“read” counts from “intake”, which is not in the plan." in words(page)
    assert send(planner, programme, [row(intake, DELETE="1"), row(read, opening="AT_ONCE")]).status_code == 302
    assert codes(programme) == ["read"]
    assert not Step.objects.filter(code="intake").exists()


def test_several_steps_that_count_from_each_other_go_together(planner, programme, intake):
    StepFactory(programme=programme, code="read", opening="AFTER_STEP", after=intake, sort_order=1)
    rows = [row(step, DELETE="1") for step in Step.objects.order_by("sort_order")]
    assert send(planner, programme, rows).status_code == 302
    assert not Step.objects.exists()


def test_where_people_can_join_nothing_may_be_unmade(planner, programme, intake):
    CohortFactory(programme=programme)
    page = send(planner, programme, [row(intake), row(code="read")])
    assert "“intake” has no test yet." in words(page)
    assert "“read” has no page yet." in words(page)
    assert codes(programme) == ["intake"]
    instrument()
    book, _lessons = course_with_lessons(programme, lessons=1)
    rows = [row(intake, material="knowledge"), row(code="read", page=book.pk)]
    assert send(planner, programme, rows).status_code == 302
    assert codes(programme) == ["intake", "read"]
    book.unpublish()
    assert "The page of “read” is not published." in words(send(planner, programme, rows))


def test_an_edit_of_a_programme_in_use_is_the_next_edition(planner, programme, intake):
    instrument()
    cohort = CohortFactory(programme=programme)
    before = EnrolmentFactory(cohort=cohort)
    done = planner.post(
        f"/cms/programme/edit/{programme.pk}/",
        editor_form(programme, [row(intake, material="knowledge", pass_mark=70)]),
        follow=True,
    )
    assert "Saved as edition 2, for those who join from now on. 1 person keeps what they joined under." in words(done)
    after = enrol(UserFactory(audience=cohort.audience), cohort, code=None, on=ARRIVED)
    assert [plan_of(one, ARRIVED).of("intake").step.pass_mark for one in (before, after)] == [None, 70]


def test_a_step_that_somebody_is_held_to_is_retired_and_keeps_code_and_kind(planner, programme, intake):
    instrument()
    cohort = CohortFactory(programme=programme)
    book, _lessons = course_with_lessons(programme, lessons=1)
    read = StepFactory(programme=programme, code="read", page=book, sort_order=1)
    one = enrol(UserFactory(audience=cohort.audience), cohort, code=None, on=ARRIVED)
    tested = row(intake, material="knowledge")
    assert send(planner, programme, [tested, row(read, code="other", kind="WATCH")]).status_code == 302
    read.refresh_from_db()
    assert (read.code, read.kind) == ("read", "READ")
    assert send(planner, programme, [row(Step.objects.get(pk=intake.pk)), row(read, DELETE="1")]).status_code == 302
    read.refresh_from_db()
    assert read.is_retired
    assert codes(programme) == ["intake"]
    assert [planned.step.code for planned in plan_of(one, ARRIVED).steps] == ["intake", "read"]
    page = send(planner, programme, [row(Step.objects.get(pk=intake.pk)), row(code="read", page=book.pk)])
    assert "A step that was taken out has this code." in words(page)


def test_saving_without_a_change_makes_no_edition(planner, programme):
    book, _lessons = course_with_lessons(programme, lessons=1)
    read = StepFactory(programme=programme, code="read", page=book)
    cohort = CohortFactory(programme=programme)
    enrol(UserFactory(audience=cohort.audience), cohort, code=None, on=ARRIVED)
    for _ in range(2):
        assert send(planner, programme, [row(read)], name="Another name").status_code == 302
    assert Edition.objects.count() == 1


def test_a_new_programme_leads_to_the_template(planner):
    fresh = Programme(name="Families", slug="families")
    answer = planner.post("/cms/programme/new/", editor_form(fresh, []))
    made = Programme.objects.get(slug="families")
    assert answer.url == f"/cms/programme/template/{made.pk}/"
    with_steps = editor_form(Programme(name="Fellows", slug="fellows"), [row(code="read")])
    answer = planner.post("/cms/programme/new/", with_steps)
    assert answer.url == f"/cms/programme/edit/{Programme.objects.get(slug='fellows').pk}/"


def test_nobody_else_edits_it(planner, cast, programme, intake):
    for user in (cast.hua, cast.lead, cast.mei):
        assert send(browser(user), programme, [row(intake, pass_mark=50)]).status_code in {302, 403}
    intake.refresh_from_db()
    assert intake.pass_mark is None
