"""The desk: how courses stand, what a page lacks, what authors and owners state about it."""

import datetime

import pytest
from django.core.cache import cache
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, ReferenceIndex

from config.groundwork.roles import make_roles
from courses.models import ChangedPage, LocalRule, PlaceCountry, ProgrammePage, TextReview
from home.models import HomePage
from tests.clock import on
from tests.factories.courses import ProgrammeFactory, StepFactory, course_with_lessons, home_page, programme_page
from tests.reading import browser, forms, queries, words

TODAY = datetime.date(2026, 3, 20)


@pytest.fixture
def lesson(cast):
    book, lessons = course_with_lessons(cast.programme, lessons=2)
    make_roles([home_page()])
    StepFactory(programme=cast.programme, code="read", page=book)
    return lessons[0]


@pytest.fixture
def chinese(lesson):
    made = lesson.copy_for_translation(Locale.objects.get_or_create(language_code="zh-hans")[0], copy_parents=True)
    made.save_revision().publish()
    made.refresh_from_db()
    make_roles(HomePage.objects.all())
    return made


def desk(user, page):
    return browser(user).get(f"/cms/desk/{page.pk}/")


def test_a_lesson_shows_what_it_lacks_and_how_it_stands_in_each_language(cast, lesson, chinese):
    said = words(desk(cast.author, lesson))
    assert "No source is named." in said
    assert "English : source" in said
    assert "中文 : draft translation" in said
    assert "Tiếng Việt : not translated" in said


def test_a_course_shows_every_lesson_drafts_included(cast, lesson):
    lesson.unpublish()
    said = words(desk(cast.author, lesson.get_parent().get_parent()))
    assert "Lesson 1" in said and "Lesson 2" in said and "It is not published." in said


def test_the_text_that_was_written_last_is_checked(cast, lesson):
    lesson.body = [("key", "Breath."), ("sources", [{"text": "WHO", "year": "2023", "fact": ""}])]
    lesson.save_revision()
    said = words(desk(cast.author, lesson))
    assert "No source is named." not in said
    assert "It has changes that are not published." in said


def test_a_lesson_no_step_asks_for_is_unused_a_sample_is_not(cast, lesson):
    cast.programme.steps.all().delete()
    assert "No step asks for it" in words(desk(cast.author, lesson))
    ProgrammePage.objects.update(sample=lesson)
    assert "No step asks for it" not in words(desk(cast.author, lesson))


def test_the_list_counts_for_each_programme(cast, lesson, chinese):
    lesson.get_next_sibling().unpublish()
    answer = browser(cast.author).get("/cms/desk/")
    row = answer.context["rows"][0]
    figures = ("lessons", "unpublished", "untranslated", "unsourced", "unused")
    assert [row[name] for name in figures] == [2, 1, 2, 2, 0]
    assert len(answer.context["rows"]) == 1


def test_open_topics_and_rules_of_a_year_ago_are_named_for_each_country(cast, lesson):
    client = browser(cast.author)
    assert "No country is named yet." in words(client.get("/cms/desk/"))
    PlaceCountry.objects.create(organisation=None, country="CN")
    rule = {"country": "CN", "language": "en", "text": "So.", "source": "A law"}
    LocalRule.objects.create(topic="pep", checked_in=datetime.date(2025, 3, 1), **rule)
    LocalRule.objects.create(topic="naloxone", checked_in=datetime.date(2025, 4, 1), **rule)
    with on(TODAY):
        said = words(client.get("/cms/desk/"))
    assert "China: no rule yet on Needles and syringes" in said
    assert "Medicine after a needle-stick (en) was last checked in 2025-03: check it again." in said
    assert "Naloxone (en) was last checked" not in said


def test_a_file_no_page_uses_is_named(cast, lesson):
    image = get_image_model().objects.create(title="Left over", file=get_test_image_file())
    page = browser(cast.author)
    assert "Left over" in words(page.get("/cms/desk/"))
    lesson.body = [("figure", {"image": image, "alt": "A hand", "caption": ""})]
    lesson.save()
    ReferenceIndex.create_or_update_for_object(lesson)
    assert "Left over" not in words(page.get("/cms/desk/"))


def test_the_author_marks_a_change(cast, lesson):
    client = browser(cast.author)
    with on(TODAY):
        answer = client.post(f"/cms/desk/{lesson.pk}/changed/", {"note": "Another dose."}, follow=True)
    assert "Marked." in words(answer)
    assert (ChangedPage.objects.get().note, ChangedPage.objects.get().in_effect_on) == ("Another dose.", TODAY)


def test_a_note_too_long_is_refused_and_a_course_cannot_be_marked(cast, lesson):
    client = browser(cast.author)
    assert client.post(f"/cms/desk/{lesson.pk}/changed/", {"note": "x" * 301}).status_code == 422
    course = lesson.get_parent().get_parent()
    assert client.post(f"/cms/desk/{course.pk}/changed/", {"note": "New."}).status_code == 422
    assert not ChangedPage.objects.exists()


def test_the_owner_marks_a_translation_as_read_and_all_in_a_course(cast, lesson, chinese):
    client = browser(cast.author)
    course = chinese.get_parent().get_parent()
    with on(TODAY):
        for page, more in ((chinese, {}), (course, {"with_pages": "on"})):
            client.post(f"/cms/desk/{page.pk}/reviewed/", {"month": "2026-02"} | more)
    assert set(TextReview.objects.values_list("page_id", flat=True)) == {chinese.pk}
    assert "read by somebody of the field (2026-02)" in words(desk(cast.author, lesson))


@pytest.mark.parametrize("month", ["", "2026", "2026-13", "March", "2026-04"])
def test_a_month_that_is_none_or_still_to_come_is_refused(cast, chinese, month):
    with on(TODAY):
        answer = browser(cast.author).post(f"/cms/desk/{chinese.pk}/reviewed/", {"month": month})
    assert answer.status_code == 422
    assert not TextReview.objects.exists()


def test_a_trainer_sees_the_desk_and_reviews_nothing(cast, chinese):
    page = desk(cast.lan, chinese)
    assert page.status_code == 200
    assert not [form for form in forms(page) if "month" in form["names"]]
    browser(cast.lan).post(f"/cms/desk/{chinese.pk}/reviewed/", {"month": "2026-02"})
    assert not TextReview.objects.exists()


def test_a_lead_and_a_page_of_others_are_turned_away(cast, lesson):
    assert desk(cast.lead, lesson).status_code in (302, 403)
    for page in (home_page(), lesson.get_root()):
        assert browser(cast.author).get(f"/cms/desk/{page.pk}/", follow=True).status_code == 404


def test_thirty_lessons_cost_what_one_costs(cast, lesson):
    courses = []
    for count in (1, 30):
        programme = ProgrammeFactory()
        programme_page(programme)
        courses.append(course_with_lessons(programme, lessons=count, slug=f"book-{count}")[0])
    cache.clear()
    client = browser(cast.author)
    assert len({queries(client, f"/cms/desk/{course.pk}/") for course in courses}) == 1


def test_the_editor_leads_here(cast, lesson):
    page = browser(cast.author).get(f"/cms/pages/{lesson.pk}/edit/")
    assert f"/cms/desk/{lesson.pk}/" in page.content.decode()
