"""Regrading many: the same few statements for each few hundred people, and 10,000 sittings in a long test."""

import re
import time
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments import rescoring
from assessments.actions.regrading import apply_regrade, impact
from assessments.models import Score
from assessments.rescoring import Change
from tests.factories.assessments import StepTestFactory, instrument
from tests.factories.courses import ARRIVED
from tests.factories.regrades import many_sittings

MANY = 10_000


@pytest.fixture
def exam(cast):
    """An exam of twenty questions; whoever has twelve right passes."""
    measured = instrument("twenty", questions=20, anchors=5)
    step = {"step__programme": cast.programme, "step__kind": "EXAM", "step__pass_mark": 60}
    return StepTestFactory(instrument=measured, wave="ANNUAL", **step)


def change_of(exam):
    return Change.of_key(exam.instrument.forms.get(letter="A").items.get(position=20).question, "b")


def statements(call):
    with CaptureQueriesContext(connection) as captured:
        call()
    return len(captured)


def test_a_dry_run_costs_the_same_for_two_people_and_for_thirty(cast, exam):
    change = change_of(exam)
    many_sittings(exam, cast.workers, 2, right=15)
    few = statements(lambda: impact(change))
    many_sittings(exam, cast.workers, 28, right=15)
    assert statements(lambda: impact(change)) == few


def test_applied_it_costs_the_same_where_nobody_comes_to_pass(cast, exam):
    many_sittings(exam, cast.workers, 30, right=15)
    first = statements(lambda: apply_regrade(change_of(exam), reason="r", by=cast.author, on=ARRIVED))
    assert Score.objects.filter(version=2, points=16).count() == 30
    assert first < 40


def test_people_on_both_sides_of_a_batch_are_all_reached(cast, exam, monkeypatch):
    monkeypatch.setattr(rescoring, "AT_ONCE", 7)
    many_sittings(exam, cast.workers, 20, right=11)
    found = apply_regrade(change_of(exam), reason="r", by=cast.author, on=ARRIVED)
    assert (found.groups[False].people, found.moved, found.groups[False].now_pass) == (20, 20, 20)
    assert Score.objects.filter(version=2).count() == 20
    assert all(enrolment.completions.count() == 1 for enrolment in cast.workers.enrolments.filter(sittings__test=exam))


def peak(*, anew: bool = False) -> int:
    """Return the most memory of this process so far in MB, `anew` counted from now on; 0 where the system does not tell."""
    status, forget = Path("/proc/self/status"), Path("/proc/self/clear_refs")
    if not status.exists():
        return 0
    if anew:
        forget.write_text("5")
    return int(re.search(r"VmHWM:\s+(\d+)", status.read_text())[1]) // 1024


def clocks() -> tuple[float, float]:
    """Return the clock on the wall and the time this process has had, in seconds."""
    return time.monotonic(), time.process_time()


def spent(start: tuple[float, float], end: tuple[float, float]) -> str:
    """Return what went by on both clocks."""
    wall, own = (after - before for before, after in zip(start, end, strict=True))
    return f"{wall:.1f} ({own:.1f} of CPU)"


@pytest.mark.long
def test_ten_thousand_sittings(cast, exam, record_property):
    change = change_of(exam)
    for cohort, right in ((cast.workers, 15), (cast.police, 11)):
        many_sittings(exam, cohort, MANY // 2, right=right)
    before, start = peak(anew=True), clocks()
    asked = statements(lambda: impact(change))
    looked = clocks()
    done = apply_regrade(change, reason="r", by=cast.author, on=ARRIVED)
    applied, more = clocks(), peak() - before
    record_property("sittings of twenty answers looked at, s", f"{MANY}: {spent(start, looked)}")
    record_property("of them graded anew, 5,000 come to pass, s", f"{MANY}: {spent(looked, applied)}")
    record_property("statements of the dry run; MB of memory more", f"{asked}; {more}")
    assert (done.moved, done.groups[False].now_pass) == (MANY, MANY // 2)
    assert Score.objects.filter(version=2).count() == MANY
    assert asked < 10 * (MANY // rescoring.AT_ONCE + 1)
    assert more < 100
