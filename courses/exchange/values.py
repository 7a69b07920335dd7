"""The fields of a row as the file holds them, and back. Which fields there are is read from the models."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from courses.exchange.faults import Report
from courses.exchange.references import Incoming, Outgoing
from courses.exchange.streams import UnknownBlockError, changed, rich_in, rich_out

# Of the tree, of drafts and workflows: each site has its own. The name of a page is its translation key and language.
OWN_TO_A_SITE = {one.name for one in Page._meta.concrete_fields} - {
    "title", "slug", "show_in_menus", "seo_title", "search_description"
}  # fmt: skip
PLAIN = (str, int, bool, float)


def fields_of(model: type[models.Model]) -> list[models.Field]:
    """Return the fields of a model that travel."""
    return [
        field
        for field in model._meta.concrete_fields
        if not field.primary_key
        and not isinstance(field, ParentalKey)
        and not (issubclass(model, Page) and field.name in OWN_TO_A_SITE)
        and field.name != "sort_order"
        and not (isinstance(field, models.OneToOneField) and field.remote_field.parent_link)
    ]


def children_of(model: type[models.Model]) -> list[Any]:
    """Return the relations to rows that are edited as a part of this one and are our own."""
    return [
        relation
        for relation in get_all_child_relations(model)
        if not relation.related_model.__module__.startswith("wagtail")
    ]


def row_out(row: Any, refs: Outgoing, without: Iterable[str] = ()) -> dict[str, Any]:
    """Return the fields of a row as JSON holds them."""
    return {one.name: _out(row, one, refs) for one in fields_of(type(row)) if one.name not in without}


def _out(row: Any, field: models.Field, refs: Outgoing) -> Any:
    if field.is_relation:
        return refs.row(field.related_model, getattr(row, field.attname))
    value = getattr(row, field.name)
    if isinstance(field, StreamField):
        raw = [dict(one) for one in value.get_prep_value()]
        return changed(field.stream_block, raw, refs.row, lambda text: rich_out(text, refs.page))
    if isinstance(field, RichTextField):
        return rich_out(value, refs.page)
    if isinstance(field, models.FileField):
        return refs.file(value)
    if value is None or isinstance(value, PLAIN) or isinstance(field, models.JSONField):
        return value
    return field.value_to_string(row)


def value_in(field: models.Field, raw: Any, refs: Incoming) -> Any:
    """Return what a field gets on this site: for a relation a primary key. Raises ValidationError, UnknownBlockError."""
    if field.is_relation:
        found = refs.row(field.related_model, raw)
        if raw is not None and found is None:
            raise ValidationError(
                _("What it refers to (%(name)s) is neither in the file nor on this site.") % {"name": raw}
            )
        return found
    if isinstance(field, StreamField):
        return changed(field.stream_block, raw, refs.row, lambda text: rich_in(text, refs.page))
    if isinstance(field, RichTextField):
        return rich_in(str(raw), refs.page)
    if isinstance(field, models.FileField):
        kept = refs.keep(str(raw), str(field.upload_to)) if raw else ""
        if bool(raw) != bool(kept) or not (kept or field.blank):
            raise ValidationError(_("Its file is missing or damaged. Export the course again."))
        return kept
    value = field.to_python(raw)
    if value is not None or not field.null:
        field.run_validators(value)
    if field.choices and value not in (None, "") and value not in dict(field.flatchoices):
        raise ValidationError(_("“%(value)s” is no choice here.") % {"value": value})
    if value in (None, "") and not (field.blank or field.null):
        raise ValidationError(_("This is empty, and must not be."))
    return value


def values_in(
    model: type[models.Model], data: Any, refs: Incoming, report: Report, place: str, without: Iterable[str] = ()
) -> dict[str, Any]:
    """Return what each field gets, by attribute; faults are noted with their place, and what is faulty is left out."""
    wanted = {one.name: one for one in fields_of(model) if one.name not in without}
    if not isinstance(data, dict) or set(data) != set(wanted):
        strange = sorted(set(data) ^ set(wanted)) if isinstance(data, dict) else []
        report.fault(
            place,
            _("The file and this site do not know the same fields (%(names)s). Bring both sites to the same version.")
            % {"names": ", ".join(strange)},
        )
        return {}
    found = {}
    for name, field in wanted.items():
        try:
            found[field.attname if field.is_relation else name] = value_in(field, data[name], refs)
        except ValidationError as error:
            report.fault(f"{place}, {name}", " ".join(error.messages))
        except UnknownBlockError as error:
            report.fault(f"{place}, {name}", _("This site does not know the block “%(name)s”.") % {"name": error})
        except (TypeError, ValueError):
            report.fault(f"{place}, {name}", _("This is not of the kind that belongs here."))
    return found
