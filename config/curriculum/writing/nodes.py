"""The pages a programme is made of, as a plain tree: what each page is to hold in each language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from assessments.models import QuestionBank, QuestionnairePage
from config.curriculum.reading.shapes import Lesson, Part, Programme
from config.curriculum.reading.tables import LANGUAGES
from config.curriculum.writing.blocks import stream
from config.curriculum.writing.files import film_media, stored
from courses.models import CoursePage, GuidePage, ModulePage, ProgrammePage, ReadingPage, RoomSessionPage, VideoPage
from courses.models import Programme as ProgrammeRow

MODELS = {"reading": ReadingPage, "session": RoomSessionPage}


@dataclass(frozen=True)
class Node:
    """One page: where it stands, its type, its fields in each language it is written in, its captions, the pages in it."""

    place: str
    model: type[Page]
    slug: str
    fields: Mapping[str, Mapping[str, Any]]
    captions: tuple[tuple[str, str], ...] = ()
    children: tuple["Node", ...] = ()


def programme_node(programme: Programme, row: ProgrammeRow, bank: QuestionBank) -> Node:
    """Return the tree of a programme: its page, and below it what its steps ask for, in their order."""
    place = programme.slug
    sample = f"{place}/{programme.sample}"
    inside = {page: _part_node(part, place, CoursePage, sample) for page, part in programme.courses.items()}
    inside |= {page: _lesson_node(lesson, place, sample) for page, lesson in programme.films.items()}
    asked = [step.page for step in programme.steps if step.page]
    if programme.questionnaire is not None:
        page = next(step.page for step in programme.steps if step.kind == "QUESTIONNAIRE")
        inside[page] = _questionnaire_node(programme, place, bank)
    fields = {
        language: {
            "title": programme.title[language],
            "programme": row,
            "audience_line": in_language(programme.audience_line, language),
            "points": "\n".join(in_language(programme.points, language)),
            "asks": in_language(programme.asks, language),
            "gives": in_language(programme.gives, language),
        }
        for language in programme.title
    }
    children = tuple(inside[page] for page in dict.fromkeys(asked) if page in inside)
    if programme.guide is not None:
        children += (_guide_node(programme.guide, place),)
    return Node(place, ProgrammePage, programme.slug, fields, children=children)


def _part_node(part: Part, above: str, model: type[Page], sample: str) -> Node:
    place = f"{above}/{part.slug}"
    parts = tuple(_part_node(one, place, ModulePage, sample) for one in part.parts)
    lessons = tuple(_lesson_node(one, place, sample) for one in part.lessons)
    fields = {one: {"title": part.title[one], "summary": in_language(part.summary, one)} for one in part.title}
    return Node(place, model, part.slug, fields, children=parts + lessons)


def _lesson_node(lesson: Lesson, above: str, sample: str) -> Node:
    place = f"{above}/{lesson.slug}"
    fields = {
        language: {
            **_texts(lesson, language, place),
            "is_sample": place == sample,
            "objectives": "\n".join(in_language(lesson.objectives, language)),
        }
        for language in languages_of(lesson)
    }
    film = lesson.film
    if film is None:
        return Node(place, MODELS[lesson.kind], lesson.slug, fields)
    files = {"video": film_media(film, lesson.title["en"]), "poster": stored(film.poster, "posters")}
    for language, values in fields.items():
        values |= {**files, "transcript": in_language(film.transcript, language)}
    captions = tuple((language, stored(path, "captions")) for language, path in film.captions.items())
    return Node(place, VideoPage, lesson.slug, fields, captions)


def _guide_node(guide: Lesson, above: str) -> Node:
    place = f"{above}/{guide.slug}"
    fields = {language: _texts(guide, language, place) for language in languages_of(guide)}
    return Node(place, GuidePage, guide.slug, fields)


def _texts(lesson: Lesson, language: str, place: str) -> dict[str, Any]:
    return {
        "title": in_language(lesson.title, language),
        "minutes": lesson.minutes,
        "body": stream(lesson.blocks, language, place),
    }


def languages_of(lesson: Lesson) -> list[str]:
    """Return the languages in which at least the title or the key message is written."""
    keys = [block.values for block in lesson.blocks if block.kind == "key"]
    return list(dict.fromkeys(language for text in (lesson.title, *keys) for language in text))


def in_language(values: Mapping[str, Any], language: str) -> Any:
    """Return the value in a language, in English where it is not written in it."""
    return values.get(language, values[LANGUAGES[0]])


def _questionnaire_node(programme: Programme, above: str, bank: QuestionBank) -> Node:
    sheet = programme.questionnaire
    assert sheet is not None  # noqa: S101 -- the caller has looked
    place = f"{above}/{sheet.slug}"
    fields = {one: {"title": sheet.title[one], "minutes": sheet.minutes, "bank": bank} for one in LANGUAGES}
    return Node(place, QuestionnairePage, sheet.slug, fields)
