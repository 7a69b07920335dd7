"""What of a page is not written in its language yet: the texts that it still shares with the page it comes from."""

from dataclasses import dataclass

from django.conf import settings
from wagtail.models import Page

from courses.desk.reviews import with_review


@dataclass(frozen=True)
class Rest:
    """The language of what is not translated, the ids of such blocks, the names of such fields; the page it comes from."""

    language: str = ""
    blocks: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    # False where nothing but sources stands in the other language, as it does in every lesson.
    is_worth_saying: bool = False
    source: Page | None = None


def rest_of(page: Page, *fields: str) -> Rest:
    """Return what of a page is still in the site's first language, compared by `fields` and the blocks of its body.

    One query; none for a page in that language, or for one that shows another page as it is.
    """
    first = settings.LANGUAGE_CODE
    if page.alias_of_id or page.locale.language_code == first:
        return Rest()
    found = type(page).objects.filter(translation_key=page.translation_key, locale__language_code=first, alias_of=None)
    found = with_review(found, page)
    source = found.only("url_path", *fields, *(["body"] if hasattr(page, "body") else [])).first()
    if source is None:
        return Rest()
    same = frozenset(name for name in fields if getattr(page, name) and getattr(page, name) == getattr(source, name))
    blocks = shared_blocks(page, source) if hasattr(page, "body") else {}
    return Rest(first, frozenset(blocks), same, bool(same) or bool(set(blocks.values()) - {"sources"}), source)


def shared_blocks(page: Page, source: Page) -> dict[str, str]:
    """Return the types of those blocks, by id, that say the same in both pages."""
    theirs = {one["id"]: one["value"] for one in source.body.raw_data}
    return {one["id"]: one["type"] for one in page.body.raw_data if theirs.get(one["id"]) == one["value"]}
