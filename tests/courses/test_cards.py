"""Printed cards: ten on a page, in five languages, the same each time, and nothing that says whose they are."""

import datetime
import io

import pytest
from PIL import Image
from pypdf import PdfReader

from courses.actions import create_join_code, plain_join_code
from courses.card_words import CARD_WORDS
from courses.cards import Card, cards_sheet, codes_sheet, join_cards, recovery_card, render_cards
from courses.typesetting import qr_drawing, set_pdf, set_png
from people.codes import grouped
from tests.factories.courses import ARRIVED

LAST_DAY = datetime.date(2026, 12, 31)
ADDRESS = "https://learn.example.org/join/"
LANGUAGES = sorted(CARD_WORDS)
CODES = [f"7K2M-Q9XD-4HTV-{number:04}" for number in range(8)]


def cards(count, seats=1):
    return [Card(f"7K2M-Q9XD-{number:04}", ADDRESS, LAST_DAY, seats) for number in range(count)]


def read(pdf):
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf):
    return " ".join(" ".join(page.extract_text() for page in read(pdf).pages).split())


def fonts_in(pdf):
    fonts = read(pdf).pages[0]["/Resources"]["/Font"].values()
    return {str(font.get_object()["/BaseFont"]).split("+")[1].removesuffix("-Identity-H") for font in fonts}


def test_every_language_of_the_site_has_its_words(settings):
    assert {code for code, _name in settings.LANGUAGES} == set(CARD_WORDS)
    assert all(all(words) for words in CARD_WORDS.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_cards_give_the_same_bytes(fonts_dir, language):
    assert render_cards(cards(2), language, fonts_dir) == render_cards(cards(2), language, fonts_dir)
    assert render_cards(cards(2), language, fonts_dir) != render_cards(cards(3), language, fonts_dir)


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (10, 1), (11, 2), (20, 2)])
def test_ten_cards_stand_on_a_page_a4(fonts_dir, count, pages):
    found = read(render_cards(cards(count, seats=60), "my", fonts_dir)).pages
    assert len(found) == pages
    assert {tuple(round(length) for length in page.mediabox[2:]) for page in found} == {(595, 842)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_set_in_its_own_script(fonts_dir, language):
    own = {"zh-hans": "NotoSansSC", "my": "NotoSansMyanmar", "km": "NotoSansKhmer"}.get(language, "NotoSans")
    for pdf in (render_cards(cards(1), language, fonts_dir), set_pdf(codes_sheet(CODES, language), fonts_dir)):
        assert f"{own}-Regular" in fonts_in(pdf)


def test_a_card_says_code_address_last_day_and_seats_if_more_than_one(fonts_dir):
    one, seven = (text_of(render_cards(cards(1, seats), "en", fonts_dir)) for seats in (1, 7))
    for said in ("Three-Two-One", "7K2M-Q9XD-0000", "learn.example.org/join", "31 December 2026"):
        assert said in one
    assert "Seats" not in one
    assert "Seats 7" in seven


def test_a_chinese_card_speaks_chinese(fonts_dir):
    said = text_of(render_cards(cards(1), "zh-hans", fonts_dir)).replace(" ", "")
    assert "三二一" in said
    assert "2026年12月31日" in said


def test_a_long_address_stays_on_its_card(fonts_dir):
    long = Card("7K2M-Q9XD-0000", f"https://{'harm-reduction.' * 5}example.org/join/", LAST_DAY)
    pdf = render_cards([long], "en", fonts_dir)
    assert len(read(pdf).pages) == 1
    assert "example.org/join" in text_of(pdf)


def test_a_join_card_names_no_programme_cohort_audience_or_trainer(cast, fonts_dir):
    code = create_join_code(cast.peers, seats=1, expires_on=ARRIVED)
    (card,) = join_cards([code])
    assert card.code == grouped(plain_join_code(code))
    pdf = render_cards([card], "en", fonts_dir)
    everything = text_of(pdf) + str(read(pdf).metadata)
    for told in ("Anshan", "Lotus", "Backbone", "peer", "lan ", "mei"):
        assert told not in everything


def test_each_square_carries_its_code_behind_the_hash(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://learn.example.org"
    back = recovery_card("7k2m q9xd 4htv b1nc", LAST_DAY)
    drawn = cards_sheet([back, *cards(1)], "en").drawings
    assert drawn["7K2M-Q9XD-4HTV-B1NC"] == qr_drawing("https://learn.example.org/recovery/#7K2MQ9XD4HTVB1NC")
    assert drawn["7K2M-Q9XD-0000"] == qr_drawing("https://learn.example.org/join/#7K2MQ9XD0000")


def test_the_sheet_of_codes_names_neither_site_nor_account(fonts_dir):
    pdf = set_pdf(codes_sheet(CODES, "en"), fonts_dir)
    assert text_of(pdf) == "Codes Each code works once. " + " ".join(CODES)
    assert len(read(pdf).pages) == 1
    assert set_pdf(codes_sheet(CODES, "en"), fonts_dir) == pdf


def test_the_picture_of_codes_is_a_png_with_something_on_it(fonts_dir):
    picture = Image.open(io.BytesIO(set_png(codes_sheet(CODES, "my"), fonts_dir)))
    assert picture.format == "PNG"
    assert not picture.info
    dark, light = picture.convert("L").getextrema()
    assert dark < 60 and light == 255
