"""The pages of a course: what the file says of each, and how they come to stand on another site."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Locale, Page

from courses.exchange.faults import ExchangeError, Report
from courses.exchange.references import Incoming, Outgoing, PageName, page_name
from courses.exchange.values import children_of, row_out, values_in
from courses.models import Programme, ProgrammePage

PAGE_KEYS = {"type", "key", "locale", "parent", "alias_of", "fields", "children"}


def pages_of(programme: Programme) -> Iterator[Page]:
    """Yield the published pages of a programme in all languages, parents first."""
    for root in ProgrammePage.objects.filter(programme=programme).select_related("locale").order_by("path"):
        yield from root.get_descendants(inclusive=True).live().select_related("locale", "alias_of__locale").specific()


def drafts_of(programme: Programme) -> list[str]:
    """Return the titles of pages that are not published: they do not travel."""
    roots = ProgrammePage.objects.filter(programme=programme)
    return [page.title for root in roots for page in root.get_descendants(inclusive=True).filter(live=False)]


def page_out(page: Page, refs: Outgoing, inside: set[int]) -> dict[str, Any]:
    """Return what the file says of a page; `inside` are the pages that travel with it."""
    key, language = page_name(page)
    parent = page.get_parent()
    children = {
        relation.get_accessor_name(): [row_out(row, refs) for row in getattr(page, relation.get_accessor_name()).all()]
        for relation in children_of(type(page))
    }
    return {
        "type": type(page)._meta.label_lower,
        "key": key,
        "locale": language,
        "parent": refs.page(parent.pk) if parent.pk in inside else None,
        "alias_of": page_name(page.alias_of) if page.alias_of_id else None,
        "fields": row_out(page, refs),
        "children": children,
    }


def allowed_types() -> dict[str, type[Page]]:
    """Return the types of page that may stand in a programme, by label."""
    found: list[type[Page]] = [ProgrammePage]
    for model in found:
        found += [one for one in model.allowed_subpage_models() if one not in found and one is not Page]
    return {model._meta.label_lower: model for model in found}


@dataclass(frozen=True)
class PageFile:
    """One page of the file, its shape checked."""

    model: type[Page]
    name: PageName
    parent: PageName | None
    alias_of: PageName | None
    fields: Mapping[str, Any]
    children: Mapping[str, Any]

    @property
    def place(self) -> str:
        """Return how reports call it."""
        return f"{self.fields.get('title', self.name[0])} ({self.name[1]})"


def read_pages(raw: Any, report: Report) -> list[PageFile]:
    """Return the pages of a file, parents first; what is wrong with their shape is noted and left out."""
    known, languages = allowed_types(), set(Locale.objects.values_list("language_code", flat=True))
    found: dict[PageName, PageFile] = {}
    for number, one in enumerate(raw if isinstance(raw, list) else [], 1):
        place = _("page %(number)d") % {"number": number}
        if not _has_shape(one):
            report.fault(place, _("Something is missing here. Export the course again."))
            continue
        page = PageFile(
            known.get(one["type"], Page), (one["key"], one["locale"]), _name(one["parent"]), _name(one["alias_of"]),
            one["fields"], one["children"],
        )  # fmt: skip
        if page.model is Page:
            report.fault(page.place, _("This site knows no page of the kind “%(type)s”.") % {"type": one["type"]})
        elif page.name[1] not in languages:
            report.fault(
                page.place, _("This site has not switched on this language: %(code)s.") % {"code": page.name[1]}
            )
        elif page.name in found:
            report.fault(page.place, _("This page stands twice in the file."))
        elif any(name and name not in found for name in (page.parent,)) or (page.parent is None) != (
            page.model is ProgrammePage
        ):
            report.fault(page.place, _("The page it stands in is not in the file."))
        else:
            found[page.name] = page
    if not found and not report.faults:
        report.fault("", _("There is no page in the file."))
    return list(found.values())


def _has_shape(one: Any) -> bool:
    return (
        isinstance(one, dict)
        and set(one) == PAGE_KEYS
        and all(isinstance(one[name], str) for name in ("type", "key", "locale"))
        and isinstance(one["fields"], dict)
        and isinstance(one["children"], dict)
        and all(isinstance(rows, list) for rows in one["children"].values())
    )


def _name(raw: Any) -> PageName | None:
    return (str(raw[0]), str(raw[1])) if isinstance(raw, list) and len(raw) == 2 else None


class PageReceiver:
    """Brings pages to this site: first all of them with what stands alone, then what refers to other pages."""

    def __init__(self, refs: Incoming, report: Report, homes: Mapping[str, Page], *, update: bool) -> None:
        self.refs, self.report, self.homes, self.update = refs, report, homes, update
        self.new: set[PageName] = set()

    def stand(self, page: PageFile) -> None:
        """See that a page is there, with its plain fields; a page that is there already stays as it is for now."""
        if self.refs.page(page.name) is not None:
            return
        parent = self._parent(page)
        source = self.refs.page(page.alias_of) if page.alias_of else None
        if source is not None:
            made = Page.objects.get(pk=source).specific.copy_for_translation(_locale(page.name[1]), alias=True)
        else:
            values = self._values(page, plain_alone=True)
            made = page.model(locale=_locale(page.name[1]), translation_key=page.name[0], live=False, **values)
            self._tried(page, lambda: parent.add_child(instance=made))
        self.refs.pages[page.name] = made.pk
        self.new.add(page.name)
        self.report.made.append(page.place)

    def fill(self, page: PageFile, was: Mapping[str, Any] | None) -> None:
        """Publish what the file says; `was` is what the file would say of the page as it stood here, None for a new one."""
        if page.alias_of:
            return
        if page.name not in self.new:
            if was is not None and was["fields"] == page.fields and was["children"] == page.children:
                self.report.same.append(page.place)
                return
            if not self.update:
                self.report.leave(page.place, _("It reads otherwise here and was left as it is."))
                return
            self.report.renewed.append(page.place)
        held = page.model.objects.get(pk=self.refs.pages[page.name])
        if held.alias_of_id:
            held.alias_of = None
        for name, value in self._values(page).items():
            setattr(held, name, value)
        held.draft_title = held.title
        for relation in children_of(page.model):
            setattr(held, relation.get_accessor_name(), self._children(page, relation))
        self._tried(page, lambda: self._publish(held))

    def _publish(self, held: Page) -> None:
        for name, value in ((one.name, getattr(held, one.name)) for one in held._meta.concrete_fields):
            if isinstance(held._meta.get_field(name), StreamField):
                value.stream_block.clean(value)
        held.save()
        held.save_revision().publish()

    def _values(self, page: PageFile, *, plain_alone: bool = False) -> dict[str, Any]:
        if not plain_alone:
            return values_in(page.model, page.fields, self.refs, self.report, page.place)
        later = [one.name for one in page.model._meta.concrete_fields if refers_to_pages(one)]
        kept = {name: value for name, value in page.fields.items() if name not in later}
        return values_in(page.model, kept, self.refs, self.report, page.place, without=later)

    def _children(self, page: PageFile, relation: Any) -> list[Any]:
        rows = page.children.get(relation.get_accessor_name(), [])
        place = f"{page.place}, {relation.get_accessor_name()}"
        found = []
        for number, row in enumerate(rows, 1):
            values = values_in(relation.related_model, row, self.refs, self.report, f"{place} {number}")
            found.append(relation.related_model(**values))
        return found

    def _parent(self, page: PageFile) -> Page:
        pk = self.refs.page(page.parent) if page.parent else None
        return Page.objects.get(pk=pk) if pk else self.homes[page.name[1]]

    def _tried(self, page: PageFile, deed: Any) -> None:
        """Do something that Wagtail may refuse; a refusal is a fault of the page, and ends the import."""
        try:
            deed()
        except ValidationError as error:
            self.report.fault(page.place, " ".join(_sentences(error)))
            raise ExchangeError(self.report) from error


def refers_to_pages(field: models.Field) -> bool:
    """Tell whether a field may name pages that are not there yet."""
    is_link = field.is_relation and issubclass(field.related_model, Page)
    return is_link or isinstance(field, StreamField | RichTextField)


def _sentences(error: ValidationError) -> list[str]:
    if hasattr(error, "as_json_data"):
        return list(dict.fromkeys(_within(error.as_json_data())))
    if hasattr(error, "error_dict"):
        return [f"{name}: {sentence}" for name, found in error.message_dict.items() for sentence in found]
    return error.messages


def _within(found: Any) -> Iterator[str]:
    """Yield the sentences inside what a stream says of its blocks."""
    if isinstance(found, Mapping):
        yield from (str(one) for one in found.get("messages", ()))
        yield from (sentence for name, one in found.items() if name != "messages" for sentence in _within(one))
    elif isinstance(found, list):
        yield from (sentence for one in found for sentence in _within(one))


def _locale(code: str) -> Locale:
    return Locale.objects.get(language_code=code)
