"""Factories of programmes, pages and cohorts."""

import datetime

import factory
from factory.django import DjangoModelFactory
from wagtail.models import Locale, Page, Site

from courses.models import (
    Cohort,
    CohortStaff,
    CoursePage,
    Enrolment,
    ModulePage,
    Programme,
    ProgrammePage,
    ReadingPage,
    Step,
)
from home.models import HomePage
from tests.factories.people import AudienceFactory, UserFactory

ARRIVED = datetime.date(2026, 3, 2)


class ProgrammeFactory(DjangoModelFactory):
    """A programme without steps."""

    class Meta:
        model = Programme

    slug = factory.Sequence(lambda n: f"programme-{n}")
    name = factory.LazyAttribute(lambda one: one.slug.title())


class StepFactory(DjangoModelFactory):
    """A step that opens at once."""

    class Meta:
        model = Step

    programme = factory.SubFactory(ProgrammeFactory)
    code = factory.Sequence(lambda n: f"step-{n}")
    kind = "READ"
    sort_order = factory.Sequence(lambda n: n)


class CohortFactory(DjangoModelFactory):
    """A cohort of social workers that began on ARRIVED."""

    class Meta:
        model = Cohort

    name = factory.Sequence(lambda n: f"Lotus {n}")
    programme = factory.SubFactory(ProgrammeFactory)
    audience = factory.SubFactory(AudienceFactory, code="social-worker")
    starts_on = ARRIVED


class CohortStaffFactory(DjangoModelFactory):
    """A trainer's right over a cohort."""

    class Meta:
        model = CohortStaff

    cohort = factory.SubFactory(CohortFactory)
    user = factory.SubFactory(UserFactory)
    role = "TRAINER"


class EnrolmentFactory(DjangoModelFactory):
    """A learner of the cohort's audience, enrolled in its programme."""

    class Meta:
        model = Enrolment

    cohort = factory.SubFactory(CohortFactory)
    programme = factory.SelfAttribute("cohort.programme")
    learner = factory.SubFactory(UserFactory, audience=factory.SelfAttribute("..cohort.audience"))


def home_page() -> HomePage:
    """Return the site's home page, made on first use."""
    found = HomePage.objects.filter(locale__language_code="en").first()
    if found:
        return found
    locale, _made = Locale.objects.get_or_create(language_code="en")
    page = Page.get_first_root_node().add_child(instance=HomePage(title="Three-Two-One", slug="front", locale=locale))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": page})
    return page


def programme_page(programme: Programme, **fields) -> ProgrammePage:
    """Return a live public page of a programme."""
    texts = {
        "title": "Health and safety",
        "audience_line": "For all",
        "points": "One\nTwo",
        "asks": "Time",
        "gives": "A sheet",
    }
    return home_page().add_child(instance=ProgrammePage(programme=programme, slug=programme.slug, **(texts | fields)))


def course_with_lessons(
    programme: Programme, lessons: int = 3, slug: str = "book"
) -> tuple[CoursePage, list[ReadingPage]]:
    """Return a live course of one module and its lessons, below a page of the programme."""
    parent = programme.pages.first() or programme_page(programme)
    course = parent.add_child(instance=CoursePage(title="The book", slug=slug))
    module = course.add_child(instance=ModulePage(title="Module one", slug="one"))
    made = []
    for number in range(1, lessons + 1):
        body = [
            ("key", "Breath comes first."),
            ("text", "<p>Call for help.</p>"),
            (
                "check",
                {
                    "question": "And now?",
                    "options": [
                        {"text": "Stay", "is_right": True, "feedback": "Company is the safeguard."},
                        {"text": "Go", "is_right": False, "feedback": "Somebody should stay."},
                    ],
                },
            ),
        ]
        made.append(
            module.add_child(instance=ReadingPage(title=f"Lesson {number}", slug=f"lesson-{number}", body=body))
        )
    return course, made


def translated(page: Page, language: str) -> Page:
    """Return the live copy of a page in another language, with whatever stands above it; made on first use."""
    locale, _made = Locale.objects.get_or_create(language_code=language)
    found = page.get_translation_or_none(locale)
    if found:
        return found
    return page.specific.copy_for_translation(locale, copy_parents=True, alias=True)
