"""What a row of one site refers to, said so that another site finds its own: pages, media, named rows."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import models
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtailmedia.models import get_media_model

from courses.exchange.names import name_field
from courses.exchange.package import Writer

# A page on every site: its translation key, and its language.
PageName = tuple[str, str]
KINDS = {"image": get_image_model, "document": get_document_model, "media": get_media_model}


def kind_of(model: type[models.Model]) -> str | None:
    """Return the kind of medium a model holds, None for any other model."""
    return next((name for name, get in KINDS.items() if issubclass(model, get())), None)


def page_name(page: Page) -> PageName:
    """Return the name of a page that is the same on every site."""
    return str(page.translation_key), page.locale.language_code


class Outgoing:
    """Says what rows refer to, and puts each medium into the package once."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.media: dict[str, dict[str, Any]] = {}
        self._pages: dict[int, PageName] = {}

    def row(self, model: type[models.Model], pk: Any) -> Any:
        """Return a row that is referred to, as the file names it. Raises TypeError for a model that has no name."""
        if pk is None:
            return None
        if issubclass(model, Page):
            return self.page(pk)
        if kind := kind_of(model):
            return self.medium(kind, model._default_manager.filter(pk=pk).first())
        field = name_field(model)
        if field is None:
            raise TypeError(
                f"{model._meta.label} has no name that is the same on every site; see courses.exchange.names"
            )
        return model._default_manager.values_list(field, flat=True).get(pk=pk)

    def page(self, pk: int) -> PageName | None:
        """Return the name of a page, None where it is gone."""
        if pk not in self._pages:
            found = Page.objects.filter(pk=pk).select_related("locale").first()
            if found is None:
                return None
            self._pages[pk] = page_name(found)
        return self._pages[pk]

    def medium(self, kind: str, row: Any) -> str | None:
        """Return the name of a picture, film or document, and take it along."""
        if row is None:
            return None
        name = self.file(row.file)
        facts: dict[str, Any] = {"kind": kind, "title": row.title, "file": name}
        if kind == "media":
            facts |= {"type": row.type, "duration": float(row.duration or 0)}
        known = f"{kind}:{name.removeprefix('files/')}"
        self.media.setdefault(known, facts)
        return known

    def file(self, held: Any) -> str:
        """Return the name in the package of a stored file, and take it along; empty where there is none."""
        if not held:
            return ""
        with held.storage.open(held.name) as opened:
            body = opened.read()
        ending = Path(held.name).suffix.lower() or ".bin"
        name = f"files/{hashlib.sha256(body).hexdigest()}{ending}"
        self.writer.add(name, body)
        return name


class Incoming:
    """Finds on this site what the file refers to. `media` and `pages` fill while an import goes on."""

    def __init__(self) -> None:
        self.media: dict[str, int] = {}
        # Keeps a file that hangs on a row; whoever leads the import says how.
        self.keep: Callable[[str, str], str] = lambda name, folder: ""
        self.pages: dict[PageName, int] = {}

    def row(self, model: type[models.Model], name: Any) -> Any:
        """Return the primary key of a row that the file names; None where it names none or this site has none."""
        if name is None:
            return None
        if issubclass(model, Page):
            return self.page(name)
        if kind_of(model):
            return self.media.get(str(name))
        field = name_field(model)
        return model._default_manager.filter(**{str(field): name}).values_list("pk", flat=True).first()

    def page(self, name: Any) -> int | None:
        """Return the primary key of a page of the file or of this site, None where it is on neither."""
        if not (isinstance(name, list | tuple) and len(name) == 2):
            return None
        key, language = str(name[0]), str(name[1])
        if (key, language) not in self.pages:
            found = Page.objects.filter(translation_key=key, locale__language_code=language).values_list(
                "pk", flat=True
            )
            if not found:
                return None
            self.pages[key, language] = found[0]
        return self.pages[key, language]
