"""The help page: steps for everybody, numbers that the owner has tried, and an honest word where there are none."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from home.models import HelpLine, HelpNote, HelpSheet
from tests.clock import on
from tests.factories.courses import StepFactory, course_with_lessons, home_page
from tests.reading import browser, links, queries, words

CHECKED = datetime.date(2026, 11, 3)


@pytest.fixture
def sheet(db):
    """China, with a number of each kind. They are made up for the tests."""
    made = HelpSheet(country="CN", checked_in=CHECKED)
    made.clean()
    made.save()
    HelpLine.objects.create(sheet=made, kind="EMERGENCY", name="Ambulance", number="000")
    HelpLine.objects.create(
        sheet=made, kind="HOTLINE", name="Listening line", number="+86 (000) 000-0001", note="Day and night"
    )
    HelpLine.objects.create(sheet=made, kind="SERVICE", name="红莲站", note="河边", language="zh-hans")
    HelpNote.objects.create(sheet=made, language="zh-hans", text="先叫救护车。", source="规程，2026年")
    return made


def test_it_ships_without_any_number(db, client):
    assert not HelpSheet.objects.exists()
    page = client.get("/en/help/")
    assert page.status_code == 200
    assert [link for link in links(page) if link.startswith("tel:")] == []
    assert "No number entered yet" in words(page)


def test_an_empty_country_says_so(db, client):
    said = words(client.get("/en/help/kh/"))
    assert "Help: Cambodia" in said
    assert "Nobody has entered a number for this country yet, and we do not guess one." in said
    assert "Somebody cannot be woken" in said


def test_a_country_with_an_entry_shows_its_numbers_and_when_they_were_tried(sheet, client):
    with on(datetime.date(2026, 11, 25)):
        page = client.get("/en/help/cn/")
    assert [link for link in links(page) if link.startswith("tel:")] == ["tel:000", "tel:+860000000001"]
    assert "Listening line +86 (000) 000-0001 Day and night" in words(page)
    assert "Last checked by those who run this site: November 2026." in words(page)
    assert "more than a year ago" not in words(page)


def test_a_year_later_it_warns(sheet, client):
    with on(datetime.date(2027, 12, 1)):
        assert "That is more than a year ago." in words(client.get("/en/help/cn/"))


def test_a_line_in_one_language_stands_on_its_pages_only(sheet, client):
    assert "红莲站" in words(client.get("/zh-hans/help/cn/"))
    assert "先叫救护车。" in words(client.get("/zh-hans/help/cn/"))
    assert "红莲站" not in words(client.get("/en/help/cn/"))


def test_where_one_country_is_entered_its_numbers_need_no_second_tap(sheet, client):
    assert "tel:+860000000001" in links(client.get("/en/help/"))
    HelpSheet.objects.create(country="VN", checked_in=CHECKED)
    assert "tel:+860000000001" not in links(client.get("/en/help/"))
    # The emergency numbers stand there still.
    assert "tel:000" in links(client.get("/en/help/"))


@pytest.mark.parametrize("address", ["/en/help/xx/", "/en/help/CN/", "/en/help/china/"])
def test_a_country_that_is_none_is_not_found(sheet, client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/en/help/", "/en/help/cn/"])
def test_it_is_read_and_nothing_else(sheet, client, address):
    assert client.post(address).status_code == 405


def test_it_is_one_tap_from_every_page_signed_in_or_not(cast, client):
    course, lessons = course_with_lessons(cast.programme)
    StepFactory(programme=cast.programme, page=course)
    home_page()
    for address in ("/en/", "/en/me/", course.url, lessons[0].url, "/accounts/2fa/", "/en/nowhere/"):
        assert "/en/help/" in links(browser(cast.mei).get(address))
    for address in ("/en/", "/en/join/", "/accounts/login/", "/c/"):
        assert "/en/help/" in links(client.get(address))


def test_it_costs_the_same_with_thirty_lines(sheet, client):
    before = queries(client, "/en/help/cn/")
    for number in range(30):
        HelpLine.objects.create(sheet=sheet, kind="SERVICE", name=f"Place {number}")
    assert queries(client, "/en/help/cn/") == before


@pytest.mark.parametrize("number", ["call me", "12;34", "<b>1</b>", "1"])
def test_what_is_no_number_is_refused(sheet, number):
    with pytest.raises(ValidationError, match="digits, spaces and hyphens"):
        HelpLine(sheet=sheet, kind="HOTLINE", name="A line", number=number).full_clean()


def test_a_hotline_without_a_number_is_refused(sheet):
    with pytest.raises(ValidationError, match="leave the line out until you know it"):
        HelpLine(sheet=sheet, kind="HOTLINE", name="A line").full_clean()
    HelpLine(sheet=sheet, kind="SERVICE", name="A place").full_clean()


def test_the_month_is_kept_not_the_day(sheet):
    assert sheet.checked_in == datetime.date(2026, 11, 1)
