"""How one question was answered, through the gate: one form, one wave, one language."""

from dataclasses import dataclass, replace
from decimal import Decimal

from reports.disclosure.figures import publish_figure
from reports.disclosure.limits import is_rare
from reports.disclosure.published import PublishedFigure
from reports.disclosure.raw import PrivacyClass, RawFigure, require_known
from reports.statistics.rounding import half_up

# A question is shown from so many people, its correlation from so many.
FEWEST_FOR_ITEM, FEWEST_FOR_CORRELATION = 20, 30


@dataclass(frozen=True)
class RawItem:
    """What n people answered: `right` of them right (None where there is no right answer), and how many gave which."""

    privacy_class: PrivacyClass
    n: int
    right: int | None
    answers: tuple[tuple[str, int], ...]
    correlation: float | None = None

    def __post_init__(self) -> None:
        require_known(self.privacy_class)
        if sum(count for _key, count in self.answers) != self.n or not 0 <= (self.right or 0) <= self.n:
            raise ValueError("So many people cannot have given these answers.")


@dataclass(frozen=True)
class PublishedItem:
    """What may be shown; `right` carries n. `correlation` None: too few people, or it would say too much."""

    right: PublishedFigure
    answers: tuple[tuple[str, PublishedFigure], ...]
    correlation: Decimal | None = None
    has_right_answer: bool = True


def publish_item(item: RawItem) -> PublishedItem | None:
    """Publish an item's answers; None below 20 people.

    Where any answer speaks of one or two people, hiding it alone would be no use: the others give it back. Everything
    is then rounded as for protected people, whoever they are.
    """
    if item.n < FEWEST_FOR_ITEM:
        return None
    counts = [count for _key, count in item.answers] + ([] if item.right is None else [item.right])
    strict: PrivacyClass = "protected" if any(is_rare(count, item.n) for count in counts) else item.privacy_class
    answers = tuple((key, _share(strict, item.n, count)) for key, count in item.answers)
    if item.right is None:
        whole = replace(_share(strict, item.n, item.n), percent=None, count=None, low=None, high=None, bound=None)
        return PublishedItem(whole, answers, has_right_answer=False)
    right = _share(strict, item.n, item.right)
    correlation = None
    # Beside a bound a correlation would tell how the few did on everything else.
    if item.correlation is not None and item.n >= FEWEST_FOR_CORRELATION and right.percent is not None:
        correlation = half_up(item.correlation, 1 if strict == "protected" else 2)
    return PublishedItem(right, answers, correlation)


def _share(privacy_class: PrivacyClass, n: int, count: int) -> PublishedFigure:
    return publish_figure(RawFigure("share", privacy_class, n, successes=count))
