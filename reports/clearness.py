"""What was said of lessons, through the gate: every figure takes the rules of protected people, whoever they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from wagtail.models import Page

from courses.choices import Clearness
from reports.disclosure import PublishedFigure, RawFigure, publish_figure


@dataclass(frozen=True)
class LessonLine:
    """One lesson: its title in the reader's language, and a figure for each answer."""

    title: str
    people: PublishedFigure
    answers: dict[str, PublishedFigure]


def published(counts: Mapping[str, int]) -> dict[str, PublishedFigure]:
    """Publish how many of those who said something gave each answer; figures without a number below ten people."""
    n = sum(counts.values())
    return {
        answer: publish_figure(RawFigure("share", "protected", n, successes=counts.get(answer, 0)))
        for answer in Clearness.values
    }


def lines_of(found: Mapping[UUID, Mapping[str, int]], language: str) -> list[LessonLine]:
    """Return a line for each lesson that still stands, in the order of the courses; one query."""
    pages = Page.objects.filter(translation_key__in=list(found), locale__language_code__in={language, "en"})
    titles: dict[UUID, str] = {}
    for key, title, spoken in pages.order_by("path").values_list("translation_key", "title", "locale__language_code"):
        if spoken == language or key not in titles:
            titles[key] = title
    lines = []
    for key, title in titles.items():
        answers = published(found[key])
        lines.append(LessonLine(title, answers[Clearness.CLEAR], answers))
    return lines
