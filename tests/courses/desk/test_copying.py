"""A whole course copied: every page, every language, and the copies belong together as the originals do."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import Locale, Page

from config.groundwork.roles import make_roles
from courses.desk.copying import CopyOrder, copy_in_all_languages
from courses.models import CoursePage, LessonChange, ReadingPage
from tests.factories.courses import StepFactory, course_with_lessons, home_page, translated
from tests.reading import browser, words


@pytest.fixture
def book(cast):
    course, lessons = course_with_lessons(cast.programme, lessons=2)
    make_roles([home_page()])
    StepFactory(programme=cast.programme, code="read", page=course)
    chinese = Locale.objects.get_or_create(language_code="zh-hans")[0]
    for page in (course, *course.get_children(), *lessons):
        made = page.specific.copy_for_translation(chinese, copy_parents=True)
        made.title = f"中 {page.title}"
        made.save_revision().publish()
    translated(lessons[0], "vi")
    return CoursePage.objects.get(pk=course.pk)


def order(book, **fields):
    held = {"below": book.get_parent(), "title": "The copy", "slug": "copy", "with_pages": True, "keep_live": False}
    return CopyOrder(**(held | fields))


def shape(page):
    """Return what is below a page in each language: depth, title, alias or not; without the pages' own titles."""
    rows = {}
    for version in page.get_translations(inclusive=True):
        inside = version.get_descendants().order_by("path")
        rows[version.locale.language_code] = [(one.title, bool(one.alias_of_id)) for one in inside]
    return rows


def test_every_page_in_every_language_is_copied_and_aliases_stay_aliases(cast, book):
    made = copy_in_all_languages(book, order(book), by=cast.author)
    assert made.title == "The copy"
    assert shape(made) == shape(book)
    assert set(shape(made)) == {"en", "zh-hans", "vi"}


def test_the_copies_share_keys_of_their_own(cast, book):
    made = copy_in_all_languages(book, order(book), by=cast.author)
    for original, copy in zip(book.get_descendants(), made.get_descendants(), strict=True):
        assert original.translation_key != copy.translation_key
        assert copy.get_translations().count() == original.get_translations().count()


def test_the_text_is_the_same_and_block_by_block(cast, book):
    made = copy_in_all_languages(book, order(book), by=cast.author)
    lessons = [ReadingPage.objects.descendant_of(one).first() for one in (book, made)]
    assert lessons[0].body.get_prep_value() == lessons[1].body.get_prep_value()
    assert lessons[0].pk != lessons[1].pk


def test_copies_are_drafts_unless_they_are_to_be_live(cast, book):
    draft = copy_in_all_languages(book, order(book), by=cast.author)
    assert not draft.get_descendants(inclusive=True).live().exists()
    live = copy_in_all_languages(book, order(book, slug="live", keep_live=True), by=cast.author)
    assert not live.get_descendants(inclusive=True).not_live().exists()


def test_steps_and_marked_changes_stay_with_the_original(cast, book):
    copy_in_all_languages(book, order(book), by=cast.author)
    assert cast.programme.steps.get().page_id == book.pk
    assert not LessonChange.objects.exists()


def test_who_may_not_write_there_copies_nothing(cast, book):
    before = Page.objects.count()
    with pytest.raises(PermissionDenied):
        copy_in_all_languages(book, order(book), by=cast.lead)
    assert Page.objects.count() == before


def test_without_the_pages_in_it_one_page_is_copied_in_each_language(cast, book):
    made = copy_in_all_languages(book, order(book, with_pages=False), by=cast.author)
    assert made.get_children().count() == 0
    assert made.get_translations().count() == 2


def test_where_the_address_is_taken_in_another_language_the_copy_finds_one_beside_it(cast, book):
    chinese = book.get_parent().get_translation(Locale.objects.get(language_code="zh-hans"))
    chinese.add_child(instance=CoursePage(title="在", slug="copy", locale=chinese.locale))
    made = copy_in_all_languages(book, order(book), by=cast.author)
    assert made.get_translation(chinese.locale).slug == "copy-1"


def send(user, book, **fields):
    held = {"new_title": "The copy", "new_slug": "copy", "new_parent_page": book.get_parent().pk, "copy_subpages": "on"}
    return browser(user).post(f"/cms/pages/{book.pk}/copy/", held | fields, follow=True)


def test_the_form_of_the_staff_pages_copies_all_languages_and_says_so(cast, book):
    answer = send(cast.author, book)
    assert "Copied in 2 languages." in words(answer)
    made = CoursePage.objects.get(slug="copy", locale__language_code="en")
    assert shape(made) == shape(book)


def test_a_taken_address_is_said_and_nothing_is_copied(cast, book):
    before = Page.objects.count()
    answer = send(cast.author, book, new_slug="book")
    assert answer.status_code == 200 and "already in use" in words(answer)
    assert Page.objects.count() == before


def test_a_lead_gets_no_copy(cast, book):
    before = Page.objects.count()
    send(cast.lead, book)
    assert Page.objects.count() == before
