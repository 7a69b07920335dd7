"""Recovery codes as a picture or a sheet: one's own, from the page they stand on, kept nowhere."""

import io

import pytest
from django.test import Client
from PIL import Image
from pypdf import PdfReader

from people.actions import issue_recovery_codes, make_card
from people.models import Session
from tests.factories.courses import ARRIVED
from tests.reading import browser

ADDRESS = "/en/join/codes/file/"


@pytest.fixture
def codes(cast, fonts_dir):
    return issue_recovery_codes(cast.mei)


def send(user, codes, kind="sheet"):
    return browser(user).post(ADDRESS, {"code": codes, "kind": kind})


def test_mei_prints_her_codes(cast, codes):
    answer = send(cast.mei, codes)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="sheet.pdf"'
    assert "no-store" in answer.headers["Cache-Control"]
    text = PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
    assert all(code in text for code in codes)
    assert "mei" not in text and "Three" not in text


def test_mei_saves_them_as_a_picture(cast, codes):
    answer = send(cast.mei, codes, "picture")
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="picture.png"'
    assert Image.open(io.BytesIO(answer.content)).size[0] > 400


def test_nothing_of_it_is_kept(cast, codes):
    send(cast.mei, codes)
    held = str([session.get_decoded() for session in Session.objects.all()])
    assert not [code for code in codes if code in held]


@pytest.mark.parametrize("name", ["bo", "ying", "lan"])
def test_somebody_elses_codes_do_not_exist(cast, codes, name):
    assert send(getattr(cast, name), codes).status_code == 404


def test_void_foreign_made_up_and_too_many_codes_are_not_printed(cast, codes):
    fresh = issue_recovery_codes(cast.mei)
    card = make_card(cast.mei, by=cast.lan, on=ARRIVED)[0]
    for sent in (codes, [*fresh[:7], "0000-0000-0000-0000"], [*fresh, codes[0]], [card], []):
        assert send(cast.mei, sent).status_code == 404
    assert send(cast.mei, fresh).status_code == 200


def test_another_kind_of_file_does_not_exist(cast, codes):
    assert send(cast.mei, codes, "list").status_code == 404


def test_a_foreign_page_cannot_ask_for_them(cast, codes):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.mei, backend="people.backends.AccountBackend")
    assert strict.post(ADDRESS, {"code": codes, "kind": "sheet"}).status_code == 403
