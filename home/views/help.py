"""Help in an emergency: what to do, whom to call. Readable by anyone, one tap from every page."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from courses.choices import Country
from home.models import HelpSheet


@require_safe
def help_index(request: HttpRequest) -> HttpResponse:
    """Show what to do in an overdose, and the emergency numbers of every country the owner has entered."""
    sheets = HelpSheet.objects.prefetch_related("lines", "notes")
    filled = {sheet.country: told(sheet) for sheet in sheets}
    countries = [{"code": code.lower(), "name": name, "sheet": filled.get(code)} for code, name in Country.choices]
    only = next(iter(filled.values())) if len(filled) == 1 else None
    context = {"countries": countries, "only": only, "numbers": bool(filled)}
    return render(request, "home/help.html", context)


@require_safe
def help_in_country(request: HttpRequest, country: str) -> HttpResponse:
    """Show the same with everything the owner has entered for one country, or that nothing is there yet."""
    if country.upper() not in Country.values or country != country.lower():
        raise Http404
    found = HelpSheet.objects.filter(country=country.upper()).prefetch_related("lines", "notes").first()
    context = {"name": Country(country.upper()).label, "sheet": told(found) if found else None}
    return render(request, "home/help_in_country.html", context)


def told(sheet: HelpSheet) -> dict[str, Any]:
    """Return what a sheet says in the language of the page; no query where lines and notes were fetched with it."""
    language = get_language() or "en"
    lines = [one for one in sheet.lines.all() if one.language in {"", language}]
    notes = {one.language: one for one in sheet.notes.all()}
    return {
        "name": sheet.get_country_display(),
        "groups": [
            {"kind": kind, "lines": [one for one in lines if one.kind == kind]}
            for kind in ("EMERGENCY", "HOTLINE", "SERVICE")
        ],
        "emergency": [one for one in lines if one.kind == "EMERGENCY"],
        "note": notes.get(language) or notes.get("en"),
        "checked_in": sheet.checked_in,
        "is_old": sheet.is_old(timezone.localdate()),
    }
