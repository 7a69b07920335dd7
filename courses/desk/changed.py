"""Which lessons changed substantially since somebody finished them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import CharField, Exists, Expression, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from wagtail.models import Page

from courses.models import ChangedPage, ChangeSeen, LessonCompletion


def change_note(learner: Any) -> Expression | Subquery:
    """Return the note of the last change a learner has still to read, to annotate lessons with; None where there is none.

    A page that shows another has that one's changes. Days are all we keep, so a change of the day on which the lesson was
    finished counts as later, unless the learner has gone on from it since.
    """
    if not learner.is_authenticated:
        return Value(None, output_field=CharField())
    finished = LessonCompletion.objects.filter(
        learner=learner, lesson_key=OuterRef("change__lesson_key"), completed_on__lte=OuterRef("in_effect_on")
    )
    seen = ChangeSeen.objects.filter(learner=learner, change=OuterRef("change"))
    own = Coalesce(OuterRef("alias_of_id"), OuterRef("pk"))
    rows = ChangedPage.objects.filter(Exists(finished), ~Exists(seen), page=own, in_effect_on__isnull=False)
    return Subquery(rows.order_by("-in_effect_on", "-pk").values("note")[:1])


def unread_changes(learner: Any, pages: Iterable[Page]) -> dict[int, str]:
    """Return the note of each of these pages that changed since the learner finished it; one query."""
    found = Page.objects.filter(pk__in=[page.pk for page in pages]).annotate(change_note=change_note(learner))
    return dict(found.exclude(change_note=None).values_list("pk", "change_note"))
