"""A programme's row, audiences and steps in the file of a course."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from courses.exchange.faults import Report
from courses.exchange.references import Incoming, Outgoing
from courses.exchange.values import row_out, values_in
from courses.models import Programme, Step
from people.models import Audience

# Steps that nobody new is asked for stay behind.
OF_THE_PLAN = ("programme", "after", "is_retired")


def programme_out(programme: Programme, refs: Outgoing) -> dict[str, Any]:
    """Return a programme with its audiences and its steps in order."""
    codes = dict(programme.steps.values_list("pk", "code"))
    return {
        "slug": programme.slug,
        "name": programme.name,
        "audiences": sorted(programme.audiences.values_list("code", flat=True)),
        "steps": [
            row_out(step, refs, without=OF_THE_PLAN) | {"after": codes.get(step.after_id)}
            for step in programme.steps.filter(is_retired=False).order_by("sort_order")
        ],
    }


def check_programme(data: Any, report: Report) -> None:
    """Note what stands against a programme before anything is written."""
    place = _("programme")
    shape = {"slug": str, "name": str, "audiences": list, "steps": list}
    if not isinstance(data, dict) or any(not isinstance(data.get(name), kind) for name, kind in shape.items()):
        report.fault(place, _("Something is missing here. Export the course again."))
        return
    known = set(Audience.objects.values_list("code", flat=True))
    for code in data["audiences"]:
        if code not in known:
            report.fault(place, _("This site has no audience “%(code)s”. Make it first.") % {"code": code})
    seen: set[str] = set()
    for step in data["steps"]:
        code = step.get("code") if isinstance(step, dict) else None
        if not isinstance(code, str) or code in seen or step.get("after") not in {None, *seen}:
            report.fault(
                place, _("The step “%(code)s” stands twice, or opens after one that comes later.") % {"code": code}
            )
        seen.add(str(code))


def programme_row(data: Mapping[str, Any], report: Report) -> Programme:
    """Return the programme of this short name, made where there is none."""
    row, is_new = Programme.objects.get_or_create(slug=data["slug"], defaults={"name": data["name"]})
    if is_new:
        row.audiences.set(Audience.objects.filter(code__in=data["audiences"]))
        report.made.append(f"{_('programme')} {row.name}")
    return row


def write_steps(data: Mapping[str, Any], programme: Programme, refs: Incoming, report: Report) -> None:
    """Write the steps of a new programme; those of one that is here already are compared and left as they are."""
    held = {step.code: step for step in programme.steps.all()}
    is_new = not held
    for position, wanted in enumerate(data["steps"]):
        place = f"{_('step')} {wanted['code']}"
        plain = {name: value for name, value in wanted.items() if name != "after"}
        values = values_in(Step, plain, refs, report, place, without=OF_THE_PLAN)
        after = held.get(wanted["after"]) if wanted["after"] else None
        step = held.get(wanted["code"])
        if is_new:
            step = Step(programme=programme, sort_order=position, after=after, **values)
            step.full_clean(exclude=["programme"])
            step.save()
            held[step.code] = step
            report.made.append(place)
        elif step is None or any(getattr(step, name) != value for name, value in values.items()):
            report.leave(place, _("The plan is another one here and was left as it is."))
        else:
            report.same.append(place)
