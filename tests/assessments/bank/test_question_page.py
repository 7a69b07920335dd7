"""What is known of a question, and how a learner would see it."""

import pytest

from assessments.panels import panels_of
from people.choices import Role
from tests.assessments.bank.conftest import published, question_form, written
from tests.factories.assessments import StepTestFactory, sitting
from tests.factories.courses import ARRIVED
from tests.reading import browser, words

pytestmark = pytest.mark.django_db


def test_the_page_shows_wordings_and_says_where_it_stands(bank, author):
    question = published(bank)
    found = words(author.get(f"/cms/question/inspect/{question.pk}/"))
    assert "How long?" in found and "version 1" in found and "It stands on no form yet." in found


def test_how_often_a_form_was_sat_is_told_so_that_nobody_shows(bank, author, cast):
    intake = StepTestFactory(step__programme=cast.programme)
    item = intake.instrument.forms.get(letter="A").items.first()
    address = f"/cms/question/inspect/{item.question_id}/"
    assert "not yet" in words(author.get(address))
    sitting(intake, cast.enrolment_of(cast.mei), right=2, submitted_on=ARRIVED)
    found = words(author.get(address))
    assert "fewer than 10 times" in found and "mei" not in found


def test_a_demonstration_account_is_not_counted(bank, author, cast):
    cast.mei.is_demonstration = True
    cast.mei.save()
    done = sitting(
        StepTestFactory(step__programme=cast.programme), cast.enrolment_of(cast.mei), right=2, submitted_on=ARRIVED
    )
    found = words(author.get(f"/cms/question/inspect/{done.form.items.first().question_id}/"))
    assert "not yet" in found and "fewer than 10 times" not in found


def test_panels_that_have_nothing_to_say_are_left_out(bank, rf, monkeypatch):
    monkeypatch.setattr(
        "assessments.panels._panels", {"2": lambda *_: "two", "1": lambda *_: "one", "3": lambda *_: None}
    )
    assert panels_of(rf.get("/"), published(bank)) == ["one", "two"]


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "Two minutes"), ("zh-hans", "两分钟"), ("vi", "There is no text in Tiếng Việt yet")]
)
def test_the_preview_shows_each_language_and_no_key(bank, author, language, shown):
    question = written(bank)
    question.save_revision()
    address = f"/cms/question/preview/{question.pk}/"
    pks = tuple(question.texts.order_by("pk").values_list("pk", flat=True))
    assert author.post(address, question_form(bank, pks=pks)).json()["is_valid"]
    answer = author.get(f"{address}?mode={language}")
    assert answer.status_code == 200 and (shown in words(answer) or language == "vi")
    assert "It is so." not in words(answer)


def test_an_empty_preview_says_what_to_do(bank, author):
    assert author.get("/cms/question/preview/?mode=en").status_code == 200


@pytest.mark.parametrize("role", [Role.TRAINER, Role.AUTHOR, Role.MODERATOR])
def test_writers_read_the_page(bank, people, role):
    question = published(bank)
    assert browser(people(role)).get(f"/cms/question/inspect/{question.pk}/").status_code == 200


def test_a_question_that_is_not_there_is_not_found(bank, author):
    for address in ("inspect", "edit", "history"):
        assert author.get(f"/cms/question/{address}/999/", follow=True).status_code == 404
