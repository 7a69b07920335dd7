"""The doors of books, questionnaires, videos, courses and sessions: the pages themselves."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from courses.choices import StepKind
from courses.steps import Door, register

ACTIONS = {
    StepKind.READ: _("Read"),
    StepKind.QUESTIONNAIRE: _("Fill it in"),
    StepKind.WATCH: _("Watch"),
    StepKind.COURSE: _("Go to the course"),
    StepKind.SESSION: _("Read about it"),
}


def pages(enrolment: Any, steps: Sequence[Any]) -> dict[int, Door]:
    """Return the door of each step that a page completes, in the language of the reader; two queries."""
    keys = dict(Page.objects.filter(pk__in=[step.page_id for step in steps]).values_list("pk", "translation_key"))
    translated = Page.objects.filter(
        translation_key__in=keys.values(), locale__language_code=get_language() or "en"
    ).live()
    by_key = {page.translation_key: page for page in translated}
    found = {}
    for step in steps:
        page = by_key.get(keys.get(step.page_id))
        kind = StepKind(step.kind)
        url = page.get_url() if page else None
        about = page.title if page else ""
        found[step.pk] = Door(title=kind.label, url=url, action=ACTIONS[kind], about=about, review_url=url)
    return found


register([StepKind.READ, StepKind.QUESTIONNAIRE, StepKind.WATCH, StepKind.COURSE, StepKind.SESSION], pages)
