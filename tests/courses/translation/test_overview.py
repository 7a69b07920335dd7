"""How far every page of a programme is in every language, for those who translate."""

import pytest

from courses.translation.keeping import keep
from tests.factories.courses import course_with_lessons, translated
from tests.reading import browser, queries, words

pytestmark = pytest.mark.django_db
ADDRESS = "/cms/reports/translations/"


def test_each_language_has_its_word(desk):
    keep(desk.in_chinese("第一课", "先看呼吸。"))
    translated(desk.lesson, "km")
    desk.lesson.title = "Lesson one"
    desk.lesson.save_revision().publish()
    answer = browser(desk.translator).get(ADDRESS)
    row = next(one for one in answer.context["rows"] if one["page"].pk == desk.lesson.pk)
    assert [cell["standing"].words for cell in row["cells"]] == ["out of date", "not there", "not begun", "not there"]
    assert "Lesson one" in words(answer) and "(1/8)" in words(answer)


def test_the_package_s_own_report_is_this_one(desk):
    assert browser(desk.translator).get("/cms/localize/reports/translations/").context["header_title"] == "Translations"


def test_one_page_costs_as_many_queries_as_thirty(desk, cast):
    client = browser(desk.translator)
    few = queries(client, ADDRESS)
    course_with_lessons(cast.programme, lessons=30, slug="more")
    assert queries(client, ADDRESS) == few


def test_whoever_translates_nothing_is_refused(desk, cast):
    for name in ("lead", "auditor"):
        client = browser(getattr(cast, name))
        assert client.get(ADDRESS).url == "/cms/"
        assert "reports/translations" not in client.get("/cms/").content.decode()
