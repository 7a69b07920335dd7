"""When two short texts say the same, script by script. Pure. The rules in prose: docs/rules/items.md, section 12.

`normal` gives a form that is only ever compared, never shown. What it does not do: convert Zawgyi, fold traditional
into simplified characters, read numbers written in words, or forgive spelling.
"""

import re
import unicodedata
from collections.abc import Iterable

# Vietnamese tones: grave, acute, tilde, hook above, dot below. (Circumflex, breve and horn make other letters.)
TONES = "\u0300\u0301\u0303\u0309\u0323"
SYLLABLE = re.compile(r"(?:[a-z\u0111][\u0300-\u036f]*)+")
MARKS = re.compile(r"[\u0300-\u036f]")

# Burmese: a run of signs on one consonant (U+1039 stacks a consonant and is no sign).
BURMESE_SIGNS = re.compile(r"[\u102b-\u1038\u103a-\u103e]+")
# A zero typed for the letter wa: it stands before or after a letter, and beside no digit.
WA = re.compile(r"(?<![\u1040-\u1049])\u1040(?=[\u1000-\u103f])|(?<=[\u1000-\u103f])\u1040(?![\u1040-\u1049])")
BURMESE_TWINS = {
    "\u1025\u103a": "\u1009\u103a",  # letter u with asat, for nya
    "\u1029": "\u101e\u103c",  # letter o, often typed as sa with ra
    "\u102a": "\u101e\u103c\u1031\u102c\u103a",
    "\u102b": "\u102c",  # tall and short aa: the consonant decides, not the word
}
# Letters of other languages where Zawgyi keeps its forms; a sign before its consonant; a stacker or an asat where Zawgyi
# has other signs.
ZAWGYI = re.compile(
    r"[\u1033\u1034\u1060-\u1097]|(?:^|[^\u1000-\u109f])[\u102b-\u103e]"
    r"|\u1039(?![\u1000-\u1021])|\u103a[\u102b-\u102e\u1031\u1032]"
)

# Khmer: a consonant with its subscripts (coeng and a letter), register shifters, vowels and signs.
KHMER_RUN = re.compile(r"(?<=[\u1780-\u17b3])(?:\u17d2[\u1780-\u17b3]|[\u17b6-\u17d1\u17dd])+")
KHMER_PART = re.compile(r"\u17d2.|.", re.S)
COENG_RO = "\u17d2\u179a"
VOWELS_ABOVE = set("\u17b7\u17b8\u17b9\u17ba\u17be")
KHMER_TWINS = {
    "\u17a3": "\u17a2",
    "\u17a4": "\u17a2\u17b6",
    "\u17b4": "",
    "\u17b5": "",
    "\u17b2": "\u17b1",  # two letters of one sound
    "\u17d2\u178a": "\u17d2\u178f",  # subscript da and ta look the same
}

# What is not a letter and yet part of what is said.
KEPT = set("%&‰°")


def is_accepted(text: str, accepted: Iterable[str]) -> bool:
    """Tell whether a typed text says one of the accepted ones.

    Whoever types no marks on Latin letters at all ("ma tuy") is understood; whoever types marks types the right ones.
    """
    mine = normal(text)
    wanted = {normal(one) for one in accepted} - {""}
    return mine in wanted or mine in {bare(one) for one in wanted}


def normal(text: str) -> str:
    """Return the form in which texts are compared: no case, width, punctuation or spaces, one order of signs."""
    text = unicodedata.normalize("NFC", fold_width(text).casefold())
    text = "".join(one for one in text if unicodedata.category(one) != "Cf")
    text = fold_khmer(fold_burmese(text))
    text = "".join(ascii_digit(one) for one in text)
    text = SYLLABLE.sub(tone_last, unicodedata.normalize("NFD", text))
    return without_punctuation(text)


def bare(text: str) -> str:
    """Return a normal form without marks on Latin letters, and d for d with a stroke."""
    return MARKS.sub("", text).replace("\u0111", "d")


def fold_width(text: str) -> str:
    """Return the text with full-width, half-width and ligature forms made plain; a raised 2 becomes ^2, never 2."""
    return "".join(
        ("^" if unicodedata.decomposition(one).startswith("<super>") else "") + unicodedata.normalize("NFKC", one)
        for one in unicodedata.normalize("NFC", text)
    )


def fold_burmese(text: str) -> str:
    """Return Burmese signs in one order, each once, and letters that look alike as one."""
    for twin, kept in BURMESE_TWINS.items():
        text = text.replace(twin, kept)
    text = WA.sub("\u101d", text)
    return BURMESE_SIGNS.sub(lambda run: "".join(sorted(set(run[0]))), text)


def fold_khmer(text: str) -> str:
    """Return Khmer subscripts, vowels and signs in one order, each once, and what looks alike as one."""
    for twin, kept in KHMER_TWINS.items():
        text = text.replace(twin, kept)
    return KHMER_RUN.sub(_khmer_run, text)


def _khmer_run(run: re.Match[str]) -> str:
    parts = set(KHMER_PART.findall(run[0]))
    for left, right, whole in (("\u17c1", "\u17b8", "\u17be"), ("\u17c1", "\u17b6", "\u17c4")):
        if {left, right} <= parts:
            parts = parts - {left, right} | {whole}
    if parts & VOWELS_ABOVE:
        # Under a vowel that stands above, both register shifters are written like the vowel u.
        parts = {"\u17bb" if one in {"\u17c9", "\u17ca"} else one for one in parts}
    subscripts = sorted((one for one in parts if one[0] == "\u17d2"), key=lambda one: (one == COENG_RO, one))
    return "".join(subscripts + sorted(one for one in parts if one[0] != "\u17d2"))


def ascii_digit(one: str) -> str:
    """Return a decimal digit of any script as 0 to 9, anything else as it is."""
    value = unicodedata.decimal(one, None)
    return one if value is None else str(value)


def tone_last(syllable: re.Match[str]) -> str:
    """Return a syllable with its tone at the end, so that older and newer placement (túy, tuý) are one."""
    tones = [one for one in syllable[0] if one in TONES]
    return syllable[0].replace(tones[0], "") + tones[0] if len(tones) == 1 else syllable[0]


def without_punctuation(text: str) -> str:
    """Return the text without punctuation and spaces, but for one sign between two digits and a minus before one."""
    text = "".join("-" if unicodedata.category(one) == "Pd" or one == "\u2212" else one for one in text)
    text = re.sub(r"[。．]", ".", " ".join(text.split()))
    text = re.sub(r"(?<=\d) ?([.,:/-]) ?(?=\d)", r"\1", text)
    kept = {found.start() for found in re.finditer(r"(?<=\d)[ .,:/-](?=\d)|(?<![^\W_])-(?=\d)", text)}
    return "".join(one for at, one in enumerate(text) if at in kept or not is_dropped(one))


def is_dropped(one: str) -> bool:
    """Tell whether a character is a space or punctuation."""
    return one not in KEPT and unicodedata.category(one)[0] in "PZC"


def looks_like_zawgyi(text: str) -> bool:
    """Tell whether a Burmese text seems to be in Zawgyi: by signs and orders that Unicode Burmese does not have."""
    return bool(ZAWGYI.search(unicodedata.normalize("NFC", text)))
