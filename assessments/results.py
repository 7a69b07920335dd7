"""A learner's own first and last score, by topic."""

from dataclasses import dataclass

from django.utils.translation import get_language

from assessments.models import Score, Sitting, Topic


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
class Comparison:
    """Two scores of one learner on one instrument; `first` is None while there is only one."""

    first: Score | None
    last: Score
    topics: list[TopicPair]


def comparison(sitting: Sitting) -> Comparison:
    """Return this sitting's score beside the learner's first one; three queries."""
    scores = list(
        Score.objects.standing()
        .filter(sitting__enrolment=sitting.enrolment, sitting__form__instrument=sitting.form.instrument_id)
        .order_by("sitting__started_at")
        .select_related("sitting")
    )
    last = next(score for score in scores if score.sitting_id == sitting.pk)
    first = scores[0] if scores[0].sitting_id != sitting.pk else None
    language = get_language() or "en"
    names = {topic.code: topic.name_in(language) for topic in topics_of(sitting)}
    pairs = []
    for code, (points, most) in last.by_topic.items():
        before = first.by_topic.get(code) if first else None
        pairs.append(TopicPair(names.get(code, code), before[0] if before else None, points, most))
    return Comparison(first, last, pairs)


def topics_of(sitting: Sitting) -> list[Topic]:
    """Return the topics of the form that was sat."""
    return list(Topic.objects.filter(questions__items__form=sitting.form_id).distinct())
