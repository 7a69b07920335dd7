"""Random questions as a bank may hold them: tidy texts in five scripts, with every sign that a format takes for its own."""

import unicodedata
from decimal import Decimal

from hypothesis import strategies as st

from assessments.choices import QuestionKind, Scoring, TypeCode
from assessments.formats import ParcelQuestion, Text
from assessments.formats.fields import gap, key_at
from assessments.formats.texts import tidy

LANGUAGES = ("en", "zh-hans", "my", "km", "vi")
WORDS = (
    "breath",
    "Ask first.",
    "先叫醒，再呼救。",
    "呼吸",
    "အသက်ရှူခြင်း",
    "ကူညီပါ။",
    "ដង្ហើម",
    "ជួយ\u200bសង្គ្រោះ",
    "hơi thở",
    "Tiêm chích ma túy",
)
SIGNS = "=~#{}:\\%->[]|/<>&\"'`*+@$;,._\n\t ::####//TF0159"
words = st.lists(st.one_of(st.sampled_from(WORDS), st.text(st.sampled_from(SIGNS), min_size=1, max_size=6)), min_size=1)
anything = st.text(
    st.characters(exclude_categories=["C", "Zl", "Zp"], include_characters="\n"), min_size=1, max_size=30
)


def lines(most: int = 5):
    """Return tidy texts of several lines."""
    joined = words.map(lambda parts: " ".join(parts[:most]))
    return st.one_of(joined, anything).map(tidy).filter(bool)


def line(most: int = 3):
    """Return tidy texts on one line."""
    return lines(most).map(lambda text: tidy(" ".join(text.split("\n")))).filter(bool)


slug = st.from_regex(r"[a-z][a-z0-9_-]{0,11}", fullmatch=True)
code = st.one_of(slug, line().map(lambda text: tidy(text[:30])).filter(bool))
short = line().map(lambda text: tidy(text[:20])).filter(bool)
maybe = st.one_of(st.just(""), line().map(lambda text: tidy(text[:80])))
distinct = st.lists(line(), min_size=2, max_size=6, unique=True)
number = st.decimals("-1000", "1000", places=2).map(lambda one: format(one, "f"))
PARTS = (TypeCode.MULTIPLE_RESPONSE, TypeCode.ORDERING, TypeCode.MATCHING, TypeCode.CLOZE)


@st.composite
def questions(draw, name=code):
    """Return a question of any type but pictures, in one to three languages."""
    kind = draw(st.sampled_from([one for one in TypeCode if one is not TypeCode.PICTURE_CHOICE]))
    size = draw(st.integers(2, 6))
    languages = draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, max_size=3, unique=True))
    attitude = kind is TypeCode.RATING
    return ParcelQuestion(
        code=draw(name),
        type=kind.value,
        key=draw(key(kind, size)),
        scoring=draw(st.sampled_from(Scoring.values)) if kind in PARTS else Scoring.ALL_OR_NOTHING.value,
        tolerance=draw(st.sampled_from([None, Decimal("0.5"), Decimal(0)])) if kind is TypeCode.NUMERIC else None,
        topic=draw(st.one_of(st.just(""), slug)),
        kind=(QuestionKind.ATTITUDE if attitude else QuestionKind.KNOWLEDGE).value,
        source=draw(maybe),
        family=draw(st.one_of(st.just(""), slug)),
        better=draw(st.sampled_from(["", "agree"])),
        facts=draw(st.sampled_from(["", "F1, F2"])),
        audiences=tuple(sorted(draw(st.sets(st.sampled_from(["police", "backbone"]))))),
        texts={language: draw(text(kind, size)) for language in languages},
    )


def key(kind, size):
    """Return keys of a type."""
    letters = st.integers(0, size - 1)
    match kind:
        case TypeCode.SINGLE_CHOICE:
            return letters.map(lambda at: key_at([at]))
        case TypeCode.MULTIPLE_RESPONSE:
            return st.sets(letters, min_size=1, max_size=size - 1).map(lambda chosen: key_at(sorted(chosen)))
        case TypeCode.ORDERING:
            return st.permutations(range(size)).map(key_at)
        case TypeCode.TRUE_FALSE:
            return st.sampled_from(["true", "false"])
        case TypeCode.NUMERIC:
            return number
        case TypeCode.OPEN_TEXT:
            return st.sampled_from(["1", "4"])
    return st.just("")


@st.composite
def text(draw, kind, size):
    """Return a text of a type, with so many options or gaps."""
    stem, options, matches, accepted = draw(lines()), (), (), ()
    if kind in (TypeCode.SINGLE_CHOICE, TypeCode.MULTIPLE_RESPONSE, TypeCode.ORDERING, TypeCode.MATCHING):
        options = tuple(draw(st.lists(line(), min_size=size, max_size=size, unique=True)))
    if kind is TypeCode.MATCHING:
        matches = tuple(draw(st.lists(line(), min_size=size, max_size=size, unique=True)))
        options = (*options[:-1], draw(st.sampled_from([options[-1], ""])))
    if kind is TypeCode.SHORT_TEXT:
        accepted = (tuple(draw(distinct)),)
    if kind is TypeCode.CLOZE:
        accepted = tuple(tuple(draw(distinct)) for _gap in range(size))
        stem = " ".join(
            [stem.replace("[[", "("), *(f"{gap(at + 1)} {draw(line()).replace('[[', '(')}" for at in range(size))]
        )
        stem = tidy(stem)
    unit = draw(st.one_of(st.just(""), short)) if kind is TypeCode.NUMERIC else ""
    return Text(stem, options, matches, accepted, unit, draw(st.one_of(st.just(""), lines())))


def parcels(name=code):
    """Return lists of questions with codes of their own."""
    return st.lists(questions(name), min_size=1, max_size=4, unique_by=lambda one: one.code)


assert all(unicodedata.is_normalized("NFC", one) for one in WORDS)
