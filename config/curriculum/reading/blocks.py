"""The blocks of a lesson or a guide from its file, each by its type."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from config.curriculum.reading.pictures import read_figure
from config.curriculum.reading.shapes import Block
from config.curriculum.reading.tables import LANGUAGES, OTHERS, Table, Text
from courses.choices import LocalTopic
from courses.stories import Flaw, flaws

KEY_WORDS = 40
HEADING_SIGNS = TITLE_SIGNS = 120
LINE_SIGNS = 300
WORD_SIGNS = 60
FLAW_WORDS = {
    Flaw.TWICE: 'The scene "{}" stands twice: give each its own id.',
    Flaw.MISSING: 'A choice leads to "{}", which is no scene of this case.',
    Flaw.UNREACHED: 'No choice leads to the scene "{}".',
    Flaw.CIRCLE: 'From the scene "{}" the choices lead back to it: let them lead to an end.',
}


def read_blocks(table: Table, pictures: Path, *, without: Collection[str] = (), least: int = 1) -> list[Block]:
    """Read the [[block]] tables; types in `without` are not known here."""
    known = tuple(kind for kind in (*READERS, "figure") if kind not in without)
    blocks = [_block(one, known, pictures) for one in table.tables("block", least=least)]
    kinds = [block.kind for block in blocks]
    if kinds.count("key") > 1 or ("key" in kinds and kinds[0] != "key"):
        table.fault("The key message stands once, and first.")
    return blocks


def _block(table: Table, known: tuple[str, ...], pictures: Path) -> Block:
    kind = table.choice("type", known)
    if not kind:
        return Block("text", dict.fromkeys(LANGUAGES, ""))
    values = read_figure(table, pictures) if kind == "figure" else READERS[kind](table)
    table.close()
    return Block(kind, values)


def _key(table: Table) -> dict[str, Any]:
    text = table.own_text(others=OTHERS)
    if len(text["en"].split()) > KEY_WORDS:
        table.fault(f"The key message has more than {KEY_WORDS} words: say only what must be remembered.")
    return text


def _heading(table: Table) -> dict[str, Any]:
    return table.own_text(HEADING_SIGNS)


def _paragraphs(table: Table) -> dict[str, Any]:
    text = table.own_text()
    counts = {language: len(paragraphs(words)) for language, words in text.items()}
    if len(set(counts.values())) > 1 and all(counts.values()):
        table.fault(f"The text has {counts['en']} paragraphs in en and {counts['zh-hans']} in zh-hans.")
    return text


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, parted by empty lines."""
    return [" ".join(one.split()) for one in text.split("\n\n") if one.strip()]


def _list(table: Table) -> dict[str, Any]:
    return {language: list(entries) for language, entries in table.own_lists().items()}


def _note(table: Table) -> dict[str, Any]:
    return _each({"title": table.text("title", TITLE_SIGNS), "text": table.own_text()})


def _check(table: Table) -> dict[str, Any]:
    table.word("id")
    question = table.text("question")
    options = [_option(one) for one in table.tables("option", least=2)]
    if options and not any(option["en"]["is_right"] for option in options):
        table.fault("No option of the self-check is right: mark one.")
    return _each({"question": question}, {"options": options})


def _option(table: Table) -> dict[str, Any]:
    right, text, feedback = table.flag("right"), table.own_text(LINE_SIGNS), table.text("feedback")
    table.close()
    return {one: {"text": text[one], "is_right": right, "feedback": feedback[one]} for one in LANGUAGES}


def _rows(key: str, **texts: int) -> Callable[[Table], dict[str, Any]]:
    """Return a reader of a list of [[block.key]] tables that hold these texts; the number is a text's longest in signs."""

    def read(table: Table) -> dict[str, Any]:
        rows = [_row(one, texts) for one in table.tables(key, least=1)]
        return {language: [row[language] for row in rows] for language in LANGUAGES}

    return read


def _row(table: Table, texts: dict[str, int]) -> dict[str, Any]:
    row = _each({name: table.text(name, limit) for name, limit in texts.items()})
    table.close()
    return row


def _case(table: Table) -> dict[str, Any]:
    table.word("id")
    scenes = [_scene(one) for one in table.tables("scene", named_by="id", least=2)]
    ways = [(scene["en"]["name"], [choice["to"] for choice in scene["en"]["choices"]]) for scene in scenes]
    for flaw, name in flaws(ways):
        table.fault(FLAW_WORDS[flaw].format(name))
    return _each({}, {"scenes": scenes})


def _scene(table: Table) -> dict[str, Any]:
    name, text = table.word("id"), table.text("text")
    choices = [_choice(one) for one in table.tables("choice")]
    table.close()
    return {one: {"name": name, "text": text[one], "choices": [choice[one] for choice in choices]} for one in LANGUAGES}


def _choice(table: Table) -> dict[str, Any]:
    text, to = table.text("text", LINE_SIGNS), table.word("to")
    table.close()
    return {one: {"text": text[one], "to": to} for one in LANGUAGES}


def _prompt(table: Table) -> dict[str, Any]:
    text, minutes = table.text("text"), table.number("minutes", needed=False)
    return {one: {"text": text[one], "minutes": minutes or None} for one in LANGUAGES}


def _local(table: Table) -> dict[str, Any]:
    topic, text = table.choice("topic", LocalTopic.values), table.text("text")
    return {one: {"topic": topic, "text": text[one]} for one in LANGUAGES}


def _each(texts: dict[str, Text], lists: dict[str, list[dict[str, Any]]] | None = None) -> dict[str, Any]:
    """Return for each language the texts, and the lists of what is already by language."""
    return {
        one: {
            **{name: text[one] for name, text in texts.items()},
            **{name: [entry[one] for entry in entries] for name, entries in (lists or {}).items()},
        }
        for one in LANGUAGES
    }


READERS: dict[str, Callable[[Table], dict[str, Any]]] = {
    "key": _key,
    "heading": _heading,
    "text": _paragraphs,
    "points": _list,
    "steps": _list,
    "note": _note,
    "check": _check,
    "pairs": _rows("pair", do=0, dont=0),
    "myths": _rows("card", myth=0, fact=0),
    "case": _case,
    "prompt": _prompt,
    "terms": _rows("term", word=WORD_SIGNS, meaning=0),
    "local": _local,
}
