"""What is printed on cards, and the sheets they stand on: unlabelled, so that a card that is found tells nothing."""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format

from courses.actions import plain_join_code
from courses.card_words import CARD_WORDS
from courses.models import JoinCode
from courses.typesetting import Manuscript, printable, qr_drawing, set_pdf, voice
from people.codes import grouped, normalised_code
from people.templatetags.look import SHAPES

TEMPLATES = Path(__file__).parent / "typst"
MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 32" fill="#73244c">'
    + "".join(f'<path fill-rule="evenodd" d="{path}"/>' for path in SHAPES.values())
    + "</svg>"
)
# The address without a language: the site answers in that of the phone.
JOIN_PATH = "/join/"


@dataclass(frozen=True)
class Card:
    """A code in groups of four, the page that takes it, its last day, and how many people it lets in."""

    code: str
    address: str
    last_day: datetime.date
    seats: int = 1


def join_cards(codes: Iterable[JoinCode]) -> list[Card]:
    """Return the cards of join codes. Nothing of programme, cohort, place or audience goes onto one."""
    address = settings.WAGTAILADMIN_BASE_URL.rstrip("/") + JOIN_PATH
    return [Card(grouped(plain_join_code(one)), address, one.expires_on, one.seats) for one in codes]


def recovery_card(code: str, last_day: datetime.date) -> Card:
    """Return the card that lets a learner back in; whose it is does not stand on it."""
    address = settings.WAGTAILADMIN_BASE_URL.rstrip("/") + reverse("recovery")
    return Card(grouped(normalised_code(code)), address, last_day)


def render_cards(cards: Sequence[Card], language: str, fonts_dir: Path) -> bytes:
    """Return cards as a PDF to print and cut, ten on a page A4; the same bytes for the same cards.

    10 cards take 0.2 s. Never call it inside a transaction.
    """
    return set_pdf(cards_sheet(cards, language), fonts_dir)


def cards_sheet(cards: Sequence[Card], language: str) -> Manuscript:
    """Return the sheets of cards. In each square the code stands behind the #, which no server and no log ever sees."""
    words = CARD_WORDS[language]
    sheet = {
        "voice": voice(language),
        "words": words._asdict(),
        "cards": [_printed(card, language) for card in cards],
    }
    squares = {card.code: qr_drawing(f"{card.address}#{normalised_code(card.code)}") for card in cards}
    return Manuscript(TEMPLATES / "cards.typ", sheet, squares | {"mark": MARK})


def codes_sheet(codes: Sequence[str], language: str) -> Manuscript:
    """Return a small page of recovery codes, for a picture or for print.

    It names neither the site nor the account: whoever finds it cannot tell what the codes open, nor whose they are.
    """
    words = CARD_WORDS[language]
    sheet = {"voice": voice(language), "words": words._asdict(), "codes": list(codes)}
    return Manuscript(TEMPLATES / "codes.typ", sheet)


def _printed(card: Card, language: str) -> dict[str, str]:
    with translation.override(language):
        day = date_format(card.last_day, CARD_WORDS[language].day)
    return {
        "code": card.code,
        "address": re.sub(r"^https?://|/$", "", printable(card.address)),
        "day": printable(day),
        "seats": str(card.seats) if card.seats > 1 else "",
    }
