"""The author's desk: which courses there are and how they stand, and one page with all that is to be done about it."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Page

from courses.check_words import said
from courses.desk.actions import mark_changed, mark_reviewed
from courses.desk.health import Language, LessonHealth, health_of, lessons_below, rules_by_country
from courses.desk.materials import unused_materials
from courses.desk_forms import ChangeForm, ReviewForm
from courses.models import ChangedPage, ProgrammePage
from courses.permissions import DESK_ROLES, OWNER_ROLES, may_review, page_on_desk
from people.permissions import role_required

STATES = {
    Language.SOURCE: lambda: _("source"),
    Language.REVIEWED: lambda: _("read by somebody of the field"),
    Language.DRAFT: lambda: _("draft translation"),
    Language.OLDER: lambda: _("older than its source"),
    Language.UNPUBLISHED: lambda: _("not published"),
    Language.MISSING: lambda: _("not translated"),
}


@require_safe
@role_required(*DESK_ROLES)
def desk_list(request: HttpRequest) -> HttpResponse:
    """Count for each programme the lessons that are unpublished, untranslated, unsourced, unused, and name idle files."""
    rows = [{"page": page, **_counts(health_of(lessons_below(page)))} for page in _source_programmes()]
    context = {"rows": rows, "materials": unused_materials(), "countries": rules_by_country(timezone.localdate())}
    return render(request, "courses/desk/list.html", context | _header(_("Health of the courses")))


@require_safe
@role_required(*DESK_ROLES)
def desk(request: HttpRequest, page_pk: int) -> HttpResponse:
    """Show what a page lacks, or every lesson in it, with what can be stated about it."""
    page = page_on_desk(request.user, page_pk)
    return _show(request, page, ChangeForm(), ReviewForm())


@require_POST
@role_required(*DESK_ROLES)
def desk_changed(request: HttpRequest, page_pk: int) -> HttpResponse:
    """Mark what was changed in a lesson as substantial."""
    page = page_on_desk(request.user, page_pk)
    form = ChangeForm(request.POST)
    if not _is_lesson(page) or page.alias_of_id or not form.is_valid():
        return _show(request, page, form, ReviewForm(), status=422)
    mark_changed(page, note=form.cleaned_data["note"], by=request.user, on=timezone.localdate())
    messages.success(request, _("Marked. Whoever had finished the lesson is told so once the change is published."))
    return redirect("desk", page.pk)


@require_POST
@role_required(*OWNER_ROLES)
def desk_reviewed(request: HttpRequest, page_pk: int) -> HttpResponse:
    """State that somebody of the field has read a translation, or all translated pages in a course."""
    page = page_on_desk(request.user, page_pk)
    form = ReviewForm(request.POST)
    if not form.is_valid():
        return _show(request, page, ChangeForm(), form, status=422)
    inside = (
        page.get_descendants(inclusive=True) if form.cleaned_data["with_pages"] else Page.objects.filter(pk=page.pk)
    )
    readable = inside.live().filter(alias_of=None)
    count = mark_reviewed(readable, month=form.cleaned_data["month"], by=request.user)
    if count:
        messages.success(request, _("Marked as read: %(count)s pages. Learners see the month.") % {"count": count})
    else:
        messages.error(request, _("Nothing was marked: this page has no published text of its own. Publish it first."))
    return redirect("desk", page.pk)


def _source_programmes() -> list[Page]:
    """Return the page of each programme in the site's first language, in another where it has none there."""
    found: dict[UUID, Page] = {}
    for page in ProgrammePage.objects.filter(alias_of=None).select_related("locale").order_by("path"):
        if page.translation_key not in found or page.locale.language_code == settings.LANGUAGE_CODE:
            found[page.translation_key] = page
    return list(found.values())


def _is_lesson(page: Page) -> bool:
    return bool(getattr(page.specific_class, "is_lesson", False))


def _show(
    request: HttpRequest, page: Page, change: ChangeForm, review: ReviewForm, *, status: int = 200
) -> HttpResponse:
    waiting = ChangedPage.objects.filter(page=page, in_effect_on=None).first()
    context = {
        "page": page,
        "is_lesson": _is_lesson(page),
        "rows": [_row(one) for one in health_of(lessons_below(page))],
        "change": change,
        "waiting": waiting,
        "review": review if may_review(request.user) else None,
    }
    header = _header(page.get_admin_display_title(), reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return render(request, "courses/desk/page.html", context | header, status=status)


def _row(health: LessonHealth) -> dict[str, Any]:
    months, names = health.reviewed_in, dict(settings.LANGUAGES)
    return {
        "page": health.page,
        "health": health,
        "findings": [said(one) for one in health.findings],
        "languages": [
            {"name": names[code], "code": code, "words": STATES[state](), "state": state.name}
            | {"month": months[code] if state is Language.REVIEWED else None}
            for code, state in health.languages.items()
        ],
    }


def _counts(found: list[LessonHealth]) -> dict[str, int]:
    return {
        "lessons": len(found),
        "unpublished": sum(one.is_unpublished for one in found),
        "untranslated": sum(one.is_untranslated for one in found),
        "unsourced": sum(one.is_unsourced for one in found),
        "unused": sum(not one.is_used for one in found),
        "others": sum(bool(one.findings) for one in found),
    }


def _header(title: str, edit: str = "") -> dict[str, Any]:
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("desk_list"), "label": _("Health of the courses")},
    ]
    last = [{"url": "", "label": title}] if edit else []
    return {"header_title": title, "header_icon": "glasses", "breadcrumbs_items": crumbs + last, "edit_url": edit}
