"""What the programme editor sends: one row for each step, in the order in which they were dragged."""

from typing import Any

from courses.models import Programme, Step
from tests.config.editing import formset

EMPTY = dict.fromkeys(("page", "material", "pass_mark", "after_code", "open_days", "window_from", "window_to"), "")


def row(step: Step | None = None, **changes: Any) -> dict[str, Any]:
    """Return the fields of a step, new or as it stands."""
    fields = EMPTY | {"id": "", "code": "", "kind": "READ", "opening": "AT_ONCE", "offset_months": 0, "offset_days": 0}
    if step is not None:
        names = ("code", "kind", "opening", "offset_months", "offset_days", "window_from", "window_to")
        fields |= {name: getattr(step, name) for name in names}
        fields |= {"id": step.pk, "page": step.page_id or "", "after_code": step.after.code if step.after else ""}
        fields |= {"pass_mark": step.pass_mark or "", "open_days": step.open_days or ""}
        fields |= {"material": step.test.instrument.slug if hasattr(step, "test") else ""}
    return fields | changes


def editor_form(programme: Programme, rows: list[dict[str, Any]], **changes: Any) -> dict[str, Any]:
    """Return the whole form as Wagtail sends it: rows as they stood, then new ones; ORDER says where they were dragged."""
    stood = list(Step.objects.filter(programme=programme.pk).current().values_list("pk", flat=True))
    sent = sorted(enumerate(rows, 1), key=lambda pair: stood.index(pair[1]["id"]) if pair[1]["id"] else len(stood))
    fields = {"name": programme.name, "slug": programme.slug}
    fields |= formset("steps", len(rows), sum(1 for one in rows if one["id"]))
    for at, (place, one) in enumerate(sent):
        fields |= {f"steps-{at}-{name}": value for name, value in ({"ORDER": place, "DELETE": ""} | one).items()}
    return fields | changes
