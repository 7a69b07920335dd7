"""A whole curriculum from its folder: every file is read and checked before anything is written."""

from collections.abc import Mapping
from pathlib import Path

from config.curriculum.reading.banks import read_bank
from config.curriculum.reading.blocks import TITLE_SIGNS
from config.curriculum.reading.courses import read_course
from config.curriculum.reading.facts import SHEET, known_facts
from config.curriculum.reading.faults import CurriculumError, Faults
from config.curriculum.reading.lessons import GUIDE, read_guide, read_lesson
from config.curriculum.reading.shapes import Lesson, Part, Programme, Questionnaire, Step
from config.curriculum.reading.steps import read_awards, read_rules, read_steps
from config.curriculum.reading.tables import OTHERS, Table, read_file
from config.groundwork.audiences import AUDIENCES
from courses.choices import StepKind

PROGRAMME = "programme.toml"
FILM = "film.toml"
LINE_SIGNS = 160


def read_curriculum(folder: Path) -> list[Programme]:
    """Return the programmes of a folder; raises CurriculumError with all faults there are."""
    faults = Faults()
    known = known_facts(folder)
    if not known:
        faults.add(SHEET, "", "The fact sheet is missing or has no rows: lessons refer to it.")
    paths = sorted(folder.glob(f"*/{PROGRAMME}"))
    if not paths:
        faults.add(str(folder), "", f"No folder in here holds a {PROGRAMME}: name another with --folder.")
    programmes = [_programme(path, folder, known, faults) for path in paths]
    slugs = [programme.slug for programme in programmes]
    for slug in {slug for slug in slugs if slugs.count(slug) > 1}:
        faults.add(str(folder), "", f'Two programmes have the short name "{slug}": change one.')
    if faults.found:
        raise CurriculumError(faults.found)
    return programmes


def _programme(path: Path, folder: Path, known: frozenset[str], faults: Faults) -> Programme:
    table = read_file(path, folder, faults)
    here = path.parent
    guide = here / f"{GUIDE}.toml"
    steps = read_steps(table)
    questionnaire = _questionnaire(table)
    sample = table.word("sample", needed=False)
    courses = _courses(table, steps, here, folder, known, faults)
    _check_sample(table, sample, courses)
    programme = Programme(
        slug=table.word("slug"),
        name=table.word("name"),
        audiences=_audiences(table),
        title=table.text("title", TITLE_SIGNS, others=OTHERS),
        audience_line=table.text("audience_line", LINE_SIGNS),
        points=table.lists("points"),
        asks=table.text("asks"),
        gives=table.text("gives"),
        sample=sample,
        steps=steps,
        rules=read_rules(table),
        awards=read_awards(table, steps),
        bank=read_bank(here, folder, known, faults, attitudes=questionnaire is not None),
        questionnaire=questionnaire,
        courses=courses,
        films=_films(steps, here, folder, known, faults),
        guide=read_guide(guide, folder, known, faults) if guide.is_file() else None,
    )
    table.close()
    _check_again(programme, path.parent.relative_to(folder).as_posix(), faults)
    return programme


def _audiences(table: Table) -> tuple[str, ...]:
    known = [code for code, _name, _privacy_class in AUDIENCES]
    audiences = table.words("audiences")
    for code in audiences:
        if code not in known:
            table.fault(f'The audience "{code}" is not known: choose among {", ".join(known)}.')
    return audiences


def _questionnaire(table: Table) -> Questionnaire | None:
    if not table.has("questionnaire"):
        return None
    inner = table.table("questionnaire")
    found = Questionnaire(inner.word("slug"), inner.number("minutes"), inner.text("title", TITLE_SIGNS))
    inner.close()
    return found


def _courses(
    table: Table, steps: tuple[Step, ...], here: Path, folder: Path, known: frozenset[str], faults: Faults
) -> Mapping[str, Part]:
    found = {}
    for step in steps:
        if step.kind == StepKind.QUESTIONNAIRE and not table.has("questionnaire"):
            table.fault(f'Step "{step.code}" asks for a questionnaire: describe it under [questionnaire].')
        if step.kind in (StepKind.READ, StepKind.COURSE) and step.page:
            if (here / step.page).is_dir():
                found[step.page] = read_course(here / step.page, folder, known, faults)
            else:
                table.fault(f'Step "{step.code}" needs the folder "{step.page}", which is missing.')
    return found


def _films(
    steps: tuple[Step, ...], here: Path, folder: Path, known: frozenset[str], faults: Faults
) -> Mapping[str, Lesson]:
    pages = [step.page for step in steps if step.kind == StepKind.WATCH and step.page]
    return {page: read_lesson(here / page / FILM, folder, known, faults) for page in pages}


def _check_sample(table: Table, sample: str, courses: Mapping[str, Part]) -> None:
    if sample and sample not in lesson_names(courses):
        table.fault(f'The sample "{sample}" is no lesson: name it by short names, for example course/breath/see-it.')


def _check_again(programme: Programme, place: str, faults: Faults) -> None:
    """Note each topic whose way leads to no course, module or lesson of the programme."""
    known = lesson_names(programme.courses)
    known |= {name.rpartition("/")[0] for name in known} | {one.slug for one in programme.courses.values()}
    for topic in programme.bank.topics:
        if topic.again and topic.again not in known:
            sentence = f'"{topic.again}" is no lesson, module or course: name it by short names, as course/breath.'
            faults.add(f"{place}/questions.toml", f"topic {topic.code}", sentence)


def lesson_names(courses: Mapping[str, Part]) -> set[str]:
    """Return the lessons of all courses, each named by the short names on the way to it."""
    found = set()
    for course in courses.values():
        found |= {f"{course.slug}/{lesson.slug}" for lesson in course.lessons}
        found |= {f"{course.slug}/{part.slug}/{lesson.slug}" for part in course.parts for lesson in part.lessons}
    return found
