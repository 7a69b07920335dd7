"""What the checks of a form look at, read from its rows."""

from assessments.choices import FormKind, QuestionKind
from assessments.definitions import definition_of
from assessments.form_checks import FormFacts, ItemFacts
from assessments.item_types import TYPES
from assessments.models import Item, TestForm
from assessments.terms import FALLBACK


def facts_of(form: TestForm) -> FormFacts:
    """Return a form as the checks see it; four queries at any length."""
    items = form.items.filter(is_dropped=False).select_related("question__topic").order_by("position")
    rows = None
    if form.kind == FormKind.BLUEPRINT:
        rows = dict(form.rows.values_list("topic__code", "count"))
    return FormFacts(form.letter, tuple(_item(one) for one in items.prefetch_related("question__wordings")), rows)


def published_beside(form: TestForm) -> list[FormFacts]:
    """Return the other published forms of the instrument."""
    others = form.instrument.forms.published().exclude(pk=form.pk).order_by("letter")
    return [facts_of(other) for other in others]


def _item(item: Item) -> ItemFacts:
    question = item.question
    wordings = list(question.wordings.all())
    points = 1
    if question.type in TYPES and wordings:
        definition = definition_of(question, wordings)
        points = TYPES[question.type].max_points(definition) if definition.counts else 0
    return ItemFacts(
        code=question.code,
        topic=question.topic.code if question.topic else "",
        is_anchor=item.is_anchor,
        family=question.family,
        is_ready=question.live and any(one.language == FALLBACK for one in wordings),
        has_draft=question.has_unpublished_changes,
        is_asked_apart=question.kind == QuestionKind.BEHAVIOUR,
        points=points,
    )
