"""Copying a course from Wagtail's own form: all languages at once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin.forms.pages import CopyForm
from wagtail.models import Page

from courses.desk.copying import CopyOrder, copy_in_all_languages


def copy_pages(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Copy what the form asks for and lead to the copy; None leaves a faulty form, and an alias, to Wagtail's view."""
    form = CopyForm(request.POST, user=request.user, page=page)
    if not form.is_valid() or form.cleaned_data.get("alias"):
        return None
    below = form.cleaned_data["new_parent_page"] or page.get_parent()
    order = CopyOrder(
        below=below,
        title=form.cleaned_data["new_title"],
        slug=form.cleaned_data["new_slug"],
        with_pages=bool(form.cleaned_data.get("copy_subpages")),
        keep_live=bool(form.cleaned_data.get("publish_copies")),
    )
    made = copy_in_all_languages(page, order, by=request.user)
    languages = made.get_translations(inclusive=True).filter(alias_of=None).count()
    messages.success(
        request,
        _("Copied in %(count)s languages. Steps and tests stay with the original.") % {"count": languages},
    )
    return redirect("wagtailadmin_explore", below.pk)
