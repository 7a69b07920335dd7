"""The page where anyone can check a certificate."""

import pytest

from certificates.actions import make_version
from certificates.codes import format_code
from certificates.models import CertificateVersion
from tests.reading import form_with, words

UNKNOWN = "7K2M Q9XD 4HTV B1NC 8RWE 3ZGP"


@pytest.fixture
def code(held):
    return make_version(held, "Lin Xiaoman")


def test_the_page_asks_for_a_code_and_never_takes_it_from_the_address(code, client):
    page = client.get(f"/c/?code={code}")
    assert page.status_code == 200
    assert "valid." not in words(page).split("What this page")[0]
    assert code not in page.content.decode()
    assert form_with(page, "code")["action"] == "/c/"


def test_a_valid_code_is_said_to_be_valid_and_nothing_else(cast, code, client):
    answer = client.post("/c/", {"code": format_code(code).lower()})
    assert answer.status_code == 200
    assert "Yes, it is valid." in words(answer)
    for told in ("Lin", "mei-7kq", "Anshan", "Lotus", "Foundation", "March", "2026-03", "Backbone"):
        assert told not in words(answer).split()


@pytest.mark.parametrize("typed", [UNKNOWN, "hello", "1234"])
def test_an_unknown_code_gets_a_sentence_and_the_same_status(code, client, typed):
    answer = client.post("/c/", {"code": typed})
    assert answer.status_code == 200
    assert "We do not know this code." in words(answer)
    assert "Compare" in words(answer)


def test_valid_and_unknown_answers_have_the_same_shape(code, client):
    valid, unknown = (client.post("/c/", {"code": one}).content.decode() for one in (code, UNKNOWN))
    assert valid.count("<dt>") == unknown.count("<dt>")
    assert valid.count("<form") == unknown.count("<form")


@pytest.mark.parametrize(
    ("name", "told"), [("Lin Xiaoman", "Matches"), ("Chen", "Does not match"), ("", "Not compared")]
)
def test_a_name_is_compared_and_never_shown(code, client, name, told):
    answer = client.post("/c/", {"code": code, "name": name})
    assert told in words(answer)
    assert not name or name not in words(answer)


def test_an_empty_or_endless_code_is_asked_for_again(db, client):
    for typed in ("", " ", "7" * 201):
        assert client.post("/c/", {"code": typed, "name": ""}).status_code == 422


def test_what_was_typed_is_shown_as_text(db, client):
    assert "<script>alert" not in client.post("/c/", {"code": "<script>alert(1)</script>"}).content.decode()


def test_asking_leaves_nothing_behind(code, client):
    before = list(CertificateVersion.objects.values())
    client.post("/c/", {"code": code, "name": "Lin Xiaoman"})
    assert list(CertificateVersion.objects.values()) == before
    assert not client.session.keys()


def test_many_questions_from_one_network_have_to_wait(code, client):
    for _ in range(60):
        client.post("/c/", {"code": UNKNOWN})
    answer = client.post("/c/", {"code": code})
    assert answer.status_code == 429
    assert "Wait a minute" in words(answer)


def test_the_answer_is_stored_nowhere(code, client):
    assert "no-store" in client.post("/c/", {"code": code}).headers["Cache-Control"]
