"""What a QTI item declares of its right answers and how it gives points. Pure."""

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from assessments.choices import Scoring
from assessments.formats.markup import Node
from assessments.formats.parcel import Findings, FormatError
from assessments.formats.texts import one_line

# With these words a rule of scoring says no more than "right is right" or "add up the mapping".
PLAIN_RULES = frozenset(
    [
        "responseProcessing",
        "responseCondition",
        "responseIf",
        "responseElse",
        "match",
        "variable",
        "correct",
        "setOutcomeValue",
        "baseValue",
        "and",
        "equal",
        "isNull",
        "mapResponse",
        "sum",
        "not",
    ]
)


@dataclass
class Response:
    """A declared response: its right values, and the points of values where they are mapped."""

    node: Node
    cardinality: str = ""
    base: str = ""
    correct: list[str] = field(default_factory=list)
    mapped: dict[str, Decimal] = field(default_factory=dict)
    default: Decimal = Decimal(0)

    @property
    def right(self) -> list[str]:
        """Return the right values: those declared, or those whose points are above 0."""
        return self.correct or [value for value, points in self.mapped.items() if points > 0]


def responses_of(item: Node) -> dict[str, Response]:
    """Return the declared responses by their identifiers."""
    found = {}
    for node in item.all("responseDeclaration"):
        made = Response(node, node.get("cardinality"), node.get("baseType"))
        correct, mapping = node.first("correctResponse"), node.first("mapping")
        if correct:
            made.correct = [one_line(value.words) for value in correct.all("value")]
        if mapping:
            made.default = _number(mapping, "defaultValue")
            made.mapped = {one_line(one.get("mapKey")): _number(one, "mappedValue") for one in mapping.all("mapEntry")}
        found[node.get("identifier")] = made
    return found


def response_of(interaction: Node, responses: dict[str, Response]) -> Response:
    """Return the response of an interaction; raises FormatError where the item declares none."""
    found = responses.get(interaction.get("responseIdentifier"))
    if found is None:
        sentence = _("This interaction names the response “%(name)s”, which the item does not declare.")
        raise FormatError(sentence % {"name": interaction.get("responseIdentifier")[:40]}, interaction.place)
    return found


def scoring_of(response: Response, item: Node, findings: Findings) -> str:
    """Return the rule that gives what the item gives; where none of ours does, say what is lost."""
    if not response.mapped or not _uses_mapping(item):
        return Scoring.ALL_OR_NOTHING.value
    positive = {points for points in response.mapped.values() if points > 0}
    negative = {points for points in response.mapped.values() if points < 0} | (
        {response.default} if response.default < 0 else set()
    )
    if len(positive) > 1 or (negative and negative != {-one for one in positive}):
        findings.lose(_("different weights of right or wrong options"), response.node.place)
    return Scoring.PENALTY.value if negative else Scoring.PARTIAL.value


def _uses_mapping(item: Node) -> bool:
    rules = item.first("responseProcessing")
    if rules is None or rules.get("template").rstrip("/").endswith("map_response"):
        return True
    return any(one.tag == "mapResponse" for one in rules.walk())


def name_rules(item: Node, findings: Findings) -> None:
    """Name rules of scoring that say more than ours do."""
    rules = item.first("responseProcessing")
    template = rules.get("template").rstrip("/").rsplit("/", 1)[-1].removesuffix(".xml") if rules else ""
    if template and template not in ("match_correct", "map_response"):
        findings.lose(_("the rule of scoring “%(name)s”") % {"name": template[:60]}, item.place)
    unknown = [one for one in (rules.walk() if rules else ()) if one.tag not in PLAIN_RULES]
    if unknown:
        findings.lose(_("a rule of scoring with <%(tag)s>") % {"tag": unknown[0].tag}, unknown[0].place)


def tolerance_of(item: Node) -> Decimal | None:
    """Return how far a number may be off, None where the item does not say."""
    rules = item.first("responseProcessing")
    for one in rules.walk() if rules else ():
        if one.tag == "equal" and one.get("tolerance"):
            return _number(one, "tolerance")
    return None


def _number(node: Node, name: str) -> Decimal:
    words = node.get(name, "0").split()
    try:
        found = Decimal(words[0] if words else "0")
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite():
        sentence = _("The attribute %(name)s is no number: “%(text)s”.")
        raise FormatError(sentence % {"name": name, "text": node.get(name)[:20]}, node.place)
    return found
