"""What keeps a form from being published, and what its author should know before. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from assessments.blueprints import unsure_topics
from assessments.draw import PoolItem

# measurement.md: parallel forms share at least so many items, and at least this share of them.
FEWEST_ANCHORS, ANCHOR_PERCENT = 5, 20


@dataclass(frozen=True)
class ItemFacts:
    """A question on a form: `is_ready` when it is published with words in English, `has_draft` with changes waiting."""

    code: str
    topic: str = ""
    is_anchor: bool = False
    family: str = ""
    is_ready: bool = True
    has_draft: bool = False
    is_asked_apart: bool = False
    points: int = 1


@dataclass(frozen=True)
class FormFacts:
    """A form with its items in order; `rows` (topic to number) is None where all items stand on the paper."""

    letter: str
    items: tuple[ItemFacts, ...] = ()
    rows: dict[str, int] | None = field(default=None)

    @property
    def on_paper(self) -> list[ItemFacts]:
        """Return the items that may stand on a paper: questions about behaviour are asked in the blind ballot."""
        return [one for one in self.items if not one.is_asked_apart]

    @property
    def pool(self) -> list[PoolItem]:
        """Return the items as the draw sees them."""
        return [PoolItem(at, one.topic, one.is_anchor, one.family) for at, one in enumerate(self.on_paper)]

    @property
    def length(self) -> int:
        """Return how many questions a paper has."""
        if self.rows is None:
            return len(self.on_paper)
        return sum(one.is_anchor for one in self.on_paper) + sum(self.rows.values())

    @property
    def points(self) -> int:
        """Return the points of a paper; of a blueprint with the first questions of each topic."""
        if self.rows is None:
            return sum(one.points for one in self.on_paper)
        found = sum(one.points for one in self.on_paper if one.is_anchor)
        for topic, count in self.rows.items():
            spare = [one.points for one in self.on_paper if one.topic == topic and not one.is_anchor]
            found += sum(spare[:count])
        return found

    @property
    def anchors(self) -> set[str]:
        """Return the codes of the anchors."""
        return {one.code for one in self.on_paper if one.is_anchor}


def faults(form: FormFacts) -> list[str]:
    """Return a sentence for each reason why the form cannot be published."""
    if not form.on_paper:
        return [_("There is no question on this form. Put at least one on it.")]
    found = []
    for one in form.items:
        if not one.is_ready:
            found.append(_("%(code)s is not published yet. Publish the question first.") % {"code": one.code})
        elif one.has_draft:
            found.append(
                _("%(code)s has changes that are not published. Publish them, or undo them, first.")
                % {"code": one.code}
            )
    return found + _faults_of_blueprint(form)


def _faults_of_blueprint(form: FormFacts) -> list[str]:
    if form.rows is None:
        return []
    if not form.length:
        return [_("The blueprint draws no question. Say how many questions of each topic a paper has.")]
    return [
        _("The topic %(topic)s is too small: a paper may lack %(count)s questions. Add some, or ask for fewer.")
        % {"topic": topic, "count": lacking}
        for topic, lacking in unsure_topics(form.pool, form.rows).items()
    ]


def warnings(form: FormFacts, others: Sequence[FormFacts]) -> list[str]:
    """Return what the author should know, against the other published forms of the instrument."""
    found = _of_itself(form)
    for other in others:
        about = {"other": other.letter, "here": form.length, "there": other.length}
        if form.length != other.length:
            found.append(
                _("A paper has %(here)s questions here and %(there)s on form %(other)s: figures cannot be compared.")
                % about
            )
        elif form.points != other.points:
            found.append(
                _("A paper has %(here)s points here and %(there)s on form %(other)s: figures cannot be compared.")
                % {**about, "here": form.points, "there": other.points}
            )
        shared = len(form.anchors & other.anchors)
        if shared < FEWEST_ANCHORS or 100 * shared < ANCHOR_PERCENT * form.length:
            found.append(
                _(
                    "Form %(other)s and this one share %(shared)s anchors. To compare them, mark at least 5 questions, "
                    "and at least one in five, as standing on both."
                )
                % {**about, "shared": shared}
            )
    return found


def _of_itself(form: FormFacts) -> list[str]:
    found = []
    if form.rows is None:
        families = [one.family for one in form.on_paper if one.family]
        for family in sorted({one for one in families if families.count(one) > 1}):
            found.append(
                _("Two questions of the family %(family)s stand on this form: one may give the other away.")
                % {"family": family}
            )
        return found
    for topic in form.rows:
        if len({one.points for one in form.on_paper if one.topic == topic and not one.is_anchor}) > 1:
            found.append(
                _("The questions of the topic %(topic)s give different points, so not every paper has the same total.")
                % {"topic": topic}
            )
    return found
