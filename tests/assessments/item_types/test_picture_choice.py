"""Pictures as options: small, described by their lines, frozen with the wording."""

import pytest
from django.core.files.base import ContentFile
from wagtail.images.models import Image

from assessments.definitions import definition_of, words_of
from assessments.item_types import TYPES
from assessments.models import QuestionBank, Wording
from assessments.pictures import MOST_BYTES, picture_of
from tests.assessments.item_types.pages import page
from tests.assessments.item_types.samples import SAMPLES, sample
from tests.factories.items import picture, question

KIND = TYPES["picture-choice"]
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600" width="800" height="600"><path d="M0 0h9v9z"/></svg>'


@pytest.fixture
def asked(db):
    return question(QuestionBank.objects.create(slug="b", name="B"), "picture-choice")


def test_a_picture_has_its_line_as_alternative_text_and_loads_lazily():
    html = page("picture-choice", SAMPLES["picture-choice"][1], shuffle=False)
    assert '<img src="/media/0.webp" width="360" height="270" alt="on the back" loading="lazy">' in html


def test_the_key_gives_a_point():
    definition, words = SAMPLES["picture-choice"]
    assert [KIND.points(definition, one) for one in ("a", "b", "dk", "")] == [0, 1, 0, 0]
    assert KIND.solution(definition, words) == "on the side"


def test_an_option_without_a_picture_is_a_fault_and_shows_its_line():
    definition, words = sample("picture-choice", "Which?", "on the back", "on the side", key="b")
    assert "a, b" in KIND.faults(definition, words)[0]
    assert ">on the back</label>" in page("picture-choice", words)


@pytest.mark.parametrize("size", [(1600, 1200), (300, 2400), (2400, 300), (360, 360)])
def test_even_the_worst_picture_weighs_25_kb_at_most(db, size):
    found = picture_of(picture(size=size, noise=True))
    assert max(found.width, found.height) <= 360
    assert Image.objects.get().renditions.order_by("pk").last().file.size <= MOST_BYTES


def test_a_drawing_stays_a_drawing(db):
    made = Image.objects.create(title="Drawing", file=ContentFile(DRAWING, name="drawing.svg"))
    assert picture_of(made).src.endswith(".svg")


def test_a_picture_whose_file_is_gone_is_none(db):
    made = picture()
    made.file.storage.delete(made.file.name)
    assert picture_of(made) is None


def test_a_wording_brings_its_pictures_in_two_queries(asked, django_assert_num_queries):
    wording = Wording.objects.select_related("question").get(question=asked, language="zh-hans")
    first = words_of(wording)
    assert [option.text for option in first.options] == ["仰卧", "侧卧", "俯卧", "坐着"]
    assert all(option.picture for option in first.options)
    with django_assert_num_queries(2):
        assert words_of(wording) == first
    assert KIND.faults(definition_of(asked, asked.wordings.all()), first) == []


def test_a_wording_keeps_its_pictures_when_the_question_gets_others(asked):
    wording = asked.wordings.get(language="en")
    before = words_of(wording)
    asked.pictures.update(image=picture("another"))
    assert words_of(wording) == before
