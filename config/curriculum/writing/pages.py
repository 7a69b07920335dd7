"""Pages: written where they are missing, renewed where a file has changed, left alone where an author has worked."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.blocks import StreamValue
from wagtail.models import Locale, Page

from config.curriculum.reading.faults import CurriculumError, Fault
from config.curriculum.reading.tables import LANGUAGES
from config.curriculum.writing.blocks import identity
from config.curriculum.writing.nodes import Node
from courses.pages.lessons import CaptionTrack

SOURCE = LANGUAGES[0]


@dataclass
class PageWriter:
    """Writes trees of pages and remembers what became of them.

    An author's work is never overwritten silently: a page with a revision that somebody signed is changed only with
    `overwrite`.
    """

    overwrite: bool = False
    made: int = 0
    renewed: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def write(self, node: Node, parents: Mapping[str, Page]) -> dict[str, dict[str, Page]]:
        """Write a page in every language, then the pages in it; return all pages by place, then by language."""
        pages = {}
        for language in node.fields:
            page = self._find(node, language)
            if page is None:
                page = self._make(node, language, parents[language])
            else:
                self._part_from_source(page)
                self.renew(page, node.fields[language], dict(node.captions))
            pages[language] = page
        for language, _name in settings.LANGUAGES:
            if language not in pages:
                pages[language] = self._find(node, language) or self._make_alias(pages[SOURCE], language)
        written = {node.place: pages}
        for child in node.children:
            written |= self.write(child, pages)
        return written

    def _part_from_source(self, page: Page) -> None:
        """Let a page that showed the English one until now have texts of its own; an author's page is left to renew."""
        if page.alias_of_id is not None:
            ConvertAliasPageAction(page, log_action=None).execute(skip_permission_checks=True)
            page.refresh_from_db()

    def _make_alias(self, source: Page, language: str) -> Page:
        """Let a page show the English texts in a language it is not written in."""
        self.made += 1
        return source.copy_for_translation(_locale(language), alias=True)

    def renew(self, page: Page, fields: Mapping[str, Any], captions: Mapping[str, str]) -> None:
        """Publish what differs from the file, unless an author has worked on the page."""
        changed = {name: value for name, value in fields.items() if _kept(page, name) != value}
        tracks = {one.language: one.file.name for one in page.captions.all()} if captions else {}
        if not changed and tracks == captions:
            return
        name = f"{page.title} ({page.locale.language_code})"
        if not self.overwrite and page.revisions.exclude(user=None).exists():
            self.left.append(name)
            return
        # Pages below may have been added since it was read: a stale copy would write a child count of long ago.
        page.refresh_from_db(fields=["path", "depth", "numchild", "url_path"])
        _fill(page, changed, captions)
        page.save_revision().publish()
        self.renewed.append(name)

    def _find(self, node: Node, language: str) -> Page | None:
        """Return the page of a node in a language; raises CurriculumError where it is one of another kind."""
        named = {"translation_key": identity(node.place), "locale__language_code": language}
        found = node.model.objects.filter(**named).first()
        if found is None and Page.objects.filter(**named).exists():
            sentence = "It was loaded as another kind of lesson, and people may have finished it: give it another slug."
            raise CurriculumError([Fault(node.place, "", sentence)])
        return found

    def _make(self, node: Node, language: str, parent: Page) -> Page:
        """Make a live page; the key it shares with its translations comes from its place, the same on every site."""
        now = timezone.now()
        page = node.model(
            slug=node.slug,
            locale=_locale(language),
            translation_key=identity(node.place),
            first_published_at=now,
            last_published_at=now,
            latest_revision_created_at=now,
        )
        _fill(page, node.fields[language], dict(node.captions))
        parent.add_child(instance=page)
        self.made += 1
        return node.model.objects.get(pk=page.pk)


def _kept(page: Page, name: str) -> Any:
    """Return what a page holds, in the form in which the curriculum states it."""
    value = getattr(page, name)
    if isinstance(value, StreamValue):
        return json.loads(json.dumps(value.get_prep_value()))
    return value.name if hasattr(value, "storage") else value


def _fill(page: Page, fields: Mapping[str, Any], captions: Mapping[str, str]) -> None:
    for name, value in fields.items():
        setattr(page, name, json.dumps(value) if name == "body" else value)
    if "title" in fields:
        page.draft_title = fields["title"]
    if captions:
        page.captions.set([CaptionTrack(language=one, file=name) for one, name in captions.items()])


def _locale(language: str) -> Locale:
    return Locale.objects.get(language_code=language)
