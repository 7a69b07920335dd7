"""Every kind of block, titles in five languages and the guide come from the files; each fault in them is named."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from wagtail.images.models import Image

from config.curriculum.reading.faults import CurriculumError
from config.curriculum.reading.programmes import read_curriculum
from courses.models import CoursePage, GuidePage, ReadingPage, RoomSessionPage

CURRICULUM = settings.ROOT / "tests" / "samples" / "curriculum"
LESSON = "community/course/1-first-talk/1-listen-first.toml"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><path d="M0 0h9"/></svg>'


def text(english: str, chinese: str) -> str:
    return f'{{ en = "{english}", "zh-hans" = "{chinese}" }}'


BLOCKS = f"""
[[block]]
type = "figure"
file = "door.svg"
alt = {text("A door.", "一扇门。")}
caption = {text("Knock first.", "先敲门。")}

[[block]]
type = "pairs"
[[block.pair]]
do = {text("Ask.", "问。")}
dont = {text("Guess.", "猜。")}

[[block]]
type = "myths"
[[block.card]]
myth = {text("Talk helps nobody.", "谈话没用。")}
fact = {text("It helps many.", "对许多人有用。")}

[[block]]
type = "case"
id = "knock"
[[block.scene]]
id = "door"
text = {text("You knock.", "你敲门。")}
[[block.scene.choice]]
text = {text("Wait.", "等。")}
to = "opened"
[[block.scene]]
id = "opened"
text = {text("She opens.", "她开门。")}

[[block]]
type = "prompt"
minutes = 5
text = {text("Who listened to you?", "谁听过你说话？")}

[[block]]
type = "terms"
[[block.term]]
word = {text("naloxone", "纳洛酮")}
meaning = {text("A medicine.", "一种药。")}

[[block]]
type = "local"
topic = "naloxone"
text = {text("Who may give it?", "谁可以给？")}
"""
GUIDE = f"""
kind = "guide"
slug = "guide"
minutes = 12
title = {text("For trainers", "给培训员")}

[[block]]
type = "steps"
en = ["Greet."]
"zh-hans" = ["问好。"]
"""


def widen(folder: Path) -> Path:
    """Put every new kind of block, titles in other languages and a guide into a copy of the smaller programme."""
    shutil.copytree(CURRICULUM / "community", folder / "community")
    shutil.copy(CURRICULUM / "facts.md", folder)
    pictures = folder / "community" / "pictures"
    pictures.mkdir(exist_ok=True)
    (pictures / "door.svg").write_text(SVG, encoding="utf-8")
    (folder / "community" / "guide.toml").write_text(GUIDE, encoding="utf-8")
    objectives = 'objectives = { en = ["Listen"], "zh-hans" = ["倾听"] }'
    # Before the sources: what stands below them would belong to the last one.
    replace(folder / LESSON, "[[source]]", f"{BLOCKS}\n[[source]]")
    replace(folder / LESSON, 'slug = "listen-first"', f'slug = "listen-first"\n{objectives}')
    replace(folder / LESSON, 'type = "key"', 'type = "key"\nvi = "Hãy nghe trước."')
    replace(folder / "community/course/course.toml", "title = {", 'title = { my = "သင်တန်း", ')
    return folder


def replace(path: Path, old: str, new: str) -> None:
    before = path.read_text(encoding="utf-8")
    assert old in before, f"{path.name} no longer holds {old!r}"
    path.write_text(before.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def widened(tmp_path: Path) -> Path:
    """A widened copy, to be spoilt."""
    return widen(tmp_path)


@pytest.fixture(scope="module")
def loaded(empty_site: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A widened copy that was loaded, once for all who look at it."""
    folder = widen(tmp_path_factory.mktemp("curriculum"))
    call_command("load_curriculum", folder=folder, verbosity=0)
    return folder


def faults_in(folder: Path) -> str:
    with pytest.raises(CurriculumError) as error:
        read_curriculum(folder)
    return "\n".join(str(fault) for fault in error.value.faults)


def lesson(language: str) -> ReadingPage:
    return ReadingPage.objects.get(slug="listen-first", locale__language_code=language)


@pytest.mark.django_db
class NewBlocksTests:
    @pytest.fixture(autouse=True)
    def site(self, loaded: Path) -> None:
        """Look at one site, loaded once."""

    def test_every_block_in_both_languages(self) -> None:
        kinds = [block.block_type for block in lesson("en").body]
        assert {"figure", "pairs", "myths", "case", "prompt", "terms", "local"} <= set(kinds)
        assert kinds == [block.block_type for block in lesson("zh-hans").body]
        assert [block.id for block in lesson("en").body] == [block.id for block in lesson("zh-hans").body]

    def test_values_arrive_and_are_valid(self) -> None:
        page = lesson("zh-hans")
        blocks = {block.block_type: block.value for block in page.body}
        assert blocks["figure"]["image"] == Image.objects.get()
        assert (blocks["figure"]["alt"], blocks["figure"]["image"].width) == ("一扇门。", 640)
        assert blocks["case"]["scenes"][0]["choices"][0]["to"] == "opened"
        assert blocks["prompt"]["minutes"] == 5
        assert page.body.stream_block.clean(page.body)
        assert page.objectives == "倾听"

    def test_a_second_run_changes_nothing(self, loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
        call_command("load_curriculum", folder=loaded)
        assert "0 pages made, 0 renewed" in capsys.readouterr().out
        assert Image.objects.count() == 1

    def test_a_language_with_a_key_message_alone_is_a_page_of_its_own(self) -> None:
        page = lesson("vi")
        assert page.alias_of is None
        assert page.body[0].value == "Hãy nghe trước."
        assert page.title == lesson("en").title
        assert lesson("km").alias_of == lesson("en").page_ptr

    def test_a_title_alone(self) -> None:
        course = CoursePage.objects.get(locale__language_code="my")
        assert (course.title, course.alias_of) == ("သင်တန်း", None)
        assert course.summary == CoursePage.objects.get(locale__language_code="en").summary

    def test_a_page_that_showed_english_gets_its_own_title_later(self, loaded: Path, tmp_path: Path) -> None:
        folder = Path(shutil.copytree(loaded, tmp_path / "later"))
        replace(folder / LESSON, "title = {", 'title = { km = "ស្តាប់", ')
        call_command("load_curriculum", folder=folder, verbosity=0)
        assert (lesson("km").alias_of, lesson("km").title, lesson("km").live) == (None, "ស្តាប់", True)
        assert lesson("vi").title == lesson("en").title

    def test_a_session_in_a_room_is_loaded_as_one_and_a_lesson_never_becomes_one(
        self, loaded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        folder = Path(shutil.copytree(loaded, tmp_path / "session"))
        replace(folder / LESSON, 'kind = "reading"', 'kind = "session"')
        with pytest.raises(CommandError):
            call_command("load_curriculum", folder=folder)
        assert "It was loaded as another kind of lesson" in capsys.readouterr().err
        replace(folder / LESSON, 'slug = "listen-first"', 'slug = "meet"')
        replace(folder / "community/programme.toml", "first-talk/listen-first", "first-talk/meet")
        replace(folder / "community/questions.toml", "first-talk/listen-first", "first-talk/meet")
        call_command("load_curriculum", folder=folder, verbosity=0)
        assert RoomSessionPage.objects.count() == 5

    def test_the_guide_is_a_page_in_every_language(self) -> None:
        assert GuidePage.objects.count() == 5
        assert GuidePage.objects.get(locale__language_code="zh-hans").title == "给培训员"


FAULTS = {
    "a missing picture": ('file = "door.svg"', 'file = "gate.svg"', "it is missing in the folder"),
    "no description": ("alt = {", "alternative = {", '"alt" is missing'),
    "a way to nowhere": ('to = "opened"', 'to = "closed"', 'leads to "closed", which is no scene'),
    "a scene nobody reaches": ('to = "opened"', 'to = "door"', 'No choice leads to the scene "opened"'),
    "a circle": ('to = "opened"', 'to = "door"', "lead back to it"),
    "an unknown topic": ('topic = "naloxone"', 'topic = "weather"', '"topic" is "weather": choose one of'),
    "too many objectives": ('["Listen"]', '["a", "b", "c", "d"]', "write one to 3"),
}


class BlockFaultTests:
    @pytest.mark.parametrize("name", FAULTS)
    def test_fault_is_named(self, name: str, widened: Path) -> None:
        old, new, sentence = FAULTS[name]
        replace(widened / LESSON, old, new)
        assert sentence in faults_in(widened)

    @pytest.mark.parametrize(
        ("drawing", "sentence"),
        [
            ("<svg", "it cannot be read as SVG"),
            ("<svg/>", "with a viewBox"),
            (SVG.replace("<path", "<script/><path"), "it holds script"),
            (SVG.replace("<path", '<path onclick="x()"'), "must not run or load anything"),
            (SVG.replace("<path", "<!DOCTYPE svg><path"), "must not run or load anything"),
            (SVG + " " * 100_001, "make it smaller than"),
        ],
    )
    def test_a_drawing_that_is_none(self, drawing: str, sentence: str, widened: Path) -> None:
        (widened / "community" / "pictures" / "door.svg").write_text(drawing, encoding="utf-8")
        assert sentence in faults_in(widened)

    def test_a_guide_asks_nobody(self, widened: Path) -> None:
        replace(widened / "community" / "guide.toml", '"steps"', '"check"')
        assert '"type" is "check": choose one of' in faults_in(widened)
