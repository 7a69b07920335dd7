"""A mirror of the English page is made a translation: by whom, into which language, and nothing else moves."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation

from courses.models import ReadingPage
from courses.tasks import begin_below
from courses.translation.actions import OldTranslationError, begin
from tests.factories.courses import translated
from tests.reading import browser, words

pytestmark = pytest.mark.django_db


def address(desk):
    return f"/cms/localize/submit/page/{desk.lesson.pk}/"


def offered(answer):
    return {one.language_code for one in answer.context["form"].fields["locales"].queryset}


@pytest.mark.parametrize("code", ["my", "km", "vi"])
def test_a_mirror_offers_to_be_translated_and_then_opens_text_by_text(desk, code):
    mirror = translated(desk.lesson, code)
    client = browser(desk.translator)
    shown = client.get(f"/cms/pages/{mirror.pk}/edit/")
    assert "Translate this page" in words(shown) and address(desk) in shown.content.decode()
    answer = client.post(address(desk), {"locales": desk.locale(code).pk}, follow=True)
    assert answer.redirect_chain[-1][0] == f"/cms/pages/{mirror.pk}/edit/"
    page = desk.page(code)
    assert page.alias_of_id is None and page.live and page.title == "Lesson 1" and page.slug == desk.lesson.slug
    assert "js-translation-editor" in answer.content.decode() and "Hand in to a moderator" in words(answer)


def test_a_trainer_may_do_it_too_and_a_lead_may_not(desk, cast):
    translated(desk.lesson, "my")
    assert browser(desk.trainer).get(address(desk)).status_code == 200
    answer = browser(cast.lead).post(address(desk), {"locales": desk.locale("my").pk})
    assert answer.status_code == 302 and answer.url == "/cms/"
    assert not Translation.objects.exists()


def test_a_translator_is_offered_no_language_in_which_they_may_not_write(desk):
    for code in ("my", "vi"):
        translated(desk.lesson, code)
    group = desk.translator.groups.get()
    group.page_permissions.filter(page__locale__language_code="vi").delete()
    client = browser(desk.translator)
    assert offered(client.get(address(desk))) == {"my"}
    client.post(address(desk), {"locales": desk.locale("vi").pk})
    assert desk.page("vi").alias_of_id


def test_a_translator_does_not_write_in_the_language_of_the_source(desk):
    assert not desk.lesson.permissions_for_user(desk.translator).can_edit()
    mine = translated(desk.lesson, "my").permissions_for_user(desk.translator)
    assert mine.can_edit() and mine.can_submit_for_moderation() and not mine.can_publish()


def test_a_page_with_words_of_its_own_is_never_overwritten(desk):
    desk.in_chinese("第一课", "先看呼吸。")
    begin(desk.lesson, [desk.locale("zh-hans")], by=desk.translator)
    begin_below(desk.lesson.get_parent().pk, [desk.locale("zh-hans").pk], str(desk.translator.pk))
    assert desk.page("zh-hans").title == "第一课"
    assert not Translation.objects.get().enabled


def test_the_pages_below_are_begun_by_the_worker_once(desk):
    translated(desk.lesson, "my")
    above = desk.lesson.get_parent().get_parent()
    asked = (above.pk, [desk.locale("my").pk], str(desk.translator.pk))
    assert begin_below(*asked) == 2
    assert begin_below(*asked) == 0
    assert desk.page("my").alias_of_id is None


def test_whoever_was_closed_in_the_meantime_begins_nothing(desk):
    translated(desk.lesson, "my")
    desk.translator.is_active = False
    desk.translator.save()
    assert begin_below(desk.lesson.get_parent().pk, [desk.locale("my").pk], str(desk.translator.pk)) == 0


def test_old_texts_do_not_come_back_by_the_hand_of_a_translator(desk):
    desk.begun("my", "သင်ခန်းစာ")
    mirror = desk.page("my")
    mirror.alias_of = desk.lesson
    mirror.save()
    Translation.objects.all().delete()
    with pytest.raises(OldTranslationError):
        begin(desk.lesson, [desk.locale("my")], by=desk.translator)
    assert begin(desk.lesson, [desk.locale("my")], by=desk.moderator)


def test_a_new_page_is_there_at_once_in_every_language(desk):
    """The home pages follow the source: what an author makes in English is mirrored."""
    module = desk.lesson.get_parent()
    client = browser(desk.moderator)
    form = {"title": "New", "slug": "new", "minutes": "5", "body-count": "0", "comments-TOTAL_FORMS": "0"}
    form |= {"comments-INITIAL_FORMS": "0", "action-publish": "1", "is_sample": ""}
    answer = client.post(f"/cms/pages/add/courses/readingpage/{module.pk}/", form)
    assert answer.status_code == 302, words(answer)
    pages = ReadingPage.objects.filter(slug="new")
    assert set(pages.values_list("locale__language_code", flat=True)) == set(
        Locale.objects.values_list("language_code", flat=True)
    )
    assert all(page.live and (page.locale.language_code == "en" or page.alias_of_id) for page in pages)
