"""docs/asvs.md keeps its word: what is met names a test that is there, what is open has a reason and stands at the end."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs/asvs.md").read_text()
ROW = re.compile(r"^\| V([\d.]+) \| ([12]) \| (.+?) \| (met|n/a|open) \| (.+) \|$", re.M)
ROWS = {number: (int(level), asked, state, where) for number, level, asked, state, where in ROW.findall(TEXT)}
FILE = re.compile(r"`((?:[\w.-]+/)+[\w.-]*|[A-Z_]+\.md)`")
# What asks for a document is met by that document; what linters see is shown by their run.
WRITTEN = re.compile(
    r"`(?:docs/(?:rules|guides|decisions)/[\w-]+\.md|docs/architecture\.md|SECURITY\.md|pyproject\.toml)`"
)
ASKS_FOR_WORDS = re.compile(r"^(?:Write down|List|Say how|Let no password|Know the type)")


def of_state(state):
    return {number: row for number, row in ROWS.items() if row[2] == state}


def test_every_requirement_of_levels_1_and_2_has_one_row():
    assert len(ROW.findall(TEXT)) == len(ROWS) == 253
    assert [sum(level == one for level, *_ in ROWS.values()) for one in (1, 2)] == [70, 183]


def test_every_file_named_is_there():
    named = {(number, name) for number, row in ROWS.items() for name in FILE.findall(row[3])}
    assert len(named) > 150
    assert {(number, name) for number, name in named if not (ROOT / name).exists()} == set()


def is_shown(asked, where):
    return "`tests/" in where or bool(ASKS_FOR_WORDS.match(asked) and WRITTEN.search(where))


def test_what_is_met_names_a_test_or_is_a_document():
    shown = {number: is_shown(asked, where) for number, (_level, asked, _state, where) in of_state("met").items()}
    assert [number for number, is_so in shown.items() if not is_so] == []
    assert not is_shown("Let nobody skip a step.", "`docs/rules/plan.md`") and not is_shown("List all.", "we did")


def test_what_is_open_says_why():
    assert [number for number, row in of_state("open").items() if len(row[3]) < 20] == []


def test_the_list_at_the_end_is_what_is_open():
    listed = re.findall(r"\b(\d+\.\d+\.\d+)\b", TEXT[TEXT.index("## Open, and why") :])
    assert sorted(listed) == sorted(of_state("open"))


def test_level_1_is_bold_in_that_list():
    bold = set(re.findall(r"\*\*(\d+\.\d+\.\d+)\*\*", TEXT))
    assert bold == {number for number, row in of_state("open").items() if row[0] == 1}
