"""All pages of a programme and how far each is in each language."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from courses.models import ProgrammePage
from courses.translation.permissions import RIGHT, staff_page
from courses.translation.states import Standing, TranslationState, standings

PER_PAGE = 50


@staff_page
@require_safe
def translations(request: HttpRequest) -> HttpResponse:
    """Show a programme's pages in the order of the tree, a column for each language; the same queries for any number."""
    if not request.user.has_perm(RIGHT):
        raise PermissionDenied
    programmes = list(ProgrammePage.objects.filter(locale=Locale.get_default()).order_by("path"))
    chosen = next((one for one in programmes if str(one.pk) == request.GET.get("programme")), None)
    page = Paginator(_pages(chosen or next(iter(programmes), None)), PER_PAGE).get_page(request.GET.get("p"))
    languages = in_order(Locale.objects.exclude(pk=Locale.get_default().pk))
    context = {
        "programmes": programmes,
        "chosen": chosen or next(iter(programmes), None),
        "languages": languages,
        "page": page,
        "rows": rows_of(list(page.object_list), languages),
        "header_title": _("Translations"),
        "header_icon": "wagtail-localize-language",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Translations")},
        ],
    }
    return render(request, "courses/translation/overview.html", context)


def in_order(locales: Iterable[Locale]) -> list[Locale]:
    """Return languages in the order of the site's settings."""
    order = [code for code, _name in settings.LANGUAGES]
    return sorted(locales, key=lambda one: order.index(one.language_code))


def _pages(programme: Page | None) -> QuerySet[Page]:
    if programme is None:
        return Page.objects.none()
    return Page.objects.descendant_of(programme, inclusive=True).order_by("path")


def rows_of(pages: list[Page], languages: list[Locale]) -> list[dict[str, Any]]:
    """Return a row for each page with a cell for each language; four queries."""
    found = standings(pages)
    desks = {
        (key, locale): pk
        for key, locale, pk in Translation.objects.filter(
            source__object__in=[page.translation_key for page in pages]
        ).values_list("source__object_id", "target_locale_id", "pk")
    }
    return [
        {"page": page, "cells": [_cell(page, one, found.get(page.translation_key, {}), desks) for one in languages]}
        for page in pages
    ]


def _cell(page: Page, language: Locale, family: dict[int, tuple[Page, Standing]], desks: dict) -> dict[str, Any]:
    absent = (None, Standing(TranslationState.ABSENT))
    own, standing = family.get(language.pk, absent)
    return {
        "page": own,
        "standing": standing,
        "is_urgent": standing.state is TranslationState.OUT_OF_DATE,
        "desk": desks.get((page.translation_key, language.pk)),
    }
