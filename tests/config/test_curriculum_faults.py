"""Each kind of fault in the curriculum's files is named with its file and place, all of them in one run."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from config.curriculum.reading.facts import known_facts
from config.curriculum.reading.faults import CurriculumError, Faults
from config.curriculum.reading.lessons import read_lesson
from config.curriculum.reading.programmes import read_curriculum
from courses.models import Programme

Change = Callable[[str, str, str], None]
QUESTIONS = "community/questions.toml"
PROGRAMME = "community/programme.toml"
LESSON = "community/course/1-first-talk/1-listen-first.toml"

FAULTS = {
    "no TOML": (QUESTIONS, "[[topic]]", "[[topic", "This is no valid TOML"),
    "a missing language": (QUESTIONS, '"zh-hans" = ', '"zh-hant" = ', '"zh-hans" is missing'),
    "an unknown key": (QUESTIONS, '"zh-hans" = ', '"zh-hant" = ', '"zh-hant" is not known here'),
    "a key that is no option": (QUESTIONS, 'key = "', 'key = "x', "is not among the options"),
    "an unknown topic": (QUESTIONS, 'topic = "talk"', 'topic = "walk"', 'The topic "walk" is not among'),
    "a form that is too short": (QUESTIONS, 'form = "A"', 'form = "B"', "Form A has 19 questions: it needs 20."),
    "a broken pair": (QUESTIONS, 'pair = "1"', 'pair = "99"', 'Pair "99" of topic'),
    "an unknown fact": (QUESTIONS, 'facts = ["', 'facts = ["99.', "stands in no row of facts.md"),
    "a code used twice": (QUESTIONS, 'code = "CT-02"', 'code = "CT-01"', 'The code "CT-01" stands 2 times'),
    "an unknown kind": (LESSON, 'kind = "reading"', 'kind = "singing"', '"kind" is "singing": choose one of'),
    "a list for a text": (LESSON, 'slug = "listen-first"', 'slug = ["a"]', '"slug" must be a text'),
    "a self-check without an answer": (LESSON, "right = true", "right = false", "No option of the self-check is right"),
    "a step after none above": (PROGRAMME, 'after = "intake"', 'after = "end"', "which is no step above this one"),
    "a missing folder": (PROGRAMME, 'page = "course"', 'page = "coarse"', 'needs the folder "coarse"'),
    "an award for no step": (PROGRAMME, '"intake", "course"', '"intake", "curse"', '"curse" is no step'),
    "an unknown audience": (PROGRAMME, '"social-worker"', '"sailor"', 'The audience "sailor" is not known'),
    "a topic that leads nowhere": (QUESTIONS, "first-talk/listen-first", "nowhere", "is no lesson, module or course"),
    "an unknown sample": (PROGRAMME, "first-talk/listen-first", "nowhere", "is no lesson"),
}


def faults_in(folder: Path) -> list[str]:
    with pytest.raises(CurriculumError) as error:
        read_curriculum(folder)
    return [str(fault) for fault in error.value.faults]


class CurriculumFaultTests:
    def test_the_files_as_they_are_have_none(self, curriculum: Path) -> None:
        assert [programme.slug for programme in read_curriculum(curriculum)] == ["community-treatment"]

    @pytest.mark.parametrize("name", FAULTS)
    def test_fault_is_named_with_its_file(self, name: str, curriculum: Path, change: Change) -> None:
        file, old, new, sentence = FAULTS[name]
        change(file, old, new)
        assert any(fault.startswith(file) and sentence in fault for fault in faults_in(curriculum))

    def test_lists_of_unequal_length(self, curriculum: Path, change: Change) -> None:
        change(PROGRAMME, '  "A first talk that does not judge",\n', "")
        assert faults_in(curriculum) == [
            f"{PROGRAMME}, points: The lists are not equally long (en has 3, zh-hans has 4): "
            "each entry needs its translation."
        ]

    def test_all_faults_in_one_run(self, curriculum: Path, change: Change) -> None:
        change(QUESTIONS, 'key = "', 'key = "x')
        change(LESSON, "right = true", "right = false")
        assert {fault.split(",")[0] for fault in faults_in(curriculum)} == {QUESTIONS, LESSON}

    def test_a_question_is_named_by_its_code(self, curriculum: Path, change: Change) -> None:
        change(QUESTIONS, 'key = "', 'key = "x')
        assert faults_in(curriculum)[0].startswith(f"{QUESTIONS}, question CT-01: ")

    def test_captions_that_are_none(self, curriculum: Path) -> None:
        film = shutil.copytree(settings.ROOT / "curriculum" / "anshan" / "film", curriculum / "community" / "film")
        (film / "ten-minutes.en.vtt").write_text("1\n00:01,000 --> 00:02,000\nRing.\n", encoding="utf-8")
        faults = Faults()
        read_lesson(film / "film.toml", curriculum, known_facts(curriculum), faults)
        assert [str(one) for one in faults.found] == [
            "community/film/film.toml: ten-minutes.en.vtt: This is no WebVTT file: its first line must be WEBVTT. "
            "Save the captions as WebVTT, then choose it again."
        ]

    def test_a_folder_without_programmes(self, tmp_path: Path) -> None:
        assert any("No folder in here holds a programme.toml" in fault for fault in faults_in(tmp_path))

    @pytest.mark.django_db
    def test_nothing_is_written_on_a_fault(self, empty_site: None, curriculum: Path, change: Change, capsys) -> None:
        change(PROGRAMME, '"social-worker"', '"sailor"')
        with pytest.raises(CommandError, match=r"1 fault\(s\), named above, and was not loaded"):
            call_command("load_curriculum", folder=curriculum)
        assert PROGRAMME in capsys.readouterr().err
        assert not Programme.objects.exists()
