"""The table as a file: everything published, nothing else, and no formulas."""

import csv
import io

import pytest

from people.actions import grant_role
from people.choices import Role
from people.models import Audience
from people.spreadsheets import safe_cell
from tests.factories.people import UserFactory
from tests.factories.reports import crowd, programme_with_waves

ADDRESS = "/cms/reports/gains/anshan/table.csv"
NUMBERS = ("People", "Value", "From (95 %)", "To (95 %)", "Reached the mark", "Rounded", "Note")


@pytest.fixture
def lead(staff):
    account = UserFactory(handle="lead")
    grant_role(account, Role.LEAD)
    return staff(account)


def lines(answer):
    body = answer.content.decode("utf-8")
    assert body.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(body[1:])))


def numbers(rows, audience, what, rule=""):
    found = [row for row in rows if (row["Audience"], row["What"], row["Rule"]) == (audience, what, rule)]
    assert len(found) == 1
    return [found[0][name] for name in NUMBERS]


def test_every_place_of_the_table_is_a_line(anshan, lead):
    answer = lead.get(ADDRESS)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="knowledge-anshan-synthetic.csv"'
    rows = lines(answer)
    # Joined, four waves and a change under two rules, four numbers missing, of three audiences.
    assert len(rows) == 3 * (1 + 2 * 5 + 4)
    assert {(row["Programme"], row["Who is counted"]) for row in rows} == {("anshan", "Synthetic people")}
    first = numbers(rows, "Police officers", "First test", "mean-percent 1")
    assert first == ["60", "72.5", "71.8", "73.2", "", "", ""]
    bound = numbers(rows, "Backbone peers", "End of the course", "at-least-k 1")
    assert bound == ["30", "", "", "", "", "about", "26 or more"]
    assert numbers(rows, "Fellows", "Missing: Three months on") == ["35", "", "", "", "", "about", ""]


def test_a_small_audience_is_a_line_without_numbers(lead):
    crowd(programme_with_waves(), "social-worker", {"INTAKE": [7] * 9, "END": [20] * 9})
    rows = lines(lead.get(ADDRESS))
    assert {tuple(row[name] for name in NUMBERS) for row in rows} == {("",) * 6 + ("Not shown: fewer than 10 people",)}


def test_a_name_is_no_formula(anshan, lead):
    Audience.objects.filter(code="police").update(name='=HYPERLINK("x")')
    assert '\'=HYPERLINK("x")' in {row["Audience"] for row in lines(lead.get(ADDRESS))}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_text_that_starts_a_formula_is_prefixed(start):
    assert safe_cell(f"{start}1") == f"'{start}1"


def test_numbers_stay_numbers():
    assert [safe_cell(value) for value in (-3, 0, None, "Fellows")] == ["-3", "0", "", "Fellows"]
