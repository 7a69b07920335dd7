"""Lessons from their files: blocks, sources, and the film of a video lesson."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from config.curriculum.reading.facts import check_facts
from config.curriculum.reading.shapes import Block, Film, Lesson
from config.curriculum.reading.tables import LANGUAGES, Table, read_file

KEY_WORDS = 40
HEADING_SIGNS = TITLE_SIGNS = 120
LINE_SIGNS = 300
SOURCE_SIGNS = 400


def read_lesson(path: Path, folder: Path, known: frozenset[str], faults: Any) -> Lesson:
    """Read one lesson; `known` are the facts it may rest on."""
    table = read_file(path, folder, faults)
    kind = table.choice("kind", ("reading", "video"))
    blocks = [_block(one) for one in table.tables("block", least=0 if kind == "video" else 1)]
    sources = [_source(one, known) for one in table.tables("source")]
    if sources:
        blocks.append(Block("sources", dict.fromkeys(LANGUAGES, sources)))
    _check_key(table, blocks)
    lesson = Lesson(
        slug=table.word("slug"),
        minutes=table.number("minutes"),
        title=table.text("title", TITLE_SIGNS),
        blocks=tuple(blocks),
        film=_film(table, path) if kind == "video" else None,
    )
    table.close()
    return lesson


def _check_key(table: Table, blocks: list[Block]) -> None:
    kinds = [block.kind for block in blocks]
    if kinds.count("key") > 1 or ("key" in kinds and kinds[0] != "key"):
        table.fault("The key message stands once, and first.")


def _block(table: Table) -> Block:
    kind = table.choice("type", tuple(READERS))
    if not kind:
        return Block("text", dict.fromkeys(LANGUAGES, ""))
    block = Block(kind, READERS[kind](table))
    table.close()
    return block


def _key(table: Table) -> dict[str, Any]:
    text = table.own_text()
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
    title, text = table.text("title", TITLE_SIGNS), table.own_text()
    return {language: {"title": title[language], "text": text[language]} for language in LANGUAGES}


def _check(table: Table) -> dict[str, Any]:
    table.word("id")
    question = table.text("question")
    options = [_option(one) for one in table.tables("option", least=2)]
    if options and not any(option["en"]["is_right"] for option in options):
        table.fault("No option of the self-check is right: mark one.")
    return {
        language: {"question": question[language], "options": [option[language] for option in options]}
        for language in LANGUAGES
    }


def _option(table: Table) -> dict[str, Any]:
    right, text, feedback = table.flag("right"), table.own_text(LINE_SIGNS), table.text("feedback")
    table.close()
    return {one: {"text": text[one], "is_right": right, "feedback": feedback[one]} for one in LANGUAGES}


def _source(table: Table, known: frozenset[str]) -> dict[str, str]:
    fact, text, year = table.word("fact"), table.word("text"), table.number("year", needed=False)
    check_facts(table, (fact,) if fact else (), known)
    if len(text) > SOURCE_SIGNS:
        table.fault(f"The source has more than {SOURCE_SIGNS} signs: shorten it.")
    table.close()
    return {"text": text, "year": str(year or ""), "fact": fact}


def _film(table: Table, path: Path) -> Film:
    name = table.word("film")
    files = {language: path.with_name(f"{name}.{language}.vtt") for language in LANGUAGES}
    video, poster = path.with_name(f"{name}.mp4"), path.with_name(f"{name}.svg")
    for file in (video, poster, *files.values()):
        if name and not file.is_file():
            table.fault(f"The film's file {file.name} is missing beside it.")
    lines = [one.own_text(close=True) for one in table.tables("line", least=1)]
    spoken = {language: "\n".join(line[language] for line in lines) for language in LANGUAGES}
    return Film(video, poster, files, table.number("seconds"), spoken)


READERS: dict[str, Callable[[Table], dict[str, Any]]] = {
    "key": _key,
    "heading": _heading,
    "text": _paragraphs,
    "points": _list,
    "steps": _list,
    "note": _note,
    "check": _check,
}
