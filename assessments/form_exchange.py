"""Instruments in the file of a course: forms, blueprints, awareness rules. What is here already must be the same."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.actions.publishing import RefusedError, publish_form
from assessments.models import AwarenessRule, BlueprintRow, Instrument, Item, Question, TestForm, Topic
from courses.exchange.faults import Report

RULE = ("slug", "version", "kind", "cut_off")


def instrument_out(instrument: Instrument) -> dict[str, Any]:
    """Return an instrument with its published forms and its rules."""
    forms = instrument.forms.filter(published_at__isnull=False).order_by("letter")
    return {
        "slug": instrument.slug,
        "name": instrument.name,
        "forms": [form_out(form) for form in forms],
        "rules": [
            {name: getattr(rule, name) for name in RULE} for rule in instrument.rules.order_by("slug", "version")
        ],
    }


def form_out(form: TestForm) -> dict[str, Any]:
    """Return a form with its items in order; what a regrade has dropped is said."""
    items = form.items.order_by("position").values_list(
        "question__bank__slug", "question__code", "is_anchor", "is_dropped"
    )
    rows = form.rows.order_by("topic__code").values_list("topic__bank__slug", "topic__code", "count")
    return {
        "letter": form.letter,
        "kind": form.kind,
        "items": [list(one) for one in items],
        "rows": [list(one) for one in rows],
    }


def write_instrument(data: Any, report: Report) -> None:
    """Write an instrument, or see that it is the same here."""
    place = f"{_('instrument')} {data.get('slug') if isinstance(data, dict) else ''}"
    if not isinstance(data, dict) or set(data) != {"slug", "name", "forms", "rules"}:
        report.fault(place, _("Something is missing here. Export the course again."))
        return
    row, is_new = Instrument.objects.get_or_create(slug=data["slug"], defaults={"name": data["name"]})
    if not is_new:
        if instrument_out(row) | {"name": ""} != {**data, "name": ""}:
            report.fault(place, _("Another instrument has this short name here. Change it on one of the two sites."))
        else:
            report.same.append(place)
        return
    for form in data["forms"]:
        _write_form(row, form, report, place)
    for rule in data["rules"]:
        made = AwarenessRule(instrument=row, **{name: rule[name] for name in RULE})
        made.full_clean()
        made.save()
    report.made.append(place)


def _write_form(instrument: Instrument, wanted: Mapping[str, Any], report: Report, place: str) -> None:
    """Write a form and publish it, once it passes what an author's form has to pass."""
    form = TestForm.objects.create(instrument=instrument, letter=wanted["letter"], kind=wanted["kind"])
    for position, (bank, code, is_anchor, is_dropped) in enumerate(wanted["items"], 1):
        question = Question.objects.filter(bank__slug=bank, code=code).first()
        if question is None:
            report.fault(place, _("The question “%(code)s” of a form is not in the file.") % {"code": code})
            return
        Item.objects.create(form=form, question=question, position=position, is_anchor=is_anchor, is_dropped=is_dropped)
    for bank, code, count in wanted["rows"]:
        BlueprintRow.objects.create(form=form, topic=Topic.objects.get(bank__slug=bank, code=code), count=count)
    try:
        publish_form(form, by=None, at=timezone.now())
    except RefusedError as error:
        for sentence in error.sentences:
            report.fault(f"{place} {form.letter}", sentence)
