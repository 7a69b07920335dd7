"""A lesson of every block as the picker shows it is valid, is shown, and costs the same with two of each."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents import get_document_model
from wagtailmedia.models import get_media_model

from config.curriculum.writing.files import picture
from courses.blocks import LessonBlocks
from courses.blocks.examples import EXAMPLES
from courses.models import ReadingPage
from tests.factories.courses import StepFactory, course_with_lessons
from tests.reading import browser, queries, words

VTT = b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n"
KINDS = [kind for kind in LessonBlocks().child_blocks if kind != "key"]


@pytest.fixture(autouse=True)
def files(settings, tmp_path, db):
    """One file of each kind on the site."""
    settings.MEDIA_ROOT = tmp_path / "media"
    picture(settings.ROOT / "curriculum/anshan/film/ten-minutes.svg")
    documents = get_document_model().objects
    track = documents.create(title="Captions", file=SimpleUploadedFile("film.vtt", VTT))
    documents.create(title="Card", file=SimpleUploadedFile("card.pdf", b"%PDF-1.4"))
    film = SimpleUploadedFile("film.mp4", b"film")
    get_media_model().objects.create(title="Film", type="video", file=film, duration=0)
    return track


def body(track, times):
    """Return every block so many times, the key message once and first."""
    found = [{"type": "key", "value": EXAMPLES["key"](), "id": "key"}]
    for time in range(times):
        for kind in KINDS:
            value = EXAMPLES[kind]()
            if kind == "recording":
                value["captions"] = [{"language": "en", "file": track.pk}]
            found.append({"type": kind, "value": value, "id": f"{kind}-{time}"})
    return found


@pytest.fixture
def lesson(cast, files):
    course, lessons = course_with_lessons(cast.programme, lessons=1)
    StepFactory(programme=cast.programme, code="read", page=course)
    lesson = lessons[0]
    lesson.objectives, lesson.body = "Call for help\nStay", body(files, 1)
    lesson.save()
    return ReadingPage.objects.get(pk=lesson.pk)


def test_it_is_valid(lesson):
    assert lesson.body.stream_block.clean(lesson.body)


def test_it_is_shown(cast, lesson):
    answer = browser(cast.mei).get(lesson.url)
    assert answer.status_code == 200
    said = words(answer)
    for sentence in ("After this you can:", "What people say:", "To talk about", "Check your local law", "Begin again"):
        assert sentence in said
    page = answer.content.decode()
    assert '<track kind="captions"' in page and 'preload="none"' in page and "autoplay" not in page
    # The word that is explained stands in the block before, about naloxone where one works.
    assert page.count('class="term"') == 1


def test_a_draft_with_nothing_in_its_blocks_yet_can_be_looked_at(cast, lesson):
    empty = {
        "figure": {"image": None, "alt": "", "caption": ""},
        "recording": {"media": None, "captions": [{"language": "", "file": None}], "transcript": ""},
        "document": {"document": None, "about": ""},
        "case": {"scenes": [{"name": "", "text": "", "choices": [{"text": "", "to": ""}]}]},
        "local": {"topic": "", "text": ""},
        "terms": [{"word": "", "meaning": ""}],
        "check": {"question": "", "options": []},
        "prompt": {"text": "", "minutes": None},
    }
    lesson.body = [{"type": kind, "value": value, "id": kind} for kind, value in empty.items()]
    lesson.save()
    assert browser(cast.mei).get(lesson.url).status_code == 200


def test_more_blocks_cost_no_more_queries(cast, lesson, files):
    mei = browser(cast.mei)
    mei.get(lesson.url)
    before = queries(mei, lesson.url)
    lesson.body = body(files, 3)
    lesson.save()
    mei.get(lesson.url)
    assert queries(mei, lesson.url) == before


def test_a_film_without_captions_is_refused_and_a_sound_needs_none(lesson):
    block = lesson.body.stream_block.child_blocks["recording"]
    media = get_media_model().objects.get()
    raw = {"media": media.pk, "captions": [], "transcript": "Hello."}
    with pytest.raises(StructBlockValidationError) as error:
        block.clean(block.to_python(raw))
    assert "A film needs captions." in str(error.value.block_errors["captions"])
    get_media_model().objects.update(type="audio")
    assert block.clean(block.to_python(raw))


def test_captions_of_another_kind_of_document_are_refused(lesson):
    block = lesson.body.stream_block.child_blocks["recording"].child_blocks["captions"].child_block
    card = get_document_model().objects.get(title="Card")
    with pytest.raises(StructBlockValidationError) as error:
        block.clean(block.to_python({"language": "en", "file": card.pk}))
    assert "first line must be WEBVTT" in str(error.value.block_errors["file"])
