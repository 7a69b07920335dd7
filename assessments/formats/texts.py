"""How text comes in: UTF-8, composed (NFC), with plain line ends and single spaces. Pure."""

import re
import unicodedata
from hashlib import sha256

from django.utils.translation import gettext as _

from assessments.formats.parcel import FormatError, Place

SPACES = re.compile(r"[ \t]+")
BREAKS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\x0b": " ", "\x0c": " "})
SLUG = re.compile(r"[-a-zA-Z0-9_]+\Z")
# What XML, spreadsheets and databases refuse as well: controls, halves of pairs, no characters.
UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def tidy(text: str) -> str:
    """Return a text as the bank keeps it: composed, with "\\n" between lines and one space between words."""
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").translate(BREAKS)
    return "\n".join(line.strip() for line in SPACES.sub(" ", plain).split("\n")).strip()


def one_line(text: str) -> str:
    """Return a tidy text on one line."""
    return " ".join(line for line in tidy(text).split("\n") if line)


def decode(body: bytes, within: str = "") -> str:
    """Return the text of a file; raises FormatError with the line where it is not UTF-8 or holds what nobody can see."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(line=body[: error.start].count(b"\n") + 1, within=within)
        sentence = _("This is not UTF-8 text. Save the file as UTF-8 and send it again.")
        raise FormatError(sentence, place) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    unseen = UNSEEN.search(text)
    if unseen:
        line = text.count("\n", 0, unseen.start()) + 1
        raise FormatError(unseen_sentence(unseen.group()), Place(line=line, within=within))
    return text


def unseen_sentence(sign: str) -> str:
    """Return what is said of a character that cannot be shown."""
    return _("There is a character here that cannot be shown (U+%(number)s): delete it.") % {
        "number": f"{ord(sign):04X}"
    }


def code_for(name: str, stem: str) -> str:
    """Return a code for a question whose file gives none: its name if that is short, or one that its words always give.

    The same file sent again thus finds the same questions.
    """
    name = one_line(name)
    if 0 < len(name) <= 30:
        return name
    return f"q-{sha256(tidy(stem).encode()).hexdigest()[:10]}"


def topic_for(path: str) -> str:
    """Return the topic that a category names: the last part of its path, as a short code; "" where that is none."""
    last = path.rstrip("/").rsplit("/", 1)[-1].strip()
    if SLUG.match(last):
        return last[:50]
    words = re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKD", last).lower())
    return "-".join(words)[:50] if last.isascii() else ""
