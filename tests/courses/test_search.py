"""Search: what is found in five languages, and only by whom it is open to."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from courses.indexing import read_lessons
from courses.models import LessonText, ReadingPage
from courses.search import search_lessons
from tests.factories.courses import ARRIVED, ProgrammeFactory, StepFactory, course_with_lessons, translated
from tests.reading import browser, forms, links, words

# Lessons say these; a reader types what stands beside them.
SAID = {
    "en": ("Naloxone lasts 20 to 90 minutes.", "NALOXONE minutes"),
    "zh-hans": ("艾滋病检测是自愿的。", "自愿"),
    "my": ("ဗဟုသုတစစ်ဆေးမှုကို ပြန်လည်ကြိုးစားပါမည်။", "ဗဟုသုတ စစ်ဆေးမှု"),
    "km": ("អ្នកប្រើប្រាស់គ្រឿងញៀនមានសិទ្ធិ។", "គ្រឿង\u200bញៀន"),
    "vi": ("Người sử dụng ma túy có quyền được điều trị.", "dieu tri ma tuy"),
}


def write(lesson, text, title=None):
    lesson.title = title or lesson.title
    lesson.body = [("key", "Breath comes first."), ("text", f"<p>{text}</p>")]
    lesson.save_revision().publish()
    return lesson


def in_language(lesson, language):
    """Return a page of its own in another language, no mere alias."""
    page = lesson if language == "en" else translated(lesson, language)
    Page.objects.filter(pk=page.pk).update(alias_of=None)
    return Page.objects.get(pk=page.pk).specific


@pytest.fixture
def course(cast):
    made, _lessons = course_with_lessons(cast.programme)
    StepFactory(programme=cast.programme, code="course", kind="COURSE", page=made)
    return made


@pytest.fixture
def lesson(course):
    return course.get_descendants().type(ReadingPage).first().specific


def titles(user, typed, language="en"):
    return [hit.title for hit in search_lessons(user, typed, language, ARRIVED).hits]


@pytest.mark.parametrize("language", SAID)
def test_it_finds_what_a_lesson_says_in_each_language(cast, lesson, language):
    said, typed = SAID[language]
    write(in_language(lesson, language), said, title=f"In {language}")
    assert titles(cast.mei, typed, language) == [f"In {language}"]


@pytest.mark.parametrize(
    ("language", "typed"), [("zh-hans", "艾滋病人检测"), ("en", "naloxonne"), ("vi", "người sử dung ma tuys")]
)
def test_where_nothing_says_it_what_comes_close_is_shown_as_such(cast, lesson, language, typed):
    write(in_language(lesson, language), SAID[language][0], title="Close")
    found = search_lessons(cast.mei, typed, language, ARRIVED)
    assert found.is_close
    assert found.hits[0].title == "Close"


def test_every_word_must_stand_there(cast, lesson):
    write(lesson, "Needles are shared by nobody.")
    assert titles(cast.mei, "needles nobody") == [lesson.title]
    assert not search_lessons(cast.mei, "xylophone quartz", "en", ARRIVED).hits


def test_a_title_comes_before_the_text(cast, course):
    first, second, _third = (page.specific for page in course.get_descendants().type(ReadingPage))
    write(first, "A word on hepatitis.")
    write(second, "Something else.", title="Hepatitis")
    assert titles(cast.mei, "hepatitis") == ["Hepatitis", first.title]


def test_what_is_not_open_to_somebody_is_not_found(cast, lesson):
    write(lesson, "Needles are shared by nobody.")
    intake = StepFactory(programme=cast.programme, code="intake", kind="TEST")
    cast.programme.steps.filter(code="course").update(opening="AFTER_STEP", after=intake)
    assert titles(cast.mei, "needles") == []
    cast.enrolment_of(cast.mei).completions.create(step=intake, completed_on=ARRIVED)
    assert titles(cast.mei, "needles") == [lesson.title]


def test_another_programmes_lessons_are_found_by_staff_who_teach_alone(cast, lesson):
    _other, others = course_with_lessons(ProgrammeFactory(), slug="elsewhere")
    write(others[0], "A secret garden.", title="Elsewhere")
    assert titles(cast.mei, "garden") == []
    assert titles(cast.lead, "garden") == []
    assert titles(cast.author, "garden") == ["Elsewhere"]


def test_what_is_taken_back_is_not_found(cast, lesson):
    write(lesson, "Needles are shared by nobody.")
    lesson.unpublish()
    assert titles(cast.mei, "needles") == []


def test_signs_that_mean_something_to_a_database_are_signs(cast, lesson):
    write(lesson, "Take 100% care_of it.")
    assert titles(cast.mei, "100%") == [lesson.title]
    assert titles(cast.mei, "100%%%x") != [lesson.title] or search_lessons(cast.mei, "100%%%x", "en", ARRIVED).is_close
    assert titles(cast.mei, "' OR 1=1 --") == []


def test_a_lesson_made_without_publishing_is_read_by_the_next_job_once(cast, course):
    assert not LessonText.objects.exists()
    assert read_lessons() == 3
    assert read_lessons() == 0
    assert len(titles(cast.mei, "breath")) == 3


def test_the_page_sends_the_words_and_puts_none_into_the_address(cast, lesson):
    write(lesson, "Needles are shared by nobody.")
    mei = browser(cast.mei)
    form = next(one for one in forms(mei.get("/en/search/")) if "words" in one["names"])
    page = mei.post(form["action"], {"words": "needles"})
    assert lesson.url in links(page)
    assert "Needles are shared by nobody." in words(page)
    assert form["action"] == "/en/search/"


def test_it_says_when_nothing_is_found_and_when_it_is_too_long(cast, lesson):
    mei = browser(cast.mei)
    assert "Nothing was found" in words(mei.post("/en/search/", {"words": "quartz"}))
    answer = mei.post("/en/search/", {"words": "x" * 81})
    assert answer.status_code == 422
    assert "Type at most 80 signs." in words(answer)
    assert mei.post("/en/search/", {"words": ""}).status_code == 200


def test_a_visitor_signs_in(db, client):
    assert client.get("/en/search/").url == "/accounts/login/?next=/en/search/"


def test_it_asks_no_more_often_where_more_is_found(cast, course):
    read_lessons()
    mei = browser(cast.mei)
    before = posted(mei)
    for number in range(30):
        made = (
            course.get_children().first().add_child(instance=ReadingPage(title=f"More {number}", slug=f"more-{number}"))
        )
        write(made, "Breath again.")
    assert posted(mei) == before


def posted(client):
    client.post("/en/search/", {"words": "breath"})
    with CaptureQueriesContext(connection) as captured:
        assert client.post("/en/search/", {"words": "breath"}).status_code == 200
    return len(captured)
