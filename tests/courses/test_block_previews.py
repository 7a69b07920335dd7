"""Every block that an author may choose shows an example and says what it is for."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from courses.blocks import LessonBlocks
from courses.models import ReadingPage
from tests.reading import browser, words

KINDS = list(LessonBlocks().child_blocks)


def block(kind):
    return ReadingPage._meta.get_field("body").stream_block.child_blocks[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_its_example_is_valid_and_shown(cast, kind):
    shown = block(kind)
    assert shown.is_previewable
    answer = browser(cast.author).get(reverse("wagtailadmin_block_preview"), {"id": shown.definition_prefix})
    assert answer.status_code == 200
    value = shown.get_preview_value()
    if value is None:
        assert "as soon as the site has such a file" in words(answer)
    else:
        assert shown.clean(value)


@pytest.mark.parametrize("kind", KINDS)
def test_it_says_what_it_is_for_in_both_languages(kind):
    said = set()
    for language in ("en", "zh-hans"):
        with override(language):
            said.add(str(block(kind).meta.description))
    assert len(said) == 2 and all(said)
    assert str(block(kind).meta.group)
