"""A source that changes leaves its translations out of date until somebody touches the text or says that it fits."""

import pytest
from wagtail.models import Page

from courses import tasks
from courses.tasks import keep_translations
from courses.translation.keeping import keep, keep_family
from courses.translation.states import TranslationState, outdated_texts, standings
from tests.courses.translation.conftest import blocks, set_blocks
from tests.reading import browser, words

pytestmark = pytest.mark.django_db
NEW = "Breath comes first, before every question."


def state(desk, code):
    _page, standing = standings([desk.lesson])[desk.lesson.translation_key][desk.locale(code).pk]
    return standing


def change_key(page, words):
    """Publish a page with another key message, as the normal editor does."""
    set_blocks(page, [words])
    page.save_revision().publish()


def all_chinese(desk):
    page = desk.in_chinese("第一课", "先看呼吸。", "<p>呼救。</p>")
    values = [block["value"] for block in blocks(page)]
    values[2]["question"] = "然后呢？"
    for option, texts in zip(values[2]["options"], (("留下", "陪伴就是安全。"), ("走开", "应有人留下。")), strict=True):
        option["value"] |= {"text": texts[0], "feedback": texts[1]}
    set_blocks(page, values)
    page.save()
    return desk.page("zh-hans")


def test_a_page_translated_elsewhere_is_up_to_date_once_it_is_watched(desk):
    page = all_chinese(desk)
    assert state(desk, "zh-hans").state is TranslationState.UNKNOWN
    assert keep_translations() == 1 and keep_translations() == 0
    assert state(desk, "zh-hans").state is TranslationState.DONE
    assert desk.page("zh-hans").body.raw_data[0] == page.body.raw_data[0]


def test_the_worker_takes_some_at_a_time(desk, monkeypatch):
    desk.in_chinese("第一课", "先看呼吸。")
    above = desk.lesson.get_parent().get_translation(desk.locale("zh-hans"))
    Page.objects.filter(pk=above.pk).update(alias_of=None)
    monkeypatch.setattr(tasks, "AT_ONCE", 1)
    assert [keep_translations() for _time in range(3)] == [1, 1, 0]


def test_a_page_with_title_and_key_alone_is_begun(desk):
    keep(desk.in_chinese("第一课", "先看呼吸。"))
    standing = state(desk, "zh-hans")
    assert standing.state is TranslationState.PARTLY
    assert (standing.progress.done, standing.progress.total) == (2, 8)


def test_a_changed_source_is_told_with_the_text_and_its_old_translation(desk):
    translation = keep(all_chinese(desk))
    change_key(desk.lesson, NEW)
    assert state(desk, "zh-hans").state is TranslationState.OUT_OF_DATE
    assert outdated_texts(translation) == [(NEW, "先看呼吸。")]
    client = browser(desk.translator)
    assert "The source of this page has changed" in words(client.get(f"/cms/pages/{desk.page('zh-hans').pk}/edit/"))
    shown = words(client.get(f"/cms/translations/{translation.pk}/"))
    assert NEW in shown and "先看呼吸。" in shown and "7 of 8 texts were translated." in shown


def test_touching_another_text_does_not_hide_it(desk):
    keep(all_chinese(desk))
    change_key(desk.lesson, NEW)
    page = desk.page("zh-hans")
    page.title = "第一课：呼吸"
    page.save_revision().publish()
    assert state(desk, "zh-hans").state is TranslationState.OUT_OF_DATE


def test_touching_the_text_itself_does(desk):
    keep(all_chinese(desk))
    change_key(desk.lesson, NEW)
    change_key(desk.page("zh-hans"), "先看呼吸，再问别的。")
    assert state(desk, "zh-hans").state is TranslationState.DONE


def test_saying_that_it_still_fits_does_too_and_changes_no_word(desk):
    translation = keep(all_chinese(desk))
    change_key(desk.lesson, NEW)
    client = browser(desk.translator)
    answer = client.post(f"/cms/translations/{translation.pk}/still-fits/", follow=True)
    assert "1 text is up to date again." in words(answer)
    assert "0 texts are" in words(client.post(f"/cms/translations/{translation.pk}/still-fits/", follow=True))
    assert state(desk, "zh-hans").state is TranslationState.DONE
    assert desk.page("zh-hans").body.raw_data[0]["value"] == "先看呼吸。"


def test_opening_the_source_to_edit_puts_its_translations_under_watch_in_time(desk):
    """Nothing ran before: the page as it was when the author opened it is what the translation answers to."""
    all_chinese(desk)
    assert browser(desk.trainer).get(f"/cms/pages/{desk.lesson.pk}/edit/").status_code == 200
    change_key(desk.lesson, NEW)
    assert state(desk, "zh-hans").state is TranslationState.OUT_OF_DATE


def test_watching_costs_little_where_it_was_done_before(desk, django_assert_max_num_queries):
    all_chinese(desk)
    keep_family(desk.lesson)
    with django_assert_max_num_queries(1):
        keep_family(desk.lesson)


def test_a_page_edited_as_a_whole_opens_text_by_text_with_what_it_says(desk):
    page = all_chinese(desk)
    client = browser(desk.translator)
    shown = client.get(f"/cms/pages/{page.pk}/edit/")
    assert "Start Synced translation" in shown.content.decode()
    change_key(page, "首先看呼吸。")
    answer = client.post(f"/cms/pages/{page.pk}/edit/", {"localize-restart-translation": "1"}, follow=True)
    assert "8 of 8 texts were translated." in words(answer)
    assert "\\u9996\\u5148" in answer.content.decode() or "首先看呼吸。" in answer.content.decode()


def test_a_page_of_its_own_has_no_source(desk):
    assert keep(desk.lesson) is None
    assert state(desk, "en").state is TranslationState.SOURCE
