"""The steps of a programme with their tests; left alone where staff have put them together."""

from collections.abc import Mapping
from typing import Any

from wagtail.models import ModelLogEntry, Page

from assessments.models import Instrument, StepTest
from config.curriculum.reading.shapes import Programme, Step
from config.curriculum.writing.banks import renew
from config.curriculum.writing.pages import SOURCE, PageWriter
from courses.models import Programme as ProgrammeRow
from courses.models import Step as StepRow

Written = Mapping[str, Mapping[str, Page]]


def write_steps(
    programme: Programme, row: ProgrammeRow, written: Written, instrument: Instrument, writer: PageWriter
) -> None:
    """Write the steps as the file has them, unless an author has edited the programme and nobody demands it."""
    is_theirs = not writer.overwrite and was_edited(row)
    rows: dict[str, StepRow] = {step.code: step for step in row.steps.all()}
    for position, step in enumerate(programme.steps):
        fields = _fields(programme, step, written, rows) | {"sort_order": position}
        if is_theirs:
            held = rows.get(step.code)
            if held is None or any(getattr(held, name) != value for name, value in fields.items()):
                writer.left.append(f"{programme.slug}: {step.code}")
            continue
        rows[step.code] = renew(StepRow, {"programme": row, "code": step.code}, fields)
        if step.wave:
            renew(StepTest, {"step": rows[step.code]}, {"wave": step.wave, "instrument_id": instrument.pk})


def was_edited(row: ProgrammeRow) -> bool:
    """Tell whether somebody has saved the programme in the staff pages; one query."""
    deeds = ModelLogEntry.objects.for_instance(row)
    return bool(deeds.filter(action__in=["wagtail.create", "wagtail.edit"]).exists())


def _fields(programme: Programme, step: Step, written: Written, rows: Mapping[str, StepRow]) -> dict[str, Any]:
    page = _page_of(programme, step.page, written) if step.page else None
    return {
        "kind": step.kind,
        "page_id": page.pk if page else None,
        "opening": step.opening,
        "after_id": rows[step.after].pk if step.after in rows else None,
        "offset_months": step.offset_months,
        "offset_days": step.offset_days,
        "open_days": step.open_days or None,
        "window_from": step.window_from,
        "window_to": step.window_to,
        "pass_mark": step.pass_mark or None,
        "is_retired": False,
    }


def _page_of(programme: Programme, name: str, written: Written) -> Page:
    """Return the page in the source language that a step asks for by its folder's or file's name."""
    found = programme.courses.get(name) or programme.films.get(name) or programme.questionnaire
    return written[f"{programme.slug}/{found.slug}"][SOURCE]
