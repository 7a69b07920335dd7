"""What reading an answer needs of published forms, kept by the process: they are frozen, so it can only grow.

A regrade changes a key or drops an item; neither is used to read an answer.
"""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from assessments.definitions import definition_of
from assessments.item_types import TYPES, AnswerError, Definition
from assessments.item_types.base import Given
from assessments.models import Item, Sitting, Wording
from assessments.papers import paper_of, seed_of, standing_wording

MOST_FORMS = 40
# Types bound their answers; this holds whatever a type forgets.
MOST_SIGNS = 10_000


@dataclass(frozen=True)
class _Kept:
    """The wordings of a form's items, and when they were read."""

    read_at: datetime.datetime
    wordings: dict[int, list[Wording]]


_forms: dict[int, _Kept] = {}


def definition_for(sitting: Sitting, item: int) -> Definition | None:
    """Return how an item of a sitting is answered, None where its form has no such item; a query or two if not kept.

    Wordings are never changed, only added, and a sitting sees those that were there at its start: what was read after
    that holds all it will ever see.
    """
    kept = _forms.get(sitting.form_id)
    if kept is None or kept.read_at <= sitting.started_at:
        kept = _read(sitting.form_id)
    wordings = kept.wordings.get(item)
    if not wordings:
        return None
    wording = standing_wording(wordings, sitting.language, sitting.started_at)
    return definition_of(wording.question, [wording])


def read_answer(given: Given, sitting: Sitting, item: int) -> str:
    """Return the answer to an item in what a page sent. Raises AnswerError where it fits neither paper nor options."""
    definition = definition_for(sitting, item) if item in paper_of(sitting) else None
    if definition is None:
        raise AnswerError
    answer = TYPES[definition.type].read(given, definition, seed_of(sitting, item))
    if len(answer) > MOST_SIGNS:
        raise AnswerError
    return answer


def forget_forms() -> None:
    """Forget what was kept; for tests, in which numbers are used again."""
    _forms.clear()


def _read(form_id: int) -> _Kept:
    kept = _Kept(timezone.now(), {})
    items = Item.objects.filter(form_id=form_id).values_list("question_id", "pk", "form__published_at")
    by_question = {question: (item, published) for question, item, published in items}
    for wording in Wording.objects.filter(question__in=by_question).select_related("question"):
        kept.wordings.setdefault(by_question[wording.question_id][0], []).append(wording)
    if all(published for _item, published in by_question.values()):
        while len(_forms) >= MOST_FORMS:
            _forms.pop(next(iter(_forms)), None)
        _forms[form_id] = kept
    return kept
