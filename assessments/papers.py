"""What a page of a test shows: wording, options and where one stands. No key is ever read here."""

from dataclasses import dataclass

from assessments.choices import DONT_KNOW
from assessments.models import Item, Response, Sitting, Wording


@dataclass(frozen=True)
class Place:
    """One question in the overview."""

    position: int
    item: int
    choice: str | None
    come_back: bool


def places(sitting: Sitting) -> list[Place]:
    """Return all questions of a sitting with the answers that stand; two queries."""
    newest: dict[int, Response] = {}
    for response in sitting.responses.order_by("sequence"):
        newest[response.item_id] = response
    found = []
    for item_id, position in Item.objects.filter(form_id=sitting.form_id).values_list("pk", "position"):
        standing = newest.get(item_id)
        choice = standing.choice if standing and standing.choice else None
        found.append(Place(position, item_id, choice, bool(standing and standing.come_back)))
    return found


def wording_of(item_id: int, language: str) -> Wording:
    """Return the newest wording of an item's question in a language, English where there is none; one query."""
    found = Wording.objects.filter(question__items=item_id, language__in={language, "en"}).order_by("version")
    by_language = {wording.language: wording for wording in found}
    return by_language.get(language) or by_language["en"]


def is_option(wording: Wording, choice: str) -> bool:
    """Tell whether a choice is one of the wording's options, "I don't know", or empty (not answered)."""
    return choice in {"", DONT_KNOW} or any(option["id"] == choice for option in wording.options)
