"""Which lessons there are in a page, and which steps a lesson serves. Keys are translation keys: languages share them."""

from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.models import Page

from courses.models.programmes import Step


@cache
def lesson_models() -> tuple[type[Page], ...]:
    """Return every concrete lesson type, those of upper apps included."""
    return tuple(model for model in apps.get_models() if getattr(model, "is_lesson", False))


def is_live_lesson() -> Q:
    """Return the condition of a published lesson; no query once the types are known."""
    types = ContentType.objects.get_for_models(*lesson_models(), for_concrete_models=False)
    return Q(live=True, content_type__in=[one.pk for one in types.values()])


@cache
def own_lesson_models() -> tuple[type[Page], ...]:
    """Return the lesson types that a learner finishes alone, without a trainer's word."""
    return tuple(model for model in lesson_models() if model.is_finished_by_learner)


def lessons_in(page: Page) -> QuerySet[Page]:
    """Return the live lessons in a page, itself included, in the order of the course."""
    return Page.objects.descendant_of(page, inclusive=True).type(*lesson_models()).live().order_by("path")


def steps_served_by(page: Page, learner: Any) -> QuerySet[Step]:
    """Return the steps, in programmes the learner is enrolled in, that ask for this page or a page around it."""
    around = Page.objects.ancestor_of(page, inclusive=True).values("translation_key")
    return Step.objects.filter(page__translation_key__in=around, programme__enrolments__learner=learner).distinct()
