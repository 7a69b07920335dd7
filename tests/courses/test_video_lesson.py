"""A lesson to watch: captions, words to read beside it, and watching it completes the step."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtailmedia.models import Media

from courses.models import Completion, VideoPage
from courses.pages.lessons import CaptionTrack
from tests.factories.courses import StepFactory, course_with_lessons
from tests.reading import browser, words

LANGUAGES = ("en", "zh-hans")


@pytest.fixture
def film(cast):
    course, _lessons = course_with_lessons(cast.programme, lessons=1)
    file = Media.objects.create(title="Film", type="video", file=SimpleUploadedFile("film.mp4", b"film"), duration=0)
    page = VideoPage(title="The film", slug="film", transcript="Ring.\nBreathe.\nStay.", video=file)
    page.captions = [CaptionTrack(language=one, file=SimpleUploadedFile(f"{one}.vtt", b"WEBVTT")) for one in LANGUAGES]
    made = course.add_child(instance=page)
    StepFactory(programme=cast.programme, code="watch", kind="WATCH", page=made)
    return made


def test_the_words_of_the_film_can_be_read(cast, film):
    page = browser(cast.mei).get(film.url)
    assert page.status_code == 200
    assert "Ring. Breathe. Stay." in words(page)


def test_it_has_captions_in_each_language_and_starts_only_when_asked(cast, film):
    body = browser(cast.mei).get(film.url).content.decode()
    assert all(f'srclang="{one}"' in body for one in LANGUAGES)
    assert "autoplay" not in body
    assert 'preload="none"' in body


def test_watching_completes_the_step_once(cast, film):
    mei = browser(cast.mei)
    for _ in range(2):
        mei.post(film.url, {"done": "1"})
    assert Completion.objects.get().step.code == "watch"


def test_a_visitor_signs_in(film, client):
    assert client.get(film.url).url.startswith("/accounts/login/")
