"""Text as search compares it: what people type differently is made the same. Pure.

The rule in prose with worked examples stands in docs/rules/search.md.
"""

import re
import unicodedata

# Joiners, soft hyphens, marks where a line may break: nobody types them, and editors put them in.
INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
# Khmer: the subscript of DA looks like that of TA, and old signs stand for others.
KHMER = str.maketrans({"\u17a3": "\u17a2", "\u17a4": "\u17a2\u17b6"})
SUBSCRIPT_DA, SUBSCRIPT_TA = "\u17d2\u178a", "\u17d2\u178f"
# The marks over and under Latin letters; those of other scripts are letters of theirs.
LATIN_MARKS = re.compile("[\u0300-\u036f]")
# Scripts without spaces between words: Han with its marks, kana, Burmese with its extensions, Khmer.
NO_SPACES = "\u3000-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uff0f\u1000-\u109f\uaa60-\uaa7f\u1780-\u17ff"
SPACE_BESIDE = re.compile(rf"(?<=[{NO_SPACES}])[ \t]+|[ \t]+(?=[{NO_SPACES}])")
LATIN_GRAM, GRAM = 3, 2
MOST_TERMS, MOST_GRAMS = 8, 40
COENG = "\u17d2"
VIRAMA = "\u1039"


def folded(text: str) -> str:
    """Return a text as it is compared: without case, tone marks, invisible signs, and spaces where a script has none."""
    plain = unicodedata.normalize("NFKC", text).translate(INVISIBLE).translate(KHMER)
    plain = plain.replace(SUBSCRIPT_DA, SUBSCRIPT_TA).casefold().replace("đ", "d")
    plain = LATIN_MARKS.sub("", unicodedata.normalize("NFD", plain))
    plain = "".join(str(unicodedata.digit(one)) if one.isdigit() else one for one in plain)
    return SPACE_BESIDE.sub("", " ".join(unicodedata.normalize("NFC", plain).split()))


def terms_of(typed: str) -> list[str]:
    """Return what has to be found, folded: the parts between spaces, without marks at their ends, each once."""
    parts = (_trimmed(folded(part)) for part in typed.translate(INVISIBLE).split())
    return list(dict.fromkeys(part for part in parts if part))[:MOST_TERMS]


def grams_of(terms: list[str]) -> list[str]:
    """Return short pieces of the terms, each once: two written signs, or three letters where a script has spaces."""
    found: dict[str, None] = {}
    for term in terms:
        signs = clusters(term)
        length = GRAM if re.search(f"[{NO_SPACES}]", term) else LATIN_GRAM
        for at in range(max(1, len(signs) - length + 1)):
            found["".join(signs[at : at + length])] = None
    return list(found)[:MOST_GRAMS]


def clusters(text: str) -> list[str]:
    """Return the written signs of a text: a letter with the marks and subscripts that hang on it is one."""
    found: list[str] = []
    for sign in text:
        hangs = unicodedata.category(sign).startswith("M")
        if found and (hangs or found[-1].endswith((COENG, VIRAMA))):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def line_with(text: str, terms: list[str], signs: int = 160) -> str:
    """Return the line of a text that holds most of the terms, cut around the first of them; the first line for none."""
    lines = text.splitlines() or [""]
    best = max(lines, key=lambda line: sum(term in folded(line) for term in terms))
    written = clusters(best)
    if len(written) <= signs:
        return best
    start = max(0, _first_at(written, terms) - signs // 4)
    end = start + signs
    return f"{'…' if start else ''}{''.join(written[start:end]).strip()}{'…' if end < len(written) else ''}"


def _first_at(written: list[str], terms: list[str]) -> int:
    """Return at which sign the first term begins; found by halving, as folding changes lengths. 0 where none does."""
    whole = "".join(written)
    if not any(term in folded(whole) for term in terms):
        return 0
    low, high = 0, len(written)
    while low + 1 < high:
        middle = (low + high) // 2
        if any(term in folded("".join(written[middle:])) for term in terms) and not any(
            term in folded("".join(written[:middle])) for term in terms
        ):
            low = middle
        else:
            high = middle
    return low


def _trimmed(part: str) -> str:
    """Take marks off the ends, unless a mark is all there is; marks that belong to a letter stay."""
    start, end = 0, len(part)
    while start < end and unicodedata.category(part[start])[0] in "PSZ":
        start += 1
    while end > start and unicodedata.category(part[end - 1])[0] in "PSZ":
        end -= 1
    return part[start:end]
