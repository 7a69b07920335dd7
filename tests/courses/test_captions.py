"""Captions: what a browser can show is taken, everything else is refused with the place."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from courses.captions import MOST_BYTES, NotCaptionsError, check_captions
from courses.pages.lessons import CaptionTrack

HEAD = "WEBVTT\n\n"
CUE = "00:01.000 --> 00:04.000\nHello\n"
RIGHT = {
    "the shortest": HEAD + CUE,
    "a title, a note, a style, numbers and settings": "WEBVTT - Film\nKind: captions\n\nNOTE drawn\n\nSTYLE\n::cue {}\n\n"
    "1\n00:00:01.000 --> 00:00:04.000 line:0 align:start\nHello\n\n2\n01:00:01.000 --> 01:00:04.500\nBye\n",
    "a mark at the beginning and lines of another system": "\ufeff" + (HEAD + CUE).replace("\n", "\r\n"),
    "several lines in one caption": HEAD + CUE + "and more\n",
}
WRONG = {
    "SubRip": ("1\n00:00:01,000 --> 00:00:04,000\nHello\n", "its first line must be WEBVTT"),
    "a page": ("<html></html>", "its first line must be WEBVTT"),
    "nothing": ("", "its first line must be WEBVTT"),
    "a word that begins alike": ("WEBVTTX\n\n" + CUE, "its first line must be WEBVTT"),
    "no caption": (HEAD + "NOTE later\n", "holds no captions"),
    "commas in its times": (HEAD + CUE.replace(".", ","), "Caption 1 has no line of times"),
    "a second caption without times": (HEAD + CUE + "\nHello\n", "Caption 2 has no line of times"),
    "an end before its beginning": (HEAD + "00:04.000 --> 00:01.000\nHello\n", "Caption 1 ends before it begins"),
    "a minute of ninety seconds": (HEAD + "00:90.000 --> 02:00.000\nHello\n", "Caption 1 has no line of times"),
}


@pytest.mark.parametrize("name", RIGHT)
def test_right_ones(name):
    assert check_captions(RIGHT[name].encode()) >= 1


@pytest.mark.parametrize("name", WRONG)
def test_wrong_ones_are_named(name):
    content, sentence = WRONG[name]
    with pytest.raises(NotCaptionsError, match=sentence):
        check_captions(content.encode())


def test_other_bytes_and_too_many_of_them():
    with pytest.raises(NotCaptionsError, match="not written in UTF-8"):
        check_captions("WEBVTT\n\n你好".encode("gb18030"))
    with pytest.raises(NotCaptionsError, match="too big for captions"):
        check_captions(bytes(MOST_BYTES + 1))


def test_the_films_own_captions_are_right(settings):
    for path in settings.ROOT.glob("curriculum/**/*.vtt"):
        assert check_captions(path.read_bytes()) > 3


def test_a_track_of_a_video_lesson_is_refused_at_its_field():
    track = CaptionTrack(language="en", file=SimpleUploadedFile("a.vtt", b"Hello"))
    with pytest.raises(ValidationError) as error:
        track.clean()
    assert list(error.value.message_dict) == ["file"]
    CaptionTrack(language="en", file=SimpleUploadedFile("a.vtt", (HEAD + CUE).encode())).clean()
