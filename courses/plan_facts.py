"""A programme's plan as the checks and the timeline see it, read from its rows."""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from django.db.models import Q
from wagtail.models import Page

from courses.lessons import lesson_models
from courses.materials import tests
from courses.models import CoursePage, EditionStep, Enrolment, ModulePage, Programme, Step
from courses.plan_checks import WITH_PAGE, WITH_TEST, Fault, Material, StepFacts, faults


def facts_of(programme: Programme) -> list[StepFacts]:
    """Return the steps that are asked of whoever joins now, in order; seven queries at any length."""
    steps = list(Step.objects.filter(programme=programme).current().select_related("after"))
    choices = tests().chosen(step.pk for step in steps)
    return facts([(step, step.after.code if step.after else "", choices.get(step.pk, "")) for step in steps])


def facts(rows: Sequence[tuple[Step, str, str]]) -> list[StepFacts]:
    """Return steps, the codes they count from and what their tests are sat with, as facts; saved or not."""
    pages = page_states(step.page_id for step, _after, _choice in rows if step.page_id)
    ready = tests().ready() if any(step.kind in WITH_TEST for step, _after, _choice in rows) else set()
    return [
        StepFacts(
            code=step.code,
            kind=step.kind,
            opening=step.opening,
            after=after,
            offset_months=step.offset_months,
            offset_days=step.offset_days,
            open_days=step.open_days,
            window_from=step.window_from,
            window_to=step.window_to,
            material=pages.get(step.page_id, Material.NONE)
            if step.kind in WITH_PAGE
            else _test_state(choice, choice in ready),
        )
        for step, after, choice in rows
    ]


def _test_state(choice: str, is_ready: bool) -> Material:
    if not choice:
        return Material.NONE
    return Material.READY if is_ready else Material.EMPTY


def page_states(ids: Iterable[int]) -> dict[int, Material]:
    """Return how each page stands: whether it can be finished by its lessons; two or three queries."""
    pages = list(Page.objects.filter(pk__in=set(ids)).select_related("content_type"))
    live = [page.path for page in pages if page.live]
    within = reduce(or_, (Q(path__startswith=path) for path in live), Q(pk__in=[]))
    lessons = list(Page.objects.filter(within).live().type(*lesson_models()).values_list("path", flat=True))
    taught = (CoursePage, ModulePage, *lesson_models())
    return {page.pk: _page_state(page, lessons, taught) for page in pages}


def _page_state(page: Page, lessons: Sequence[str], taught: tuple[type[Page], ...]) -> Material:
    if not issubclass(page.specific_class or Page, taught):
        return Material.WRONG
    if not page.live:
        return Material.UNPUBLISHED
    return Material.READY if any(path.startswith(page.path) for path in lessons) else Material.EMPTY


def faults_of(programme: Programme) -> list[Fault]:
    """Return why the programme's plan can never be finished as it stands; eight queries."""
    return faults(facts_of(programme))


def steps_in_use(programme: Programme) -> set[int]:
    """Return the steps that somebody is held to: those keep their code, their kind and their test; two queries."""
    if not programme.pk:
        return set()
    kept = EditionStep.objects.filter(edition__programme=programme, edition__terms__isnull=False)
    found = set(kept.values_list("step", flat=True))
    if Enrolment.objects.filter(programme=programme, terms__isnull=True).exists():
        found |= set(Step.objects.filter(programme=programme).values_list("pk", flat=True))
    return found
