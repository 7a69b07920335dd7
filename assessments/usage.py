"""Where a question stands, and how often those forms were sat: the first panel beside a question."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from assessments.choices import SittingState
from assessments.models import Item, Question
from assessments.panels import register

# How many people came is told in fives, and not at all below ten: nobody is to be counted here.
FEWEST, STEP = 10, 5


@dataclass(frozen=True)
class Place:
    """One form a question stands on."""

    item: Item
    sittings: str


def places_of(question: Question) -> list[Place]:
    """Return the forms a question stands on, published ones first; one query. Demonstration accounts never count."""
    counted = Q(form__sittings__state=SittingState.SUBMITTED) & ~Q(
        form__sittings__enrolment__learner__is_demonstration=True
    )
    items = (
        Item.objects.filter(question=question.pk)
        .select_related("form__instrument")
        .annotate(sat=Count("form__sittings", filter=counted))
        .order_by("form__instrument__name", "form__letter")
    )
    return [Place(item, in_fives(item.sat)) for item in items]


def in_fives(count: int) -> str:
    """Say a number of sittings so that no single person shows."""
    if count == 0:
        return _("not yet")
    if count < FEWEST:
        return _("fewer than 10 times")
    return _("about %(count)s times") % {"count": STEP * round(count / STEP)}


def usage_panel(request: HttpRequest, question: Question) -> SafeString:
    """Show where the question stands."""
    text = render_to_string("assessments/bank/usage.html", {"places": places_of(question)}, request)
    return mark_safe(text)  # noqa: S308 -- rendered by a template, which escapes


register("1-usage", usage_panel)
