"""The house rules for what could do harm: nothing is left in a browser, no text is run, nobody outside is called."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
APPS = ("people", "courses", "assessments", "certificates", "reports", "home", "config")
CODE = sorted(path for app in APPS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts)
SCRIPTS = sorted(path for app in APPS for path in (ROOT / app / "static").rglob("*.js"))

STORES = re.compile(r"localStorage|sessionStorage|indexedDB|caches\.|document\.cookie|serviceWorker|__proto__")
MADE_TEXT = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function")
RUNS = re.compile(r"\beval\(|\bexec\(|shell=True|os\.system|pickle\.loads|yaml\.load\(|\bTemplate\(|from_string\(")
CALLS = re.compile(r"^\s*(?:import|from) (?:requests|httpx|aiohttp|urllib3|smtplib|ftplib|http\.client)\b", re.M)
OPENS = re.compile(r"^\s*(?:import|from) urllib\.request\b", re.M)
STARTS = re.compile(r"^\s*(?:import|from) subprocess\b", re.M)
# `up` asks its own front page whether it answers, and starts the web server, the worker and what gathers files.
OWN_PAGE = {"config/management/commands/up.py"}
STARTERS = {"config/supervisor.py", "config/groundwork/assets.py"}


def matching(pattern: re.Pattern[str], paths: list[Path]) -> set[str]:
    return {str(path.relative_to(ROOT)) for path in paths if pattern.search(path.read_text())}


def test_there_is_something_to_read():
    assert len(SCRIPTS) >= 4 and len(CODE) > 150


def test_no_script_leaves_anything_in_the_browser_or_makes_mark_up_of_text():
    assert matching(STORES, SCRIPTS) == set()
    assert matching(MADE_TEXT, SCRIPTS) == set()


def test_no_text_is_run_and_no_template_made_of_one():
    assert matching(RUNS, CODE) == set()


def test_nobody_outside_is_called_and_programs_are_started_by_two_files_alone():
    assert matching(CALLS, CODE) == set()
    assert matching(OPENS, CODE) == OWN_PAGE
    assert matching(STARTS, CODE) == STARTERS


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (STORES, "localStorage.setItem('a', 1)"),
        (MADE_TEXT, "box.innerHTML = text"),
        (RUNS, "value = eval(text)"),
        (CALLS, "import requests"),
        (STARTS, "from subprocess import run"),
    ],
)
def test_the_rules_can_fail(pattern, line):
    assert pattern.search(line)
