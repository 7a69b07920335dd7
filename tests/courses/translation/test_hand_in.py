"""What a translator hands in waits for a moderator, and learners read the old page until then."""

import pytest
from django.core.exceptions import ValidationError
from wagtail_localize.models import StringTranslation

from courses.translation.actions import WaitsAlreadyError, hand_in
from tests.reading import browser, words

pytestmark = pytest.mark.django_db
TITLE, KEY = "သင်ခန်းစာ ၁", "အသက်ရှူခြင်း ပထမ။"


def address(translation, action="hand-in"):
    return f"/cms/translations/{translation.pk}/{action}/"


def test_nothing_is_live_before_a_moderator_agrees(desk):
    translation = desk.begun("my", TITLE, KEY)
    answer = browser(desk.translator).post(address(translation), follow=True)
    assert "waits for a moderator now" in words(answer)
    page = desk.page("my")
    assert page.title == "Lesson 1" and page.body.raw_data[0]["value"] == "Breath comes first."
    assert page.has_unpublished_changes and page.workflow_in_progress
    state = page.current_workflow_task_state
    browser(desk.moderator).post(f"/cms/pages/workflow/action/{page.pk}/approve/{state.pk}/", {"comment": ""})
    page = desk.page("my")
    assert page.title == TITLE and page.body.raw_data[0]["value"] == KEY
    # What has no translation yet stays in the language of the source, and the structure is the source's.
    assert "Call for help." in str(page.body.raw_data[1]["value"]) and page.body.raw_data[2]["type"] == "check"


def test_a_second_time_while_it_waits_is_told(desk):
    translation = desk.begun("my", TITLE)
    hand_in(translation, by=desk.translator)
    with pytest.raises(WaitsAlreadyError):
        hand_in(translation, by=desk.translator)
    answer = browser(desk.translator).post(address(translation), follow=True)
    assert "waits for a moderator already" in words(answer)


def test_what_was_sent_back_is_handed_in_again(desk):
    translation = desk.begun("my", TITLE)
    page = hand_in(translation, by=desk.translator)
    page.current_workflow_task_state.reject(user=desk.moderator)
    again = hand_in(translation, by=desk.translator)
    assert again.workflow_in_progress and again.current_workflow_state.pk == page.current_workflow_state.pk


def test_a_text_the_page_cannot_hold_is_named_and_nothing_is_written(desk):
    translation = desk.begun("my")
    title = translation.source.stringsegment_set.get(context__path="title")
    # No door takes such a title any more; this one was kept before there was a bound.
    kept = {"translation_of": title.string, "context": title.context, "locale": translation.target_locale}
    StringTranslation.objects.bulk_create([StringTranslation(data="က" * 300, **kept)])
    with pytest.raises(ValidationError):
        hand_in(translation, by=desk.translator)
    answer = browser(desk.translator).post(address(translation), follow=True)
    assert "The page cannot hold these texts" in words(answer)
    assert not desk.page("my").workflow_in_progress


def test_a_translator_publishes_nothing_by_the_package_either(desk):
    translation = desk.begun("my", TITLE)
    page = desk.page("my")
    client = browser(desk.translator)
    client.post(f"/cms/pages/{page.pk}/edit/", {"action": "publish"})
    client.post(f"/cms/localize/update/{translation.source_id}/", {"publish_translations": "on"})
    client.post(f"/cms/localize/page/{page.pk}/convert_to_alias/")
    page = desk.page("my")
    assert page.title == "Lesson 1" and page.alias_of_id is None


def test_a_moderator_may(desk):
    translation = desk.begun("my", TITLE)
    client = browser(desk.moderator)
    shown = client.get(f"/cms/localize/update/{translation.source_id}/")
    assert "Publish immediately" in words(shown)
    client.post(f"/cms/localize/page/{desk.page('my').pk}/convert_to_alias/")
    assert desk.page("my").alias_of_id == desk.lesson.pk


@pytest.mark.parametrize("action", ["", "hand-in/", "still-fits/"])
def test_to_strangers_a_translation_does_not_exist(desk, cast, action):
    translation = desk.begun("my", TITLE)
    for stranger in (cast.lead, cast.auditor):
        client = browser(stranger)
        where = f"/cms/translations/{translation.pk}/{action}"
        answer = (client.post if action else client.get)(where, follow=True)
        assert answer.status_code == 404
    assert not desk.page("my").workflow_in_progress
