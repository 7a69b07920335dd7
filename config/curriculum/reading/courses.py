"""Courses, books and modules from their folders."""

import re
from pathlib import Path

from config.curriculum.reading.blocks import TITLE_SIGNS
from config.curriculum.reading.faults import Faults
from config.curriculum.reading.lessons import read_lesson
from config.curriculum.reading.shapes import Part
from config.curriculum.reading.tables import OTHERS, read_file

NUMBERED = re.compile(r"^(\d+)-")


def read_course(path: Path, folder: Path, known: frozenset[str], faults: Faults) -> Part:
    """Read a course of modules, or a book of lessons, in the order of the numbers that names begin with."""
    course = _part(path, "course.toml", folder, known, faults)
    slugs = [one.slug for one in (*course.parts, *course.lessons)]
    for slug in {slug for slug in slugs if slugs.count(slug) > 1}:
        faults.add(path.relative_to(folder).as_posix(), "", f'The short name "{slug}" stands twice: change one.')
    if not slugs:
        faults.add(path.relative_to(folder).as_posix(), "", "There is no lesson in this folder.")
    return course


def _part(path: Path, name: str, folder: Path, known: frozenset[str], faults: Faults) -> Part:
    table = read_file(path / name, folder, faults)
    numbered = sorted((one for one in path.iterdir() if NUMBERED.match(one.name)), key=_number)
    part = Part(
        slug=table.word("slug"),
        title=table.text("title", TITLE_SIGNS, others=OTHERS),
        summary=table.text("summary"),
        parts=tuple(_part(one, "module.toml", folder, known, faults) for one in numbered if one.is_dir()),
        lessons=tuple(read_lesson(one, folder, known, faults) for one in numbered if one.suffix == ".toml"),
    )
    table.close()
    return part


def _number(path: Path) -> int:
    found = NUMBERED.match(path.name)
    return int(found.group(1)) if found else 0
