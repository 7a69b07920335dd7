"""The steps, rules and awards of a programme, and whether they fit together."""

from collections.abc import Sequence

from assessments.choices import RuleKind, Wave
from config.curriculum.reading.banks import ITEMS
from config.curriculum.reading.shapes import Award, Rule, Step
from config.curriculum.reading.tables import Table
from courses.choices import Opening, StepKind
from courses.progress import Window

TESTS = (StepKind.TEST, StepKind.EXAM)
WITH_PAGE = (StepKind.READ, StepKind.QUESTIONNAIRE, StepKind.WATCH, StepKind.COURSE)
TITLE_SIGNS = 160


def read_steps(table: Table) -> tuple[Step, ...]:
    """Read all steps; a step may refer only to steps above it."""
    found: list[Step] = []
    for one in table.tables("step", named_by="code", least=1):
        step = _step(one)
        above = [other.code for other in found]
        if step.code in above:
            one.fault(f'The code "{step.code}" stands twice: each step needs its own.')
        if step.after and step.after not in above:
            one.fault(f'"after" is "{step.after}", which is no step above this one.')
        found.append(step)
    return tuple(found)


def _step(table: Table) -> Step:
    kind = table.choice("kind", StepKind.values)
    opening = table.choice("opening", Opening.values)
    days = table.number("offset_days", needed=False)
    step = Step(
        code=table.word("code"),
        kind=kind,
        opening=opening,
        page=table.word("page", needed=kind in WITH_PAGE),
        wave=table.choice("wave", Wave.values, needed=kind in TESTS),
        after=table.word("after", needed=opening in (Opening.AFTER_STEP, Opening.OFFSET)),
        offset_months=table.number("offset_months", needed=opening == Opening.OFFSET and not days),
        offset_days=days,
        open_days=table.number("open_days", needed=False),
        window_from=table.word("window_from", needed=opening == Opening.YEARLY),
        window_to=table.word("window_to", needed=opening == Opening.YEARLY),
        pass_mark=table.number("pass_mark", needed=False),
    )
    table.close()
    _check_window(table, step)
    if step.pass_mark > 100:
        table.fault("The pass mark is in per cent: give 1 to 100.")
    return step


def _check_window(table: Table, step: Step) -> None:
    if not step.window_from or not step.window_to:
        return
    try:
        Window.parse(step.window_from, step.window_to)
    except ValueError:
        table.fault('The window must be two days of the form "12-01".')


def read_rules(table: Table) -> tuple[Rule, ...]:
    """Read the definitions of awareness."""
    found = []
    for one in table.tables("rule", named_by="slug", least=1):
        kind = one.choice("kind", RuleKind.values)
        rule = Rule(one.word("slug"), kind, one.number("cut_off", needed=kind == RuleKind.AT_LEAST_K))
        if rule.cut_off > ITEMS:
            one.fault(f"The cut-off is more than the {ITEMS} items of a form.")
        one.close()
        found.append(rule)
    return tuple(found)


def read_awards(table: Table, steps: Sequence[Step]) -> tuple[Award, ...]:
    """Read the awards; each may name only steps of the programme."""
    codes = {step.code for step in steps}
    found = []
    for one in table.tables("award", named_by="slug", least=1):
        award = Award(
            slug=one.word("slug"),
            steps=one.words("steps"),
            valid_years=one.number("valid_years", needed=False),
            title=one.text("title", TITLE_SIGNS),
            statement=one.text("statement"),
        )
        for code in award.steps:
            if code not in codes:
                one.fault(f'"{code}" is no step of this programme.')
        one.close()
        found.append(award)
    return tuple(found)
