"""Uploaded files: whole or in parts, never a page of ours, never anything outside the folder."""

import tracemalloc
from urllib.parse import quote

import pytest

from tests.reading import browser

FILM = bytes(range(256)) * 4


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    (settings.MEDIA_ROOT / "film.mp4").write_bytes(FILM)
    (settings.MEDIA_ROOT / "en.vtt").write_text("WEBVTT")
    (settings.MEDIA_ROOT / "page.html").write_text("<script>alert(1)</script>")
    (settings.MEDIA_ROOT / "still.svg").write_text("<svg><script>alert(1)</script></svg>")
    (tmp_path / "secret").write_text("not for you")
    return settings.MEDIA_ROOT


def ask(path, span=None):
    return browser().get(f"/media/{path}", headers={"range": span} if span else {}, follow=True)


def body(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_a_whole_film(db):
    answer = ask("film.mp4")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "video/mp4"
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert body(answer) == FILM


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [("bytes=0-1", 0, 1), ("bytes=100-199", 100, 199), ("bytes=1000-", 1000, 1023), ("bytes=-24", 1000, 1023)],
)
def test_a_part_of_it_as_phones_ask(db, span, first, last):
    answer = ask("film.mp4", span)
    assert answer.status_code == 206
    assert answer.headers["Content-Range"] == f"bytes {first}-{last}/1024"
    assert body(answer) == FILM[first : last + 1]


def test_a_part_that_ends_behind_the_end_ends_at_the_end(db):
    assert ask("film.mp4", "bytes=1020-9999").headers["Content-Range"] == "bytes 1020-1023/1024"
    assert len(body(ask("film.mp4", "bytes=-9999"))) == 1024


@pytest.mark.parametrize("span", ["bytes=1024-", "bytes=5-2", "bytes=-0", "bytes=-"])
def test_a_part_that_is_not_there_is_a_416(db, span):
    answer = ask("film.mp4", span)
    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == "bytes */1024"


@pytest.mark.parametrize("span", ["pages=1-2", "bytes=0-1,5-6", "bytes=" + "9" * 5000 + "-"])
def test_a_range_nobody_understands_gives_the_whole(db, span):
    assert body(ask("film.mp4", span)) == FILM


@pytest.mark.parametrize(
    "path",
    ["nothing.mp4", "../secret", "..%2fsecret", "%2e%2e/secret", "a/../../secret", "/etc/passwd", "", "x%00.mp4"],
)
def test_what_is_not_there_and_what_is_outside_are_both_a_404(db, path):
    answer = ask(path)
    assert answer.status_code == 404
    assert b"not for you" not in body(answer)


def test_a_page_somebody_uploaded_is_a_download_and_runs_nothing(db):
    answer = ask("page.html")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("path", ["still.svg", "page.html", "film.mp4"])
def test_nothing_uploaded_may_run_as_the_site(db, path):
    answer = ask(path)
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_drawing_shows_in_a_page_and_is_a_download_to_whoever_opens_it(db):
    answer = ask("still.svg")
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="still.svg"'


@pytest.mark.parametrize("path", ["still.svg", "page.html", "film.mp4"])
def test_no_page_frames_a_file(db, path):
    assert "frame-ancestors 'none'" in ask(path).headers["Content-Security-Policy"]


def test_a_file_keeps_its_name(folder, db):
    (folder / "呼吸.pdf").write_bytes(b"%PDF")
    assert ask("呼吸.pdf").headers["Content-Disposition"] == f"attachment; filename*=utf-8''{quote('呼吸.pdf')}"


@pytest.mark.parametrize("span", [None, "bytes=0-"])
def test_a_whole_film_never_stands_in_memory(folder, db, span):
    with (folder / "long.mp4").open("wb") as film:
        film.truncate(64 * 1024 * 1024)
    tracemalloc.start()
    answer = ask("long.mp4", span)
    length = sum(len(piece) for piece in answer.streaming_content)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert length == int(answer.headers["Content-Length"]) == 64 * 1024 * 1024
    assert peak < 4 * 1024 * 1024


def test_captions_are_captions(db):
    assert ask("en.vtt").headers["Content-Type"] == "text/vtt; charset=utf-8"
