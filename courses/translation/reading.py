"""What a reader of a translated lesson is told: which parts stand in the language of the source, and what is out of date."""

from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation


@dataclass(frozen=True)
class Foreign:
    """The parts of a page that are not in its own language, by the ids of their blocks, and the language they are in."""

    language: str = settings.LANGUAGE_CODE
    blocks: frozenset[str] = field(default_factory=frozenset)
    has_title: bool = False
    is_outdated: bool = False

    @property
    def is_mixed(self) -> bool:
        """Tell whether any part is."""
        return bool(self.blocks) or self.has_title


def foreign_parts(page: Page) -> Foreign:
    """Return which parts of a lesson say word for word what its source says; two queries, none for a source or a mirror."""
    if page.alias_of_id or get_language() == settings.LANGUAGE_CODE:
        return Foreign()
    source = (
        type(page)
        .objects.filter(translation_key=page.translation_key, locale__language_code=settings.LANGUAGE_CODE)
        .only("title", "body")
        .first()
    )
    if source is None:
        return Foreign()
    theirs = {block["id"]: block["value"] for block in source.body.raw_data}
    same = frozenset(
        block["id"] for block in page.body.raw_data if block["id"] in theirs and theirs[block["id"]] == block["value"]
    )
    return Foreign(blocks=same, has_title=page.title == source.title, is_outdated=is_outdated(page))


def is_outdated(page: Page) -> bool:
    """Tell whether a text of the source has changed since this page was translated; one query."""
    held = StringTranslation.objects.filter(context=OuterRef("context"), locale=page.locale_id, has_error=False)
    changed = StringSegment.objects.filter(
        source__object=page.translation_key, source__translations__target_locale=page.locale_id
    )
    current = held.filter(translation_of=OuterRef("string"))
    return changed.exclude(Exists(current)).filter(Exists(held)).exists()
