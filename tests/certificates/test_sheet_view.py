"""The holder's page: type a name, get the sheet, nobody else's."""

import datetime
import io

import pytest
from pypdf import PdfReader

from certificates.codes import normalise_code
from certificates.models import CertificateVersion
from certificates.verification import Verification, verify
from tests.reading import browser, form_with, words

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def mei(cast):
    return browser(cast.mei)


@pytest.fixture
def address(held):
    return f"/en/certificates/{held.pk}/"


def text_of(answer):
    return " ".join(PdfReader(io.BytesIO(b"".join([answer.content]))).pages[0].extract_text().split())


def code_on(text):
    """Return the printed code: the last run of groups that is one."""
    parts = text.split()
    for at in range(len(parts) - 5):
        code = normalise_code("".join(parts[at : at + 6]))
        if code and all(len(part) == 4 for part in parts[at : at + 6]):
            return code
    raise AssertionError(text)


def test_the_page_shows_the_award_and_asks_for_a_name(mei, address):
    page = mei.get(address)
    assert page.status_code == 200
    assert "Health and Safety: Foundation" in words(page)
    assert "name" in form_with(page, "name")["names"]
    assert not CertificateVersion.objects.exists()


def test_a_name_gives_a_pdf_whose_code_is_valid_for_it(mei, address):
    answer = mei.post(address, {"name": "Lin Xiaoman"})
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="certificate.pdf"'
    assert "no-store" in answer.headers["Cache-Control"]
    text = text_of(answer)
    assert "Lin Xiaoman" in text
    assert verify(code_on(text), "Lin Xiaoman", on=TODAY) == Verification(True, True)


def test_the_sheet_says_nothing_of_handle_cohort_audience_or_score(mei, address):
    text = text_of(mei.post(address, {"name": "Lin Xiaoman"}))
    assert "2026 · 03" in text
    for told in ("mei-7kq", "Lotus", "Backbone", "Anshan", "peer"):
        assert told not in text


def test_the_same_name_gives_the_same_sheet(mei, address):
    first, again = (mei.post(address, {"name": "Lin Xiaoman"}).content for _ in range(2))
    assert first == again


def test_a_chinese_holder_gets_a_chinese_sheet_with_english_beside_it(mei, held):
    text = text_of(mei.post(f"/zh-hans/certificates/{held.pk}/", {"name": "林小满"}))
    assert "林小满" in text
    assert "健康与安全" in text.replace(" ", "")
    assert "Foundation" in text


@pytest.mark.parametrize(
    "name",
    [
        "A",
        "W" * 60,
        "满" * 20,
        "阿依古丽·买买提",
        "Nguyễn Thị Ngọc Ánh",
        "សុខ សុភាព",
        '#panic("no")',
        "O’Brien",
        "<b>x</b>",
    ],
)
def test_awkward_names_are_printed(mei, address, name):
    answer = mei.post(address, {"name": name})
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF")


@pytest.mark.parametrize("name", ["Lin \U000f0000", "Lin 😀"])
def test_a_sign_no_font_has_is_named_in_a_sentence(mei, address, name):
    answer = mei.post(address, {"name": name})
    assert answer.status_code == 422
    assert "These signs cannot be printed" in words(answer)
    assert not CertificateVersion.objects.exists()


@pytest.mark.parametrize("name", ["", "   ", "\u200d", "\u202e\u0007", "a" * 61])
def test_a_name_that_is_none_or_too_long_is_asked_for_again(mei, address, name):
    answer = mei.post(address, {"name": name, "csrf": "1"})
    assert answer.status_code == 422
    assert not CertificateVersion.objects.exists()


@pytest.mark.parametrize("name", ["bo", "lan", "lead", "auditor"])
def test_somebody_elses_certificate_does_not_exist(cast, address, name):
    stranger = browser(getattr(cast, name))
    assert stranger.get(address).status_code == 404
    assert stranger.post(address, {"name": "Lin"}).status_code == 404
    assert not CertificateVersion.objects.exists()


def test_a_visitor_signs_in(address, client):
    assert client.get(address).url.startswith("/accounts/login/")
