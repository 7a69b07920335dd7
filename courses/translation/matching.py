"""Which text of a translated page belongs to which text of its source. Pure: no query, no clock.

Texts are matched by their place (`body.<block>.<part>`); within one rich text, by their order. The worked example stands
in docs/rules/translation.md.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Two letters in a row, of any script, or one Chinese character: less is a number, a year or a sign, the same everywhere.
WORDS = re.compile(r"[^\W\d_]{2}|[\u3400-\u9fff]")
TAGS = re.compile(r"<[^>]*>|&\w+;")


@dataclass(frozen=True)
class Text:
    """One text of a page: where it stands, and what it says (inline markup without attributes)."""

    place: str
    says: str


def has_words(says: str) -> bool:
    """Tell whether there is anything to translate in a text."""
    return WORDS.search(TAGS.sub(" ", says)) is not None


def paired(source: Iterable[Text], target: Iterable[Text]) -> dict[Text, str]:
    """Return what stands in the target where a text of the source stands.

    A place that holds another number of texts than in the source is left out: nobody can say which belongs to which.
    """
    ours, theirs = _by_place(source), _by_place(target)
    return {
        Text(place, says): other
        for place, texts in ours.items()
        if len(theirs.get(place, ())) == len(texts)
        for says, other in zip(texts, theirs[place], strict=True)
    }


def first_kept(pairs: Mapping[Text, str]) -> dict[Text, str]:
    """Return what of a page that was translated elsewhere counts as translation.

    A text that differs from its source does. One that says the same does where it has no words, or where most of the
    page's texts with words differ: a name or a title of a book then stays as it is on purpose.
    """
    wordy = {text: says for text, says in pairs.items() if has_words(text.says)}
    differing = sum(text.says != says for text, says in wordy.items())
    is_translated = 2 * differing > len(wordy)
    return {
        text: says for text, says in pairs.items() if is_translated or text.says != says or not has_words(text.says)
    }


def renewed(pairs: Mapping[Text, str], held: Mapping[Text, str]) -> dict[Text, str]:
    """Return what a newly published page tells about texts: translations that are new or differ from those held.

    `held` maps texts of the source, also those of long ago, to their translations. A text of the source that is new stays
    without one until what stands in its place was touched as well: an old translation is none of a new text.
    """
    once = defaultdict(set)
    for text, says in held.items():
        once[text.place].add(says)
    found = {}
    for text, says in pairs.items():
        is_touched = says != text.says and says not in once[text.place]
        if text in held:
            if says != held[text]:
                found[text] = says
        elif is_touched or not has_words(text.says):
            found[text] = says
    return found


def _by_place(texts: Iterable[Text]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        found[text.place].append(text.says)
    return found
