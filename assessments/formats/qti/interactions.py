"""Each kind of QTI interaction as a question: type, key and options. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from assessments.choices import TypeCode
from assessments.formats.fields import gap, key_at
from assessments.formats.markup import Node
from assessments.formats.parcel import Findings, FormatError, NotCarriedError, ParcelQuestion, Text
from assessments.formats.qti.bodies import MARK, Flat, flatten
from assessments.formats.qti.responses import Response, response_of, scoring_of, tolerance_of
from assessments.formats.texts import one_line, tidy

BLANK = "_____"
NUMBERS = frozenset({"float", "integer"})
DEGREES = ("1", "2", "3", "4", "5")


@dataclass
class Item:
    """An item while it is read; `type` is what its tags say of it, "" for an item of others."""

    root: Node
    flat: Flat
    responses: dict[str, Response]
    findings: Findings
    type: str = ""

    def stem(self, interaction: Node) -> str:
        """Return the text around an interaction, and what it asks itself."""
        prompt = interaction.first("prompt")
        asked = flatten(prompt, self.findings).text if prompt else ""
        lines = [line.replace(MARK, "") for line in self.flat.lines if line.strip() != MARK]
        return tidy("\n".join([*lines, asked]))


Answers = tuple[ParcelQuestion, Text]


def _choices(holder: Node, tag: str, item: Item) -> dict[str, str]:
    found = {}
    for one in holder.all(tag):
        text = one_line(flatten(one, item.findings).text)
        if not text:
            raise FormatError(_("This option is empty."), one.place)
        if one.get("identifier") in found:
            raise FormatError(_("Two options have the same identifier."), one.place)
        found[one.get("identifier")] = text
    if not found:
        raise FormatError(_("The interaction has no options."), holder.place)
    return found


def _positions(right: list[str], options: dict[str, str], response: Response) -> list[int]:
    known = list(options)
    for one in right:
        if one not in known:
            sentence = _("The right answer “%(name)s” is the identifier of no option.") % {"name": one[:40]}
            raise FormatError(sentence, response.node.place)
    return [known.index(one) for one in right]


def read_choice(interaction: Node, item: Item) -> Answers:
    """Read a choiceInteraction: one right option, several, true or false, or a scale."""
    options = _choices(interaction, "simpleChoice", item)
    response = response_of(interaction, item.responses)
    right = _positions(response.right, options, response)
    stem, texts = item.stem(interaction), tuple(options.values())
    names = [one.lower() for one in options]
    if item.type == TypeCode.RATING and texts == DEGREES:
        return ParcelQuestion(type=item.type), Text(stem)
    says_so = [text.lower() for text in texts] == names or item.type == TypeCode.TRUE_FALSE
    if sorted(names) == ["false", "true"] and response.cardinality == "single" and says_so:
        key = names[right[0]] if right else ""
        return ParcelQuestion(type=TypeCode.TRUE_FALSE.value, key=key), Text(stem)
    made = ParcelQuestion(key=key_at(sorted(right)))
    if response.cardinality == "multiple":
        scoring = scoring_of(response, item.root, item.findings)
        return replace(made, type=TypeCode.MULTIPLE_RESPONSE.value, scoring=scoring), Text(stem, texts)
    if len(right) > 1:
        item.findings.lose(_("several right options, each of which gives points"), response.node.place)
    return replace(made, type=TypeCode.SINGLE_CHOICE.value), Text(stem, texts)


def read_order(interaction: Node, item: Item) -> Answers:
    """Read an orderInteraction."""
    options = _choices(interaction, "simpleChoice", item)
    response = response_of(interaction, item.responses)
    key = key_at(_positions(response.correct, options, response))
    return ParcelQuestion(type=TypeCode.ORDERING.value, key=key), Text(item.stem(interaction), tuple(options.values()))


def read_match(interaction: Node, item: Item) -> Answers:
    """Read a matchInteraction in which each left side has one right side."""
    sets = interaction.all("simpleMatchSet")
    if len(sets) != 2:
        raise FormatError(_("A matchInteraction has two sets, left and right."), interaction.place)
    left, right = (_choices(one, "simpleAssociableChoice", item) for one in sets)
    response = response_of(interaction, item.responses)
    pairs: dict[str, str] = {}
    for value in response.right:
        one, _space, other = value.partition(" ")
        if one not in left or other not in right:
            sentence = _("The right answer “%(name)s” is the identifier of no option.") % {"name": value[:40]}
            raise FormatError(sentence, response.node.place)
        if one in pairs:
            raise NotCarriedError(_("a left side with several right sides"), response.node.place)
        pairs[one] = other
    missing = [text for name, text in left.items() if name not in pairs]
    if missing:
        raise FormatError(
            _("The left side “%(text)s” has no right side.") % {"text": missing[0][:40]}, interaction.place
        )
    spare = [text for name, text in right.items() if name not in pairs.values()]
    lefts = (*left.values(), *("" for _text in spare))
    rights = (*(right[pairs[name]] for name in left), *spare)
    scoring = scoring_of(response, item.root, item.findings)
    return ParcelQuestion(type=TypeCode.MATCHING.value, scoring=scoring), Text(item.stem(interaction), lefts, rights)


def read_extended(interaction: Node, item: Item) -> Answers:
    """Read an extendedTextInteraction, which a person marks."""
    return ParcelQuestion(type=TypeCode.OPEN_TEXT.value, key="1"), Text(item.stem(interaction))


def read_entries(item: Item) -> Answers:
    """Read textEntryInteractions: a number or a short answer where one stands alone, else a text with gaps."""
    entries = item.flat.interactions
    for one in entries:
        if one.get("patternMask"):
            item.findings.lose(_("the pattern that an answer must fit"), one.place)
    answers = [response_of(one, item.responses) for one in entries]
    stands_alone = any(line.strip() == MARK for line in item.flat.lines) or answers[0].base in NUMBERS
    if len(entries) == 1 and stands_alone and item.type != TypeCode.CLOZE:
        return _alone(answers[0], item)
    texts = iter(range(1, len(entries) + 1))
    stem = "".join(gap(next(texts)) if sign == MARK else sign for sign in item.flat.text)
    accepted = tuple(_accepted(one, item) for one in answers)
    if any(one.base in NUMBERS for one in answers):
        item.findings.lose(_("that a gap takes a number"), entries[0].place)
    scoring = scoring_of(answers[0], item.root, item.findings)
    return ParcelQuestion(type=TypeCode.CLOZE.value, scoring=scoring), Text(stem, accepted=accepted)


def _alone(response: Response, item: Item) -> Answers:
    # Beside its field, an item of ours shows the unit, which its tags hold as well.
    kept = [line for line in item.flat.lines if line.strip() != MARK and not (item.type and MARK in line)]
    stem = tidy("\n".join(kept).replace(MARK, BLANK))
    if response.base not in NUMBERS:
        accepted = _accepted(response, item)
        return ParcelQuestion(type=TypeCode.SHORT_TEXT.value), Text(stem, accepted=(accepted,) if accepted else ())
    if len(response.right) > 1:
        item.findings.lose(_("several right numbers"), response.node.place)
    key = next(iter(response.right), "")
    return ParcelQuestion(type=TypeCode.NUMERIC.value, key=key, tolerance=tolerance_of(item.root)), Text(stem)


def _accepted(response: Response, item: Item) -> tuple[str, ...]:
    points = [value for value in response.mapped.values() if value > 0]
    if len(set(points)) > 1:
        item.findings.lose(_("answers that give a part of the points"), response.node.place)
    best = [value for value, worth in response.mapped.items() if points and worth == max(points)]
    return tuple(dict.fromkeys([*response.correct, *best]))


READERS: dict[str, Callable[[Node, Item], Answers]] = {
    "choiceInteraction": read_choice,
    "orderInteraction": read_order,
    "matchInteraction": read_match,
    "extendedTextInteraction": read_extended,
}
