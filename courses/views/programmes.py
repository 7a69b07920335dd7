"""The public page of a programme."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from wagtail.models import Page

from courses.models.cohorts import Cohort
from courses.rests import rest_of


def serve_programme(request: HttpRequest, page: Page) -> HttpResponse:
    """Show what a programme asks and gives, its steps, and the open cohort where there is one."""
    programme = page.programme
    context = {
        "page": page,
        "content_language": page.alias_of.locale.language_code if page.alias_of_id else None,
        "rest": rest_of(page, "title", "audience_line", "points", "asks", "gives"),
        "points": page.points.splitlines(),
        "steps": programme.steps.filter(is_retired=False).order_by("sort_order"),
        "sample": page.sample.localized if page.sample_id else None,
        "cohort": Cohort.objects.joinable_without_code(timezone.localdate()).filter(programme=programme).first(),
    }
    return render(request, "courses/programme.html", context)
