"""The house rules for code: arrows, budgets, names."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("people", "courses", "assessments", "certificates", "reports", "home", "config", "tools", "tests")
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "services", "service", "managers", "manager", "misc"}
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
MIGRATION = re.compile(r"^\d{4}_(?!auto_|initial)[a-z][a-z0-9_]+$")

FILES = sorted(
    path
    for room in ROOMS
    for path in (ROOT / room).rglob("*.py")
    if not {"__pycache__", "node_modules"} & set(path.parts)
)
CODE = [path for path in FILES if path.parent.name != "migrations"]
MIGRATIONS = [path for path in FILES if path.parent.name == "migrations" and path.stem != "__init__"]
WRITTEN = [
    path
    for room in ROOMS
    for ending in ("*.html", "*.js")
    for path in (ROOT / room).rglob(ending)
    if "node_modules" not in path.parts
]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_the_road_runs_one_way():
    """Nobody imports what comes later on the road; imports for type checking are counted."""
    told = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True
    )
    assert told.returncode == 0, told.stdout


def test_no_file_is_longer_than_300_lines():
    lengths = {named(path): len(path.read_text().splitlines()) for path in [*CODE, *WRITTEN]}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_longer_than_40_lines():
    found = {
        f"{named(path)}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for path in CODE
        for node in functions(path)
        if node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    }
    assert found == {}


def test_nothing_is_imported_inside_a_function():
    found = [
        f"{named(path)}:{inner.lineno}"
        for path in CODE
        if path.relative_to(ROOT).parts[0] != "tests"
        for node in functions(path)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert found == []


def test_no_file_and_no_folder_is_called_after_nothing():
    found = [named(path) for path in FILES if FORBIDDEN & {path.stem, *path.relative_to(ROOT).parts[:-1]}]
    assert found == []


@pytest.mark.parametrize("path", MIGRATIONS, ids=named)
def test_a_migration_is_named_for_what_it_does(path):
    assert MIGRATION.match(path.stem)


def test_our_own_flow_uses_no_signals():
    """Call the action: a signal hides who does what."""
    found = [
        named(path)
        for path in CODE
        if path.relative_to(ROOT).parts[0] in ROOMS[:6]
        and re.search(r"\b(post|pre)_(save|delete)\b|@receiver", path.read_text())
    ]
    assert found == []


def test_the_pure_modules_know_no_database_no_request_and_no_clock():
    pure = (
        "people/codes.py",
        "courses/folding.py",
        "courses/progress.py",
        "courses/content_checks.py",
        "assessments/grading.py",
        "assessments/draw.py",
        "assessments/impact.py",
        "assessments/timing.py",
        "assessments/normalising.py",
        "assessments/numerals.py",
        "certificates/codes.py",
        "certificates/eligibility.py",
        *(named(path) for path in (ROOT / "reports" / "statistics").glob("*.py")),
    )
    for name in pure:
        text = (ROOT / name).read_text()
        assert not re.search(r"\bdjango\b|\.objects\b|\bnow\(\)|\btoday\(\)", text), name
