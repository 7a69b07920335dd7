"""Courses as files in the staff interface: for technical administrators alone."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from courses.models import Programme
from tests.factories.people import UserFactory
from tests.reading import browser

pytestmark = pytest.mark.django_db
FILES = "/cms/courses/files/"


@pytest.fixture
def keeper(cast):
    return browser(UserFactory(handle="keeper", is_staff=True, is_superuser=True))


def sent(body: bytes) -> dict:
    return {"file": SimpleUploadedFile("course.zip", body)}


def test_a_course_is_sent_as_a_file(cast, keeper):
    programme = Programme.objects.first()
    answer = keeper.get(f"{FILES}{programme.slug}/")
    assert "attachment" in answer["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as held:
        assert "course.json" in held.namelist()
    assert programme.name in keeper.get(FILES).content.decode()


def test_a_course_that_is_not_there(cast, keeper):
    assert keeper.get(f"{FILES}moon/", follow=True).status_code == 404


def test_a_broken_file_gets_a_sentence_and_nothing_is_written(cast, keeper):
    before = Programme.objects.count()
    for button in ({}, {"write": "1"}):
        answer = keeper.post(FILES, sent(b"nothing of ours") | button)
        assert answer.status_code == 422
        assert "This is no file of a course, or it is damaged." in answer.content.decode()
    assert Programme.objects.count() == before


def test_no_file_gets_a_sentence(cast, keeper):
    answer = keeper.post(FILES, {})
    assert answer.status_code == 422
    assert "Choose a file." in answer.content.decode()


def test_an_author_has_no_door_here(cast):
    author = browser(cast.author)
    assert author.get(FILES, follow=True).request["PATH_INFO"] != FILES or author.get(FILES).status_code == 403
