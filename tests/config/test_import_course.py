"""A file of a course that is broken or hostile: each fault is named with its place, and nothing is written."""

import io
import json
import random
import uuid
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from wagtail.images import get_image_model
from wagtail.models import Page, Revision, Site

from assessments.models import Question
from courses.exchange.exporting import export_course
from courses.exchange.faults import ExchangeError, Report
from courses.exchange.homes import homes_by_language
from courses.exchange.importing import import_course
from courses.exchange.package import CONTENTS
from courses.models import Programme, ReadingPage

SLUG, OTHER = "community-treatment", "another-course"
Spoil = Callable[[dict[str, Any]], None]


def parts_of(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as held:
        return {name: held.read(name) for name in held.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as held:
        for name, body in parts.items():
            held.writestr(name, body)
    return target.getvalue()


def changed(file: bytes, spoil: Spoil) -> bytes:
    parts = parts_of(file)
    contents = json.loads(parts[CONTENTS])
    spoil(contents)
    return packed(parts | {CONTENTS: json.dumps(contents).encode()})


def take(file: bytes, **options: Any) -> Report:
    return import_course(io.BytesIO(file), homes_by_language(Site.objects.get(is_default_site=True)), **options)


def faults_of(file: bytes) -> list[str]:
    counts = [model.objects.count() for model in (Page, Revision, Question, Programme, get_image_model())]
    with pytest.raises(ExchangeError) as caught:
        take(file)
    assert counts == [model.objects.count() for model in (Page, Revision, Question, Programme, get_image_model())]
    return [str(fault) for fault in caught.value.report.faults]


def spoilt_somewhere(file: bytes, seed: int) -> bool:
    """Spoil a file at a few places chosen by the seed; True where it came in, nothing of which stays."""
    chance = random.Random(seed)  # noqa: S311 -- chooses what a test spoils

    def spoil(contents: dict[str, Any]) -> None:
        for _ in range(chance.randint(1, 3)):
            held: Any = contents
            while True:
                keys = list(held) if isinstance(held, dict) else list(range(len(held)))
                key = chance.choice(keys)
                if not isinstance(held[key], dict | list) or not held[key] or chance.random() < 0.15:
                    break
                held = held[key]
            if chance.random() < 0.4:
                del held[key]
            else:
                held[key] = chance.choice([None, 7, -1, "", "x", [], {}, ["x"], {"x": 1}, True, "\0", "y" * 9_000])

    try:
        with transaction.atomic():
            take(changed(file, spoil))
            transaction.set_rollback(True)
    except ExchangeError as error:
        assert error.report.faults and all(fault.sentence for fault in error.report.faults)
        return False
    return True


def lesson(contents: dict[str, Any]) -> dict[str, Any]:
    return next(one for one in contents["pages"] if one["type"] == "courses.readingpage" and one["locale"] == "en")


def first_block(contents: dict[str, Any], kind: str) -> dict[str, Any]:
    return next(
        block
        for page in contents["pages"]
        for block in page["fields"].get("body", [])
        if block["type"] == kind and page["locale"] == "en"
    )


def question(contents: dict[str, Any]) -> dict[str, Any]:
    return contents["parts"]["questions"]["banks"][0]["questions"][0]


BROKEN: dict[str, tuple[Spoil, str]] = {
    "another format": (lambda c: c.update(format="scorm"), "no file of a course of Three-Two-One"),
    "a later version": (lambda c: c.update(version=99), "another version of Three-Two-One"),
    "no pages": (lambda c: c.update(pages=[]), "no page in the file"),
    "a page without its fields": (lambda c: lesson(c).pop("fields"), "Something is missing here"),
    "an unknown kind of page": (lambda c: lesson(c).update(type="home.homepage"), "no page of the kind"),
    "a page that stands nowhere": (lambda c: lesson(c).update(parent=["x", "en"]), "it stands in is not in the file"),
    "a page twice": (lambda c: c["pages"].append(lesson(c)), "stands twice"),
    "an unknown language": (lambda c: lesson(c).update(locale="tlh"), "not switched on this language"),
    "an unknown field": (lambda c: lesson(c)["fields"].update(owner=1), "do not know the same fields (owner)"),
    "a missing field": (lambda c: lesson(c)["fields"].pop("minutes"), "do not know the same fields (minutes)"),
    "a field of another kind": (lambda c: lesson(c)["fields"].update(minutes="many"), "minutes"),
    "a title that is empty": (lambda c: lesson(c)["fields"].update(title=""), "title"),
    "an unknown block": (lambda c: first_block(c, "key").update(type="marquee"), "block “marquee”"),
    "a block that breaks its rule": (lambda c: first_block(c, "key").update(value="word " * 60), "at most 40 words"),
    "no steps": (lambda c: c["programme"].pop("steps"), "Something is missing here"),
    "an unknown audience": (lambda c: c["programme"]["audiences"].append("sailor"), "no audience “sailor”"),
    "a step after a later one": (lambda c: c["programme"]["steps"][0].update(after="end"), "opens after one that comes later"),
    "a step twice": (lambda c: c["programme"]["steps"].append(c["programme"]["steps"][0]), "stands twice"),
    "a step of no kind": (lambda c: c["programme"]["steps"][0].update(kind="DANCE"), "“DANCE” is no choice"),
    "a part that is unknown": (lambda c: c["parts"].update(h5p={}), "different parts"),
    "questions that are gone": (lambda c: c["parts"].update(questions=[]), "questions: Something is missing"),
    "a question twice": (
        lambda c: c["parts"]["questions"]["banks"][0]["questions"].append(question(c)), "its code stands twice",
    ),
    "a question of no topic": (lambda c: question(c).update(topic="moon"), "topic “moon” is not in the file"),
    "a question without a key": (lambda c: question(c).update(key=""), "Say what the right answer is"),
    "a form with a question that is gone": (
        lambda c: c["parts"]["questions"]["instruments"][0]["forms"][0]["items"].append([OTHER, "CT-99", False, False]),
        "“CT-99” of a form is not in the file",
    ),
    "an award for no step": (
        lambda c: c["parts"]["awards"]["awards"][0]["steps"].append("dance"), "steps that are not in the file: dance",
    ),
    "a medium that is not there": (
        lambda c: c["media"].update({"image:x.png": {"kind": "image", "title": "Gone", "file": "files/x.png"}}),
        "Gone: Its file is missing or damaged",
    ),
    "a medium of no kind": (lambda c: c["media"].update({"x": {"kind": "game"}}), "x: Something is missing"),
}  # fmt: skip


@pytest.mark.django_db
class ImportCourseTests:
    @pytest.fixture(scope="class")
    @classmethod
    def file(cls, loaded_site: None) -> bytes:
        """The smaller programme as a file, and the site without it."""
        target = io.BytesIO()
        export_course(Programme.objects.get(slug=SLUG), target)
        return target.getvalue()

    @pytest.fixture(scope="class")
    @classmethod
    def new(cls, file: bytes) -> bytes:
        """The same course under other names and keys: this site holds nothing of it."""
        parts = parts_of(file)
        text = parts[CONTENTS].decode().replace(SLUG, OTHER)
        for key in {page["key"] for page in json.loads(text)["pages"]}:
            text = text.replace(key, str(uuid.uuid5(uuid.NAMESPACE_URL, key)))
        return packed(parts | {CONTENTS: text.encode()})

    @pytest.mark.parametrize("name", BROKEN)
    def test_a_fault_is_named_and_nothing_is_written(self, name: str, new: bytes) -> None:
        spoil, sentence = BROKEN[name]
        found = faults_of(changed(new, spoil))
        assert any(sentence in fault for fault in found), found

    def test_whole_it_comes_in(self, new: bytes) -> None:
        assert not take(new).left
        made = Programme.objects.get(slug=OTHER)
        assert ReadingPage.objects.descendant_of(made.pages.get(locale__language_code="en")).live().count() == 4

    def test_all_faults_are_named_in_one_run(self, new: bytes) -> None:
        found = faults_of(
            changed(new, lambda c: (lesson(c).update(type="x.y"), c["programme"]["audiences"].append("sailor")))
        )
        assert len(found) == 2

    def test_files_that_are_no_course(self, file: bytes) -> None:
        parts = parts_of(file)
        assert "no file of a course" in faults_of(b"%PDF-1.7")[0]
        assert "no file of a course" in faults_of(file[: len(file) // 2])[0]
        assert "missing or damaged" in faults_of(packed({}))[0]
        assert "missing or damaged" in faults_of(packed({CONTENTS: b"{"}))[0]
        assert "missing or damaged" in faults_of(packed({CONTENTS: b"[" * 100_000}))[0]
        for name in ("../evil.py", "/etc/passwd", "files/../x.png", "files\\x.png", "evil.html"):
            assert "no part of a course" in faults_of(packed(parts | {name: b"x"}))[0]

    def test_a_bomb_is_not_unpacked(self, file: bytes) -> None:
        bomb = {f"files/{'0' * 64}.png": b"\0" * 50_000_000}
        assert "too large when it is unpacked" in faults_of(packed(parts_of(file) | bomb))[0]

    def test_what_no_author_can_write_does_not_come_in(self, new: bytes) -> None:
        evil = '<p onclick="x()">Hello<script>alert(1)</script><a href="javascript:x()">there</a></p>'
        take(changed(new, lambda c: first_block(c, "text").update(value=evil)))
        bodies = "".join(str(page.body.raw_data) for page in ReadingPage.objects.filter(locale__language_code="en"))
        assert "Hello" in bodies
        assert not any(sign in bodies for sign in ("script", "onclick", "javascript"))

    def test_a_question_that_is_another_one_here_stands_against_it(self, file: bytes) -> None:
        found = faults_of(changed(file, lambda c: question(c).update(key="d" if question(c)["key"] != "d" else "a")))
        assert any("Another question has this code here" in fault for fault in found)

    def test_a_page_that_reads_otherwise_here_is_left_unless_asked_for(self, file: bytes) -> None:
        other = changed(file, lambda c: lesson(c)["fields"].update(minutes=42))
        assert [fault.sentence for fault in take(other).left] == ["It reads otherwise here and was left as it is."]
        assert not ReadingPage.objects.filter(minutes=42).exists()
        assert len(take(other, update=True).renewed) == 1
        assert ReadingPage.objects.filter(minutes=42, locale__language_code="en").exists()

    @pytest.mark.parametrize("seed", range(12))
    def test_whatever_is_spoilt_gets_a_sentence(self, seed: int, new: bytes) -> None:
        spoilt_somewhere(new, seed)

    @pytest.mark.long
    def test_three_hundred_spoilt_files(self, new: bytes) -> None:
        """Each gets a sentence or comes in whole; none is an error of ours."""
        taken = sum(spoilt_somewhere(new, seed) for seed in range(1000, 1300))
        assert 0 < taken < 300

    def test_the_commands(self, file: bytes, tmp_path: Any, capsys: Any) -> None:
        path = tmp_path / "course.zip"
        call_command("export_course", SLUG, str(path))
        assert "digest" in capsys.readouterr().out
        call_command("import_course", str(path), "--json")
        said = json.loads(capsys.readouterr().out)
        assert (said["faults"], said["made"]) == ([], [])
        path.write_bytes(b"nothing")
        with pytest.raises(CommandError, match="Nothing was written"):
            call_command("import_course", str(path))
        with pytest.raises(CommandError, match="cannot be read"):
            call_command("import_course", str(tmp_path / "missing"))
        with pytest.raises(CommandError, match="No programme is called moon"):
            call_command("export_course", "moon", str(path))
