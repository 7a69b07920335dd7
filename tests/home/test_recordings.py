"""A film or recording is what its name says, or it is refused."""

import pytest

from home.recordings import is_recording

HEADS = {
    "mp4": b"\x00\x00\x00\x20ftypisom\x00\x00",
    "m4a": b"\x00\x00\x00\x20ftypM4A \x00\x00",
    "webm": b"\x1aE\xdf\xa3\x01\x00\x00\x00",
    "ogg": b"OggS\x00\x02",
    "mp3": b"ID3\x04\x00",
}


@pytest.mark.parametrize("ending", HEADS)
def test_each_kind_is_known_by_its_first_bytes(ending):
    assert is_recording(ending, HEADS[ending])
    assert not is_recording(ending, b"<html><script>")
    assert not is_recording(ending, b"")


def test_a_sound_without_a_tag_begins_with_a_frame():
    assert is_recording("mp3", b"\xff\xfb\x90\x00")


def test_an_ending_alone_makes_nothing():
    assert not is_recording("exe", HEADS["mp4"])
    assert not is_recording("mp4", HEADS["webm"])
