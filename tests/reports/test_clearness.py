"""What authors read of how clear lessons were: rounded, bounded, and nothing on fewer than ten people."""

import pytest

from config.groundwork.roles import make_roles
from courses.choices import Clearness
from courses.clearness import say_clear
from people.actions import grant_role
from people.choices import Role
from reports.clearness import published
from reports.sentences import figure_cell
from tests.factories.courses import course_with_lessons, home_page
from tests.factories.people import UserFactory
from tests.reading import browser, queries, words

ADDRESS = "/cms/reports/clearness/"


@pytest.fixture
def lesson(cast):
    return course_with_lessons(cast.programme)[1][0]


def say(cohort, lesson, answer, count):
    for _ in range(count):
        say_clear(UserFactory(audience=cohort.audience), lesson.translation_key, answer)


@pytest.mark.parametrize(
    ("counts", "clear", "long"),
    [
        ({"clear": 9}, "Not shown: fewer than 10 people", "Not shown: fewer than 10 people"),
        ({"clear": 10}, "6 or more", "4 or fewer"),
        ({"clear": 12, "long": 8}, "about 10, 50\u00a0%", "about 10, 50\u00a0%"),
        ({"clear": 29, "long": 1}, "26 or more", "4 or fewer"),
    ],
)
def test_each_figure_goes_through_the_gate(counts, clear, long):
    found = published(counts)
    assert (figure_cell(found["clear"]), figure_cell(found["long"])) == (clear, long)


def test_an_author_reads_a_line_for_each_lesson_with_ten_answers(cast, lesson):
    author = browser(cast.author)
    assert "No lesson has answers of ten people yet." in words(author.get(ADDRESS))
    say(cast.peers, lesson, Clearness.CLEAR, 12)
    said = words(author.get(ADDRESS))
    assert "Lesson 1 about 10 6 or more 4 or fewer" in said


def test_a_police_author_reads_nothing_of_protected_people(cast, lesson):
    make_roles([home_page()])
    police = UserFactory(handle="the-police-author", audience=cast.police.audience)
    grant_role(police, Role.AUTHOR)
    say(cast.peers, lesson, Clearness.CLEAR, 10)
    said = words(browser(police).get(ADDRESS))
    assert "Protected groups are left out." in said
    assert "No lesson has answers of ten people yet." in said


@pytest.mark.parametrize("name", ["lan", "lead", "auditor", "mei"])
def test_others_do_not(cast, name):
    assert browser(getattr(cast, name)).get(ADDRESS).status_code in {302, 403}


def test_it_costs_the_same_with_thirty_lessons(cast, lesson):
    say(cast.peers, lesson, Clearness.CLEAR, 10)
    author = browser(cast.author)
    before = queries(author, ADDRESS)
    for other in course_with_lessons(cast.programme, lessons=3, slug="more")[1]:
        say(cast.workers, other, Clearness.LONG, 10)
    assert queries(author, ADDRESS) == before
