"""The courses that ship: each whole in both languages, with tests, attitudes and a trainer's guide."""

from collections.abc import Iterator

import pytest
from django.conf import settings

from config.curriculum.reading.programmes import read_curriculum
from config.curriculum.reading.shapes import Lesson, Part, Programme

FOLDER = settings.ROOT / "curriculum"
# Lessons at least, beside the demonstration's own programme.
LESSONS = {"policing": 8, "backbone": 8, "living-skills": 6, "community-treatment": 8, "families": 3}
PROGRAMMES = {one.slug: one for one in read_curriculum(FOLDER)}
FIVE = {"en", "zh-hans", "my", "km", "vi"}


def lessons_of(part: Part) -> Iterator[Lesson]:
    yield from part.lessons
    for inner in part.parts:
        yield from lessons_of(inner)


def lessons(programme: Programme) -> list[Lesson]:
    return [lesson for part in programme.courses.values() for lesson in lessons_of(part)]


def test_the_five_courses_and_the_demonstrations_are_there():
    assert set(PROGRAMMES) == {"anshan", *LESSONS}


@pytest.mark.parametrize("slug", LESSONS)
class WholeCourseTests:
    def test_it_has_its_lessons_each_with_objectives_a_key_and_sources(self, slug: str) -> None:
        found = lessons(PROGRAMMES[slug])
        assert len(found) >= LESSONS[slug]
        for lesson in found:
            kinds = [block.kind for block in lesson.blocks]
            assert kinds[0] == "key" and "sources" in kinds, lesson.slug
            assert lesson.objectives["en"] and lesson.objectives["zh-hans"], lesson.slug
            assert set(lesson.title) == FIVE and set(lesson.blocks[0].values) == FIVE, lesson.slug

    def test_its_lessons_teach_by_more_than_text(self, slug: str) -> None:
        kinds = {block.kind for lesson in lessons(PROGRAMMES[slug]) for block in lesson.blocks}
        assert {"figure", "pairs", "myths", "prompt", "check", "local"} <= kinds

    def test_it_asks_eight_attitudes_four_on_each_side(self, slug: str) -> None:
        sides = [one.better for one in PROGRAMMES[slug].bank.statements]
        assert (sides.count("agree"), sides.count("disagree")) == (4, 4)

    def test_no_letter_is_the_right_one_too_often(self, slug: str) -> None:
        """Whoever always takes the same letter must not pass."""
        for form in ("A", "B"):
            keys = [one.key for one in PROGRAMMES[slug].bank.questions if one.form in (form, "both")]
            assert max(keys.count(letter) for letter in "abcd") <= 8, form

    def test_each_topic_says_what_to_read_again(self, slug: str) -> None:
        assert [one.code for one in PROGRAMMES[slug].bank.topics if not one.again] == []

    def test_it_has_a_trainers_guide(self, slug: str) -> None:
        assert PROGRAMMES[slug].guide is not None
