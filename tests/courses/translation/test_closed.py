"""What the package brings along and this site does not let in: machines, snippets, links that are none."""

import json

import pytest
from django.conf import settings
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import SegmentOverride, StringTranslation

from tests.courses.translation.conftest import set_blocks
from tests.reading import browser

pytestmark = pytest.mark.django_db


def test_no_text_goes_to_a_machine(desk):
    translation = desk.begun()
    assert settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR is None and get_machine_translator() is None
    address = f"/cms/localize/translate/{translation.pk}/machine_translate/"
    assert browser(desk.moderator).post(address, follow=True).status_code == 404


def test_no_list_of_questions_is_given_away(desk, cast):
    for user in (cast.lead, desk.moderator):
        answer = browser(user).get("/cms/localize/api/snippets/assessments/question/", follow=True)
        assert answer.status_code == 404


def put(user, address, value=None):
    data = "" if value is None else f'--x\r\nContent-Disposition: form-data; name="value"\r\n\r\n{value}\r\n--x--\r\n'
    return browser(user).put(address, data.encode(), content_type="multipart/form-data; boundary=x")


def text_of(translation, path):
    segment = translation.source.stringsegment_set.get(context__path=path)
    return f"/cms/localize/translate/{translation.pk}/strings/{segment.pk}/edit/"


def test_a_text_is_kept_in_one_form_of_unicode(desk):
    translation = desk.begun("vi")
    assert put(desk.translator, text_of(translation, "title"), "Ba\u0300i").status_code == 201
    assert StringTranslation.objects.get().data == "B\u00e0i"


@pytest.mark.parametrize(("value", "says"), [(None, "No text was sent"), ("x" * 256, "longer than 255 signs")])
def test_what_cannot_be_kept_is_said_so(desk, value, says):
    answer = put(desk.translator, text_of(desk.begun(), "title"), value)
    assert answer.status_code == 400 and says in answer.content.decode()
    assert not StringTranslation.objects.exists()


def test_a_text_without_end_is_refused(desk):
    translation = desk.begun()
    segment = translation.source.stringsegment_set.exclude(context__path="title").first()
    answer = put(desk.translator, f"/cms/localize/translate/{translation.pk}/strings/{segment.pk}/edit/", "x" * 20_001)
    assert answer.status_code == 400 and "too long" in answer.content.decode()


def test_a_stranger_changes_no_text(desk, cast):
    translation = desk.begun()
    assert put(cast.lead, text_of(translation, "title"), "x").status_code == 302
    assert not StringTranslation.objects.exists()


@pytest.fixture
def link(desk):
    """The address at which the link in a lesson is kept for one language."""
    set_blocks(desk.lesson, ["Breath.", '<p>Read <a href="https://example.org/en">more</a>.</p>'])
    desk.lesson.save_revision().publish()
    translation = desk.begun()
    segment = translation.source.overridablesegment_set.get()
    return f"/cms/localize/translate/{translation.pk}/overrides/{segment.pk}/edit/"


@pytest.mark.parametrize(
    "value", ["javascript:alert(1)", "JAVASCRIPT:alert(1)", '"javascript:alert(1)"', "data:x", "[]"]
)
def test_a_link_leads_to_an_address(desk, link, value):
    assert put(desk.translator, link, value).status_code == 400
    assert not SegmentOverride.objects.exists()


def test_a_link_may_lead_elsewhere_in_another_language(desk, link):
    assert put(desk.translator, link, "https://example.org/my").status_code in {200, 201}
    assert json.loads(SegmentOverride.objects.get().data_json) == "https://example.org/my"
