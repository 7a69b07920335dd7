"""Lessons and guides from their files: what can be done afterwards, blocks, sources, and the film of a video lesson."""

from pathlib import Path

from config.curriculum.reading.blocks import TITLE_SIGNS, read_blocks
from config.curriculum.reading.facts import check_facts
from config.curriculum.reading.faults import Faults
from config.curriculum.reading.pictures import PICTURES
from config.curriculum.reading.shapes import Block, Film, Lesson, Lists
from config.curriculum.reading.tables import LANGUAGES, OTHERS, Table, read_file
from courses.captions import NotCaptionsError, check_captions

KINDS = ("reading", "video", "session")
GUIDE = "guide"
NOT_IN_GUIDES = ("check", "case")
SOURCE_SIGNS = 400
MOST_OBJECTIVES = 3


def read_lesson(path: Path, folder: Path, known: frozenset[str], faults: Faults) -> Lesson:
    """Read one lesson; `known` are the facts it may rest on."""
    table = read_file(path, folder, faults)
    kind = table.choice("kind", KINDS)
    blocks = read_blocks(table, _pictures(path, folder), least=0 if kind == "video" else 1)
    lesson = Lesson(
        kind=kind,
        slug=table.word("slug"),
        minutes=table.number("minutes"),
        title=table.text("title", TITLE_SIGNS, others=OTHERS),
        objectives=_objectives(table),
        blocks=(*blocks, *_sources(table, known)),
        film=_film(table, path) if kind == "video" else None,
    )
    table.close()
    return lesson


def read_guide(path: Path, folder: Path, known: frozenset[str], faults: Faults) -> Lesson:
    """Read the trainer's guide of a programme."""
    table = read_file(path, folder, faults)
    guide = Lesson(
        kind=table.choice("kind", (GUIDE,)),
        slug=table.choice("slug", (GUIDE,)),
        minutes=table.number("minutes"),
        title=table.text("title", TITLE_SIGNS, others=OTHERS),
        blocks=(*read_blocks(table, _pictures(path, folder), without=NOT_IN_GUIDES), *_sources(table, known)),
    )
    table.close()
    return guide


def _pictures(path: Path, folder: Path) -> Path:
    """Return the folder of pictures of the programme in which a file stands."""
    return folder / path.relative_to(folder).parts[0] / PICTURES


def _objectives(table: Table) -> Lists:
    if not table.has("objectives"):
        return dict.fromkeys(LANGUAGES, ())
    found = table.lists("objectives")
    if not 1 <= len(found["en"]) <= MOST_OBJECTIVES:
        table.fault(f'"objectives" has {len(found["en"])} lines: write one to {MOST_OBJECTIVES}.')
    return found


def _sources(table: Table, known: frozenset[str]) -> list[Block]:
    sources = [_source(one, known) for one in table.tables("source")]
    return [Block("sources", dict.fromkeys(LANGUAGES, sources))] if sources else []


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
        elif name and file in files.values():
            _check_captions(table, file)
    lines = [one.own_text(close=True) for one in table.tables("line", least=1)]
    spoken = {language: "\n".join(line[language] for line in lines) for language in LANGUAGES}
    return Film(video, poster, files, table.number("seconds"), spoken)


def _check_captions(table: Table, file: Path) -> None:
    try:
        check_captions(file.read_bytes())
    except NotCaptionsError as error:
        table.fault(f"{file.name}: {error}")
