"""Pages stand in the same order in all languages, and what only mirrors a page goes with it."""

import pytest
from wagtail.models import Page

from courses.models import CoursePage, ModulePage, ReadingPage
from tests.factories.courses import course_with_lessons, translated
from tests.reading import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def lessons(desk, cast):
    """Three lessons in English with mirrors in Burmese, the second one a page of its own in Chinese."""
    made = course_with_lessons(cast.programme, lessons=3, slug="three")[1]
    for lesson in made:
        for code in ("my", "zh-hans"):
            translated(lesson, code)
    own = made[1].get_translation(desk.locale("zh-hans"))
    own.alias_of = None
    own.save()
    return made


def order(desk, module, code):
    there = module.get_translation_or_none(desk.locale(code)) or module
    return list(Page.objects.get(pk=there.pk).get_children().values_list("slug", flat=True))


def test_a_new_order_holds_in_every_language(desk, lessons):
    module = lessons[0].get_parent()
    address = f"/cms/pages/{lessons[2].pk}/set_position/?position=0"
    assert browser(desk.moderator).post(address).status_code in {200, 302}
    wanted = ["lesson-3", "lesson-1", "lesson-2"]
    assert [order(desk, module, code) for code in ("en", "my", "zh-hans")] == [wanted] * 3


def test_a_lesson_goes_to_the_same_module_everywhere(desk, lessons):
    course = CoursePage.objects.get(slug="three", locale__language_code="en")
    other = course.add_child(instance=ModulePage(title="Module two", slug="two"))
    for code in ("my", "zh-hans"):
        translated(other, code)
    Page.objects.get(pk=lessons[1].pk).move(Page.objects.get(pk=other.pk), pos="last-child")
    urls = {
        page.locale.language_code: page.url_path.partition("/anshan/")[2]
        for page in ReadingPage.objects.filter(translation_key=lessons[1].translation_key)
    }
    assert urls == dict.fromkeys(("en", "my", "zh-hans"), "three/two/lesson-2/")


def test_what_is_moved_in_another_language_moves_nothing_else(desk, lessons):
    module = lessons[0].get_parent()
    mirror = Page.objects.get(translation_key=lessons[2].translation_key, locale__language_code="my")
    first = Page.objects.get(translation_key=lessons[0].translation_key, locale__language_code="my")
    mirror.move(first, pos="left")
    assert order(desk, module, "en") == ["lesson-1", "lesson-2", "lesson-3"]


def test_mirrors_go_with_their_source_and_words_of_ones_own_stay(desk, lessons):
    page = lessons[1]
    browser(desk.moderator).post(f"/cms/pages/{page.pk}/delete/")
    left = Page.objects.filter(translation_key=page.translation_key)
    assert list(left.values_list("locale__language_code", flat=True)) == ["zh-hans"]
    assert not Page.objects.filter(translation_key=page.translation_key, locale__language_code="my").exists()
