"""A learner's own first and last score, by topic: what improved, and what to read again."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from wagtail.models import Page

from assessments.feedback import Told, telling
from assessments.models import Score, Sitting, Topic
from courses.permissions import pages_open_to


@dataclass(frozen=True)
class TopicPair:
    """One topic: points of the first test (None where there was only one test) and of this one."""

    name: str
    first: int | None
    last: int
    max_points: int

    @property
    def first_at(self) -> str | None:
        """Return where the hollow dot stands, in per cent of the width."""
        return None if self.first is None else f"{100 * self.first // self.max_points}%"

    @property
    def last_at(self) -> str:
        """Return where the full dot stands, in per cent of the width."""
        return f"{100 * self.last // self.max_points}%"

    @property
    def change(self) -> int:
        """Return how many more are right now; 0 where there is nothing to compare."""
        return 0 if self.first is None else self.last - self.first


@dataclass(frozen=True)
class ReadAgain:
    """A topic in which something was not right yet, and a page about it that is open to the learner."""

    topic: str
    title: str
    url: str


@dataclass(frozen=True)
class Comparison:
    """Two scores of one learner on one instrument; `first` is None while there is only one."""

    first: Score | None
    last: Score
    topics: list[TopicPair]
    read_again: list[ReadAgain]

    @property
    def improved(self) -> list[TopicPair]:
        """Return the topics in which more is right now."""
        return [one for one in self.topics if one.change > 0]


def comparison(sitting: Sitting, on: datetime.date) -> Comparison:
    """Return this sitting's score beside the learner's first one; a constant number of queries.

    A first one whose result is not shown yet is left out.
    """
    scores = list(
        Score.objects.standing()
        .filter(sitting__enrolment=sitting.enrolment, sitting__form__instrument=sitting.form.instrument_id)
        .order_by("sitting__started_at")
        .select_related("sitting__test__step", "sitting__enrolment", "sitting__form")
    )
    last = next(score for score in scores if score.sitting_id == sitting.pk)
    first = scores[0] if scores[0].sitting_id != sitting.pk else None
    if first is not None and telling(first.sitting, on).told is Told.NOTHING:
        first = None
    language = get_language() or "en"
    topics = {topic.code: topic for topic in topics_of(sitting)}
    pairs, lacking = [], []
    for code, (points, most) in last.by_topic.items():
        before = first.by_topic.get(code) if first else None
        name = topics[code].name_in(language) if code in topics else code
        pairs.append(TopicPair(name, before[0] if before else None, points, most))
        if points < most and code in topics:
            lacking.append(topics[code])
    return Comparison(first, last, pairs, read_again(sitting, lacking, language, on))


def read_again(sitting: Sitting, topics: Sequence[Topic], language: str, on: datetime.date) -> list[ReadAgain]:
    """Return a page for each topic that names one, in a language where it is there, and only if it is open to the learner."""
    wanted = [(topic.read_again.translation_key, topic) for topic in topics if topic.read_again]
    if not wanted:
        return []
    # English first: the page in the learner's language, where there is one, then takes its place.
    found = sorted(
        Page.objects.filter(
            translation_key__in=[key for key, _topic in wanted], locale__language_code__in={language, "en"}
        )
        .live()
        .select_related("locale"),
        key=lambda page: page.locale.language_code == language,
    )
    pages = {page.translation_key: page for page in found}
    opened = pages_open_to(sitting.enrolment.learner, list(pages.values()), on)
    return [
        ReadAgain(topic.name_in(language), pages[key].title, pages[key].get_url() or "")
        for key, topic in wanted
        if key in pages and pages[key].pk in opened
    ]


def topics_of(sitting: Sitting) -> list[Topic]:
    """Return the topics of the form that was sat, with what to read again; one query."""
    found = Topic.objects.filter(questions__items__form=sitting.form_id).select_related("read_again")
    return list(found.distinct())
