"""The doors of books, questionnaires, videos, courses and sessions: the pages themselves, or the lesson to go on with."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Concat
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from courses.addresses import address_of
from courses.choices import StepKind
from courses.lessons import lesson_models, own_lesson_models
from courses.models import LessonCompletion
from courses.steps import Door, register

ACTIONS = {
    StepKind.READ: _("Read"),
    StepKind.QUESTIONNAIRE: _("Fill it in"),
    StepKind.WATCH: _("Watch"),
    StepKind.COURSE: _("Go to the course"),
    StepKind.SESSION: _("Read about it"),
}
GO_ON = _("Go on where you stopped")


def pages(enrolment: Any, steps: Sequence[Any]) -> dict[int, Door]:
    """Return the door of each step that a page completes, in the language of the reader; two queries.

    Where a learner has begun, the button leads to the first lesson that is not finished.
    """
    keys = dict(Page.objects.filter(pk__in=[step.page_id for step in steps]).values_list("pk", "translation_key"))
    language = get_language() or "en"
    translated = Page.objects.filter(translation_key__in=keys.values(), locale__language_code=language).live()
    by_key = {page.translation_key: page for page in with_next_lesson(translated, enrolment.learner_id)}
    found = {}
    for step in steps:
        page = by_key.get(keys.get(step.page_id))
        kind = StepKind(step.kind)
        review_url = url = address_of(page, language) if page else None
        action = ACTIONS[kind]
        if page and page.has_begun and page.next_path:
            url, action = address_of(Page(url_path=page.next_path), language), GO_ON
        about = page.title if page else ""
        found[step.pk] = Door(title=kind.label, url=url, action=action, about=about, review_url=review_url)
    return found


def with_next_lesson(pages: QuerySet[Page], learner_id: Any) -> QuerySet[Page]:
    """Give each page `has_begun` and `next_path`: where the first lesson in it is that a learner has not finished."""
    end = Concat(OuterRef("path"), Value("Z" * Page.steplen))
    lessons = Page.objects.type(*lesson_models()).live().filter(path__gt=OuterRef("path"), path__lt=end)
    finished = Q(translation_key__in=LessonCompletion.objects.filter(learner=learner_id).values("lesson_key"))
    waiting = lessons.type(*own_lesson_models()).exclude(finished).order_by("path").values("url_path")[:1]
    return pages.annotate(has_begun=Exists(lessons.filter(finished)), next_path=Subquery(waiting))


register([StepKind.READ, StepKind.QUESTIONNAIRE, StepKind.WATCH, StepKind.COURSE, StepKind.SESSION], pages)
