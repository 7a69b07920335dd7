"""Which lessons there are in a page, and which steps a lesson serves. Keys are translation keys: languages share them."""

from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, When
from wagtail.models import Page

from courses.models.editions import EditionStep, Terms
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


def steps_served_by(page: Page, learner: Any) -> list[Step]:
    """Return the steps asked of the learner that a page, or a page around it, serves, each with its `page`; two queries.

    Which steps, and which pages, is for the edition to say that an enrolment is held to; without one, for the present.
    """
    around = Page.objects.ancestor_of(page, inclusive=True).values("translation_key")
    frozen = EditionStep.objects.filter(step=OuterRef("pk"), edition__terms__enrolment__learner=learner)
    terms = Terms.objects.filter(enrolment__learner=learner, enrolment__programme=OuterRef("programme"))
    asked = Q(Exists(frozen)) | Q(~Exists(terms), is_retired=False)
    kept = When(Exists(frozen), then=Subquery(frozen.values("page")[:1]))
    page_id = Case(kept, default=F("page"), output_field=IntegerField())
    found = Step.objects.filter(asked, programme__enrolments__learner=learner).annotate(asked_page=page_id)
    steps = list(found.filter(asked_page__in=Page.objects.filter(translation_key__in=around).values("pk")))
    pages = Page.objects.in_bulk({step.asked_page for step in steps}) if steps else {}
    for step in steps:
        step.page = pages[step.asked_page]
    return steps
