"""Who is counted beside a question: first attempts that were handed in, by the answer that stands."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from assessments.models import Item, Response, Score, Sitting, StepTest
from config.groundwork.roles import make_roles
from reports.choices import Population
from reports.item_measures import measure_item
from reports.panels import answers_panel
from tests.factories.courses import home_page
from tests.factories.reports import crowd, programme_with_waves
from tests.reading import browser, words

pytestmark = pytest.mark.django_db
KEY = ("INTAKE", "Twenty", "A", "en")


@pytest.fixture
def programme():
    return programme_with_waves("items", waves=["INTAKE"])


@pytest.fixture
def item(programme) -> Item:
    return StepTest.objects.get().instrument.forms.get(letter="A").items.get(position=3)


def answer(enrolments, item, *given: str, sequence: int = 1, timing: str = "ON_TIME") -> None:
    """Give one answer each to the first so many people."""
    held = {one.enrolment_id: one for one in Sitting.objects.filter(enrolment__in=enrolments)}
    Response.objects.bulk_create(
        Response(
            sitting=held[enrolment.pk],
            item=item,
            answer=text,
            sequence=sequence,
            saved_at=timezone.now(),
            timing=timing,
        )
        for enrolment, text in zip(enrolments, given, strict=False)
    )


def counts(item, population=Population.REAL, **about) -> dict[str, int]:
    found = measure_item(item.question, population, **about)
    return dict(found[KEY].answers) if found else {}


def real(programme, code="police", points=(10, 12, 14)):
    return crowd(programme, code, {"INTAKE": list(points)}, synthetic=False)


def another(item) -> Item:
    return Item.objects.get(form=item.form, position=item.position + 1)


def test_the_answer_that_stands_counts_and_who_gave_none_is_there_too(programme, item):
    people = real(programme, points=(10, 12, 14, 16))
    answer(people, another(item), "a", "a", "a")
    answer(people, item, "a", "b")
    answer(people, item, "c", sequence=2)
    assert counts(item) == {"b": 1, "c": 1, "": 1}
    found = measure_item(item.question, Population.REAL)[KEY]
    assert (found.n, found.right) == (3, 0)


def test_a_late_answer_counts_only_once_it_is_accepted(programme, item):
    people = real(programme)
    answer(people, another(item), "a", "a", "a")
    answer(people, item, "a", "a", "a", timing="LATE")
    assert counts(item) == {"": 3}
    Sitting.objects.update(late_accepted=True)
    assert counts(item) == {"a": 3}


def test_second_attempts_open_sittings_and_demonstration_accounts_are_not_counted(programme, item):
    people = real(programme)
    answer(people, item, "a", "a", "a")
    sittings = list(Sitting.objects.filter(enrolment__in=people).order_by("pk"))
    Sitting.objects.filter(pk=sittings[0].pk).update(number=2)
    Sitting.objects.filter(pk=sittings[1].pk).update(state="OPEN", submitted_on=None)
    learner = sittings[2].enrolment.learner
    assert sum(counts(item).values()) == 1
    learner.is_demonstration = True
    learner.save()
    assert counts(item) == {}


def test_real_and_synthetic_people_are_never_together(programme, item):
    answer(real(programme), item, "a", "a", "a")
    answer(crowd(programme, "fellow", {"INTAKE": [3, 4]}), item, "b", "b")
    assert counts(item) == {"a": 3} and counts(item, Population.SYNTHETIC) == {"b": 2}


def test_one_protected_person_makes_a_group_protected_and_can_be_left_out(programme, item):
    answer(real(programme), item, "a", "a", "a")
    assert measure_item(item.question, Population.REAL)[KEY].privacy_class == "ordinary"
    answer(real(programme, "backbone"), item, "b", "b", "b")
    assert measure_item(item.question, Population.REAL)[KEY].privacy_class == "protected"
    assert counts(item, without=["protected"]) == {"a": 3}


def test_on_a_blueprint_only_whose_paper_held_it_is_counted(programme, item):
    people = real(programme, points=(1, 2, 3, 4, 5, 6))
    answer(people, another(item), *"aaaaaa")
    papers = [[item.pk], [item.pk, 9999], [9999, item.pk], [1, item.pk, 9999], [9999], [int(f"{item.pk}0")]]
    for one, paper in zip(Sitting.objects.filter(enrolment__in=people).order_by("pk"), papers, strict=True):
        one.paper = paper
        one.save()
    assert counts(item) == {"": 4}


def test_the_newest_score_and_the_rest_of_it_make_the_correlation(programme, item):
    people = real(programme, points=(1, 2, 3, 4))
    answer(people, item, "b", "b", "a", "a")
    # Points beside the item: 1, 2, 2, 3 against 0, 0, 1, 1.
    assert measure_item(item.question, Population.REAL)[KEY].correlation == pytest.approx(0.7071, abs=1e-4)
    for one in Sitting.objects.filter(enrolment__in=people[:2]):
        Score.objects.create(sitting=one, version=2, points=2, max_points=20)
    # 2, 2, 2, 3 now.
    assert measure_item(item.question, Population.REAL)[KEY].correlation == pytest.approx(0.5774, abs=1e-4)


def test_a_question_on_no_form_has_no_answers(programme, item):
    alone = type(item.question).objects.create(bank=item.question.bank, code="ALONE", key="a")
    assert measure_item(alone, Population.REAL) == {}


def panel_of(rf, user, item):
    request = rf.get("/")
    request.user = user
    return answers_panel(request, type(item.question).objects.get(pk=item.question_id))


def test_six_statements_whatever_the_number_of_answers(programme, item, cast, rf):
    people = crowd(programme, "police", {"INTAKE": [10] * 200}, synthetic=False)
    answer(people, item, *["a"] * 120, *["b"] * 80)
    panel_of(rf, cast.author, item)
    with CaptureQueriesContext(connection) as found:
        said = panel_of(rf, cast.author, item)
    assert len(found) <= 6
    assert "People: 200." in said and "Right: 120, 60.0" in said


def test_authors_read_it_and_nobody_else(programme, item, cast, rf):
    assert panel_of(rf, cast.author, item)
    for user in (cast.lan, cast.lead, cast.auditor, cast.mei):
        assert panel_of(rf, user, item) is None


def test_a_police_author_reads_nothing_of_protected_people(programme, item, cast, rf, django_user_model):
    people = crowd(programme, "backbone", {"INTAKE": [10] * 40}, synthetic=False)
    answer(people, item, *["a"] * 40)
    assert "People: about 40." in panel_of(rf, cast.author, item)
    officer = django_user_model.objects.get(pk=cast.author.pk)
    officer.privacy_class = "law_enforcement"
    said = panel_of(rf, officer, item)
    assert "Protected groups are left out." in said and "Not enough people" in said


def test_it_stands_on_the_page_of_the_question(programme, item, cast):
    make_roles([home_page()])
    people = crowd(programme, "police", {"INTAKE": [10] * 19}, synthetic=False)
    answer(people, item, *["a"] * 19)
    said = words(browser(cast.author).get(f"/cms/question/inspect/{item.question_id}/"))
    assert "How it was answered" in said and "Not enough people have answered it yet." in said
