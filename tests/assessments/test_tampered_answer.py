"""An answer that was tampered with: a sentence, 422, and nothing written."""

import pytest

from assessments.models import Item
from tests.factories.assessments import sitting
from tests.reading import browser, form_with, words

SENTENCE = "This answer does not belong to this question. Nothing was changed"


@pytest.fixture
def mei(cast):
    return browser(cast.mei)


@pytest.fixture
def address(under_way):
    return f"/en/sittings/{under_way.pk}/1/"


@pytest.fixture
def data(mei, address):
    return form_with(mei.get(address), "choice")["data"] | {"choice": "b", "go": "next"}


@pytest.mark.parametrize(
    "change",
    [
        {"choice": "d"},
        {"choice": "abcde"},
        {"choice": "<"},
        {"item": "0"},
        {"item": "999999"},
        {"item": "9" * 40},
        {"item": "x"},
        {"item": ""},
        {"form": "999999"},
        {"form": ""},
        {"sequence": ""},
        {"sequence": "0"},
        {"sequence": "-5"},
        {"sequence": str(2**70)},
        {"sequence": "1e3"},
    ],
)
def test_it_is_refused_in_a_sentence_and_nothing_is_written(mei, under_way, address, data, change):
    answer = mei.post(address, data | change)
    assert answer.status_code == 422
    assert SENTENCE in words(answer)
    assert not under_way.responses.exists()


def test_the_item_of_another_question_of_the_same_form_is_refused(mei, under_way, address, data):
    other = under_way.form.items.get(position=2)
    assert mei.post(address, data | {"item": other.pk}).status_code == 422
    assert not under_way.responses.exists()


def test_the_other_forms_items_and_id_are_refused(mei, intake, under_way, address, data):
    other = intake.instrument.forms.get(letter="B")
    item = Item.objects.get(form=other, position=1)
    assert mei.post(address, data | {"form": other.pk}).status_code == 422
    assert mei.post(address, data | {"form": other.pk, "item": item.pk}).status_code == 422
    assert not under_way.responses.exists()


def test_another_learners_page_saves_nothing_here(cast, intake, mei, data):
    theirs = sitting(intake, cast.enrolment_of(cast.bo))
    assert mei.post(f"/en/sittings/{theirs.pk}/1/", data).status_code == 404
    assert not theirs.responses.exists()


def test_after_a_refusal_the_page_can_be_sent_as_it_is(mei, under_way, address, data):
    refused = mei.post(address, data | {"choice": "d"})
    again = form_with(refused, "choice")["data"] | {"choice": "b", "go": "next"}
    assert mei.post(address, again).status_code == 302
    assert under_way.responses.get().answer == "b"


def test_a_missing_body_or_another_method_changes_nothing(mei, under_way, address):
    assert mei.post(address, {}).status_code == 422
    for ask in (mei.put, mei.patch, mei.delete):
        ask(address, data={"choice": "b"}, content_type="application/json")
    assert not under_way.responses.exists()


def test_without_the_pages_token_nothing_is_saved(cast, under_way, address, data):
    strict = browser(cast.mei)
    strict.handler.enforce_csrf_checks = True
    refused = strict.post(address, data)
    assert refused.status_code == 403
    assert "Nothing was saved" in words(refused)
    assert not under_way.responses.exists()
