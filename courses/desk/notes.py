"""What a lesson tells its reader about itself: changed since you read it, a draft translation, what holds here."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from wagtail.models import Page

from courses.desk.reviews import state_of
from courses.models import Enrolment, LocalRule, PlaceCountry
from people.querysets import LEVELS


def country_of(learner: Any) -> str:
    """Return the country of a learner's cohort by its organisation or one above it, the site's own where none has one.

    Empty where the owner of the site named no country. Two queries.
    """
    places = dict(PlaceCountry.objects.values_list("organisation_id", "country"))
    ways = ["__".join(["cohort__organisation", *["parent"] * level, "id"]) for level in range(LEVELS)]
    if any(places) and learner.is_authenticated:
        for way in Enrolment.objects.of(learner).order_by("-pk").values_list(*ways):
            for place in way:
                if place in places and place is not None:
                    return str(places[place])
    return str(places.get(None, ""))


def local_rules(country: str, topics: Iterable[str], language: str) -> Mapping[str, LocalRule]:
    """Return what holds in a country by topic, in the language where it is stated in it, otherwise in English; one query."""
    found = LocalRule.objects.filter(country=country, topic__in=set(topics)) if country else ()
    order = {language: 2, settings.LANGUAGE_CODE: 1}
    return {one.topic: one for one in sorted(found, key=lambda one: order.get(one.language, 0))}


def topics_in(page: Page) -> list[str]:
    """Return the topics a lesson leaves to the country."""
    return [block.value["topic"] for block in page.body if block.block_type == "local"]


def notes_of(user: Any, page: Page, source: Page | None, change_note: str | None = None) -> dict[str, Any]:
    """Return what the lesson's template says beside the text; three queries where it has a local marker, otherwise none.

    `source` is the page it is translated from, fetched with its review; `change_note` is None where nothing changed.
    """
    topics = topics_in(page)
    return {
        "translation": state_of(page, source),
        "is_changed": change_note is not None,
        "change_note": change_note,
        "local_rules": local_rules(country_of(user), topics, page.locale.language_code) if topics else {},
    }
