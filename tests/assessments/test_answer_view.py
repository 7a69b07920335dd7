"""One answer by the page's script: at most five statements, bounded, the learner's own, told in one shape."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from assessments.actions import start_sitting, submit
from assessments.models import Item
from assessments.published import forget_forms
from tests.factories.assessments import sitting
from tests.reading import browser, form_with

TRANSACTION = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "ROLLBACK")


@pytest.fixture
def mei(cast):
    return browser(cast.mei)


@pytest.fixture
def started(cast, intake):
    """A sitting as the button starts it, with its paper."""
    return start_sitting(cast.enrolment_of(cast.mei), intake, language="en", at=timezone.now())


@pytest.fixture
def address(started):
    return f"/en/sittings/{started.pk}/answer/"


@pytest.fixture
def data(started):
    return {"item": started.paper[0], "form": started.form_id, "sequence": 1_000_002, "choice": "b"}


def statements(client, address, data):
    """Return the statements of a request, without those that only begin and end transactions."""
    with CaptureQueriesContext(connection) as captured:
        assert client.post(address, data).json()["state"] == "saved"
    return [one["sql"] for one in captured if not one["sql"].startswith(TRANSACTION)]


def test_an_answer_is_kept_and_told_in_one_shape(mei, started, address, data):
    told = mei.post(address, data).json()
    row = started.responses.get()
    assert (row.item_id, row.answer, row.sequence, row.come_back) == (started.paper[0], "b", 1_000_002, False)
    at = timezone.localtime(row.saved_at).strftime("%H:%M")
    counted = "Filled: answered and saved, 1. Square: come back."
    assert told == {"state": "saved", "message": f"Saved at {at}", "at": at, "counted": counted, "left": None}


def test_an_answer_costs_five_statements_however_many_were_saved(mei, started, address, data):
    mei.post(address, data)
    costs = []
    for number, item in enumerate([*started.paper, *started.paper], 2_000_000):
        costs.append(len(statements(mei, address, data | {"item": item, "sequence": number})))
    assert max(costs) <= 5, costs


def test_a_process_that_has_just_started_reads_the_form_once(mei, address, data):
    mei.post(address, data)
    warm = len(statements(mei, address, data | {"sequence": 1_000_003}))
    forget_forms()
    assert len(statements(mei, address, data | {"sequence": 1_000_004})) == warm + 2
    assert len(statements(mei, address, data | {"sequence": 1_000_005})) == warm


def test_the_session_is_never_written(mei, address, data):
    mei.post(address, data)
    written = [sql for sql in statements(mei, address, data | {"sequence": 1_000_003}) if not sql.startswith("SELECT")]
    assert [sql for sql in written if "session" in sql] == []
    assert not mei.post(address, data).cookies


def test_an_answer_taken_back_does_not_count(mei, address, data):
    mei.post(address, data)
    told = mei.post(address, data | {"choice": "", "sequence": 1_000_003}).json()
    assert told["counted"] == "Filled: answered and saved, 0. Square: come back."


def test_only_what_stands_counts(mei, started, address, data):
    mei.post(address, data)
    mei.post(address, data | {"choice": "", "sequence": 1_000_003})
    other = mei.post(address, data | {"item": started.paper[1], "sequence": 1_000_004}).json()
    assert "saved, 1." in other["counted"]


@pytest.mark.parametrize("name", ["bo", "lan", "lead", "author"])
def test_a_strangers_sitting_is_gone_and_says_so_to_the_script(cast, started, address, data, name):
    told = browser(getattr(cast, name)).post(address, data)
    assert told.status_code == 404
    assert told.json()["state"] == "gone"
    assert not started.responses.exists()


def test_an_answer_is_asked_for_by_post_alone(mei, started, address):
    assert mei.get(address).status_code == 405
    assert not started.responses.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"choice": "d"},
        {"choice": ["a", "b"]},
        {"item": "999999"},
        {"item": "9" * 40},
        {"item": str(2**63 - 1)},
        {"item": "x"},
        {"form": "999999"},
        {"form": ""},
        {"sequence": "0"},
        {"sequence": str(2**70)},
    ],
)
def test_what_was_tampered_with_is_refused_in_a_sentence(mei, started, address, data, change):
    told = mei.post(address, data | change)
    assert (told.status_code, told.json()["state"]) == (422, "refused")
    assert "Nothing was changed" in told.json()["message"]
    assert not started.responses.exists()


def test_an_item_of_the_other_form_and_one_that_was_not_drawn_are_refused(mei, intake, started, address, data):
    other = Item.objects.filter(form__instrument=intake.instrument).exclude(form=started.form_id).last()
    started.paper, undrawn = started.paper[1:], started.paper[0]
    started.save()
    for item in (other.pk, undrawn):
        assert mei.post(address, data | {"item": item}).status_code == 422
    assert not started.responses.exists()


def test_an_answer_beyond_all_bounds_is_refused_before_it_is_read(mei, started, address, data):
    told = mei.post(address, data | {"choice": "x" * 70_000})
    assert told.status_code == 413
    assert told.json() == {"state": "refused", "message": "This answer is too long and was not saved. Make it shorter."}
    assert mei.post(address, data | {"text": "x" * 4_000_000}).status_code == 413
    assert not started.responses.exists()


def test_after_handing_in_nothing_is_taken_and_the_script_is_told(mei, started, address, data):
    submit(started, on=timezone.localdate())
    told = mei.post(address, data)
    assert (told.status_code, told.json()["state"]) == (409, "closed")
    assert not started.responses.exists()


def test_without_the_pages_token_nothing_is_saved(cast, started, address, data):
    strict = browser(cast.mei)
    strict.handler.enforce_csrf_checks = True
    assert strict.post(address, data).status_code == 403
    assert not started.responses.exists()


def test_with_the_token_of_a_page_it_is_saved(cast, started, address, data):
    strict = browser(cast.mei)
    page = form_with(strict.get(f"/en/sittings/{started.pk}/1/"), "choice")["data"]
    strict.handler.enforce_csrf_checks = True
    assert strict.post(address, data | {"csrfmiddlewaretoken": page["csrfmiddlewaretoken"]}).status_code == 200


def test_nothing_of_it_is_kept_by_the_browser(mei, address, data):
    assert "no-store" in mei.post(address, data).headers["Cache-Control"]


def test_a_wording_published_later_is_not_in_a_sitting_that_had_begun(cast, mei, intake, started, address, data):
    mei.post(address, data)
    question = Item.objects.get(pk=started.paper[0]).question
    new = question.wordings.get(language="en")
    options = [*new.options, {"id": "d", "text": "One more"}]
    question.wordings.create(language="en", version=2, stem=new.stem, options=options)
    later = sitting(intake, cast.enrolment_of(cast.bo), form=started.form.letter)
    theirs = {**data, "choice": "d"}
    assert mei.post(address, theirs | {"sequence": 1_000_003}).status_code == 422
    assert browser(cast.bo).post(f"/en/sittings/{later.pk}/answer/", theirs).status_code == 200
