"""How each type of question is written as a QTI item. Pure."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from assessments.choices import Scoring, TypeCode
from assessments.formats.fields import GAP, letters_of
from assessments.formats.parcel import ParcelQuestion, Text
from assessments.formats.qti.building import (
    RESPONSE,
    Built,
    by_template,
    declared,
    element,
    mapped,
    number,
    paragraphs,
    scored,
)
from assessments.formats.qti.interactions import DEGREES
from assessments.item_types.base import LETTERS

FIELD = {"responseIdentifier": RESPONSE}


def _choice(options: dict[str, str], most: int) -> Element:
    choices = [element("simpleChoice", {"identifier": name}, text) for name, text in options.items()]
    return element("choiceInteraction", {**FIELD, "shuffle": "false", "maxChoices": str(most)}, *choices)


def _lettered(text: Text) -> dict[str, str]:
    return dict(zip(LETTERS, text.options, strict=False))


def single_choice(question: ParcelQuestion, text: Text) -> Built:
    """Write radio buttons."""
    declaration = declared("single", "identifier", letters_of(question.key)[:1])
    return Built([declaration], [*paragraphs(text.stem), _choice(_lettered(text), 1)], by_template("match_correct"))


def multiple(question: ParcelQuestion, text: Text) -> Built:
    """Write boxes to tick."""
    right, options = letters_of(question.key), _lettered(text)
    wrong = "-1" if question.scoring == Scoring.PENALTY else "0"
    points = {name: "1" if name in right else wrong for name in options}
    is_whole = question.scoring in ("", Scoring.ALL_OR_NOTHING)
    mapping = None if is_whole else mapped(points, lowest="0")
    body = [*paragraphs(text.stem), _choice(options, 0)]
    rule = by_template("match_correct" if is_whole else "map_response")
    return Built([declared("multiple", "identifier", right, mapping)], body, rule)


def true_false(question: ParcelQuestion, text: Text) -> Built:
    """Write true and false."""
    declaration = declared("single", "identifier", [question.key] if question.key else [])
    choice = _choice({"true": "True", "false": "False"}, 1)
    return Built([declaration], [*paragraphs(text.stem), choice], by_template("match_correct"))


def rating(question: ParcelQuestion, text: Text) -> Built:
    """Write a scale of five, of which nothing is right."""
    choice = _choice({f"n{degree}": degree for degree in DEGREES}, 1)
    return Built([declared("single", "identifier", [])], [*paragraphs(text.stem), choice])


def ordering(question: ParcelQuestion, text: Text) -> Built:
    """Write lines to put in order."""
    choices = [element("simpleChoice", {"identifier": name}, one) for name, one in _lettered(text).items()]
    interaction = element("orderInteraction", {**FIELD, "shuffle": "true"}, *choices)
    declaration = declared("ordered", "identifier", letters_of(question.key))
    return Built([declaration], [*paragraphs(text.stem), interaction], by_template("match_correct"))


def matching(question: ParcelQuestion, text: Text) -> Built:
    """Write pairs; right sides that read the same are one."""
    rights = {one: f"r{at}" for at, one in enumerate(dict.fromkeys(text.matches), 1)}
    lefts = {name: left for name, left in _lettered(text).items() if left}
    pairs = [f"{name} {rights[right]}" for name, right in zip(LETTERS, text.matches, strict=False) if name in lefts]
    sets = [
        element("simpleMatchSet", {}, *(_associable(name, one, 1) for name, one in lefts.items())),
        element("simpleMatchSet", {}, *(_associable(name, one, 0) for one, name in rights.items())),
    ]
    most = {"shuffle": "true", "maxAssociations": str(len(lefts))}
    is_whole = question.scoring in ("", Scoring.ALL_OR_NOTHING)
    default = "-1" if question.scoring == Scoring.PENALTY else "0"
    mapping = None if is_whole else mapped(dict.fromkeys(pairs, "1"), default=default, lowest="0")
    rule = by_template("match_correct" if is_whole else "map_response")
    body = [*paragraphs(text.stem), element("matchInteraction", {**FIELD, **most}, *sets)]
    return Built([declared("multiple", "directedPair", pairs, mapping)], body, rule)


def _associable(name: str, text: str, most: int) -> Element:
    return element("simpleAssociableChoice", {"identifier": name, "matchMax": str(most)}, text)


def short_text(question: ParcelQuestion, text: Text) -> Built:
    """Write one field for words."""
    accepted = [one for gap in text.accepted for one in gap]
    mapping = mapped(dict.fromkeys(accepted, "1"), is_text=True) if accepted else None
    entry = element("p", {}, element("textEntryInteraction", FIELD))
    declaration = declared("single", "string", accepted[:1], mapping)
    return Built([declaration], [*paragraphs(text.stem), entry], by_template("map_response"))


def numeric(question: ParcelQuestion, text: Text) -> Built:
    """Write one field for a number, the unit beside it."""
    unit = [f" {text.unit}"] if text.unit else []
    entry = element("p", {}, element("textEntryInteraction", FIELD), *unit)
    body = [*paragraphs(text.stem), entry]
    declaration = declared("single", "float", [question.key] if question.key else [])
    if question.tolerance is None:
        return Built([declaration], body, by_template("match_correct"))
    spread = f"{question.tolerance:f}"
    attributes = {"toleranceMode": "absolute", "tolerance": f"{spread} {spread}"}
    test = element("equal", attributes, element("variable", {"identifier": RESPONSE}), _correct())
    return Built([declaration], body, scored(test, number("1")))


def _correct() -> Element:
    return element("correct", {"identifier": RESPONSE})


def cloze(question: ParcelQuestion, text: Text) -> Built:
    """Write a text with fields in it."""
    default = "-1" if question.scoring == Scoring.PENALTY else "0"
    names = [RESPONSE if at == 0 else f"{RESPONSE}{at + 1}" for at in range(len(text.accepted))]
    declarations = [
        declared("single", "string", gap[:1], mapped(dict.fromkeys(gap, "1"), is_text=True, default=default), name)
        for name, gap in zip(names, text.accepted, strict=True)
    ]
    total = element("sum", {}, *(element("mapResponse", {"identifier": name}) for name in names))
    if question.scoring in (Scoring.PARTIAL, Scoring.PENALTY):
        rule = element("responseProcessing", {}, element("setOutcomeValue", {"identifier": "SCORE"}, total))
    else:
        every = element("equal", {"toleranceMode": "exact"}, total, number(str(len(names))))
        rule = scored(every, number("1"))
    return Built(declarations, [_gapped(line, names) for line in text.stem.split("\n")], rule)


def _gapped(line: str, names: list[str]) -> Element:
    if not line:
        return element("p", {}, element("br"))
    parts: list[Element | str] = []
    for piece in re.split(r"(\[\[\d{1,2}\]\])", line):
        gap = GAP.fullmatch(piece)
        field = element("textEntryInteraction", {"responseIdentifier": names[int(gap.group(1)) - 1]}) if gap else piece
        parts.append(field)
    return element("p", {}, *parts)


def open_text(question: ParcelQuestion, text: Text) -> Built:
    """Write a large field, which a person marks."""
    body = [*paragraphs(text.stem), element("extendedTextInteraction", FIELD)]
    return Built([declared("single", "string", [])], body)


BUILDERS: dict[str, Callable[[ParcelQuestion, Text], Built]] = {
    TypeCode.SINGLE_CHOICE: single_choice,
    TypeCode.MULTIPLE_RESPONSE: multiple,
    TypeCode.TRUE_FALSE: true_false,
    TypeCode.ORDERING: ordering,
    TypeCode.MATCHING: matching,
    TypeCode.CLOZE: cloze,
    TypeCode.SHORT_TEXT: short_text,
    TypeCode.NUMERIC: numeric,
    TypeCode.RATING: rating,
    TypeCode.OPEN_TEXT: open_text,
}
