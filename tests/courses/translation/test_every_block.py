"""Every block of a lesson is cut into its texts and put together again; signs are left alone, structure follows."""

import json

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page
from wagtail_localize.models import StringTranslation
from wagtailmedia.models import get_media_model

from courses.blocks import LessonBlocks
from courses.blocks.examples import EXAMPLES
from courses.models import ReadingPage
from courses.translation.actions import hand_in
from tests.reading import browser, words

pytestmark = pytest.mark.django_db
MARK = "Ω "


def stored(kind, number):
    """Return the example of a block as the editor stores it, with an id for every item."""
    block = ReadingPage.body.field.stream_block.child_blocks[kind]
    value = block.get_prep_value(block.to_python(EXAMPLES[kind]()))
    return {
        "type": kind,
        "value": json.loads(json.dumps(value)),
        "id": f"00000000-0000-4000-8000-0000000000{number:02}",
    }


@pytest.fixture
def begun(desk):
    """The translation of a lesson with every block, each text of which is marked."""
    get_image_model().objects.create(title="A picture", file=get_test_image_file())
    get_document_model().objects.create(title="A sheet", file=ContentFile(b"x", name="a.pdf"))
    get_media_model().objects.create(title="A film", file=ContentFile(b"x", name="a.mp4"), type="video", duration=3)
    desk.lesson.body = json.dumps([stored(kind, at) for at, kind in enumerate(LessonBlocks().child_blocks)])
    desk.lesson.save()
    made = desk.begun("my")
    for segment in made.source.stringsegment_set.all():
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=made.target_locale,
            defaults={"data": MARK + segment.string.data},
        )
    return made


def strings(value, path=""):
    """Yield every text of a stored value with its last name."""
    if isinstance(value, dict):
        for name, one in value.items():
            if name not in {"id", "type"}:
                yield from strings(one, path if name == "value" else name)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one, path)
    elif isinstance(value, str) and value:
        yield path, value


def test_every_text_is_translated_and_no_sign_is(desk, begun):
    page = hand_in(begun, by=desk.translator)
    page.current_workflow_task_state.approve(user=desk.moderator)
    body = desk.page("my").body.raw_data
    source = ReadingPage.objects.get(pk=desk.lesson.pk).body.raw_data
    assert [one["type"] for one in body] == [one["type"] for one in source]
    signs = {"name", "to", "year", "fact", "topic", "language"}
    for name, text in strings(list(body)):
        assert (MARK in text) == (name not in signs or (name == "fact" and len(text) > 10)), (name, text)


def test_the_editor_shows_them_all(desk, begun):
    page = Page.objects.get(translation_key=desk.lesson.translation_key, locale=begun.target_locale)
    answer = browser(desk.translator).get(f"/cms/pages/{page.pk}/edit/")
    assert answer.status_code == 200
    total = begun.source.stringsegment_set.count()
    assert f"{total} of {total} texts were translated." in words(answer)


def test_the_translation_is_shown_as_it_will_be(desk, begun):
    answer = browser(desk.translator).get(f"/cms/localize/translate/{begun.pk}/preview/")
    assert answer.status_code == 200 and MARK in words(answer)


@pytest.mark.parametrize("model", [one for one in Page.__subclasses__() if one.__module__.split(".")[0] != "wagtail"])
def test_no_page_changes_its_address_with_the_language(model):
    assert "slug" in {one.field_name for one in getattr(model, "override_translatable_fields", [])}
