"""Views of wagtail-localize as far as this site lets them: each asks for the right to the page it changes."""

import json
import unicodedata
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django_q.tasks import async_task
from wagtail.models import Page
from wagtail_localize.models import StringSegment
from wagtail_localize.views.convert import convert_to_alias
from wagtail_localize.views.edit_translation import edit_override, edit_string_translation
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from courses.translation.actions import OldTranslationError, begin
from courses.translation.permissions import languages_open_to, staff_page, target_of, translation_for
from courses.translation.po import LONGEST_TITLE, TITLE

# What a link in a text may lead to, as in Wagtail's own editor.
SCHEMES = ("", "http", "https", "mailto", "tel")
LONGEST = 20_000


@staff_page
def closed(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """Answer that there is no such thing: machine translation, snippets in several languages, lists of snippets."""
    raise Http404


class TranslatePageView(SubmitPageTranslationView):
    """Begins translations of a page, into languages in which the account may edit it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse whoever could work on none of them."""
        self.languages = languages_open_to(request.user, self.get_object())
        if not self.languages:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form(self) -> forms.Form:
        """Offer only those languages."""
        form = super().get_form()
        field = form.fields["locales"]
        field.queryset = field.queryset.filter(pk__in=self.languages)
        return form

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Begin them; the pages below wait for the worker, since a course has thousands of texts."""
        page, locales = self.object, list(form.cleaned_data["locales"])
        try:
            with transaction.atomic():
                begin(page, locales, by=self.request.user)
                if form.cleaned_data["include_subtree"]:
                    _begin_below(page, [one.pk for one in locales], self.request.user)
        except OldTranslationError:
            messages.error(
                self.request,
                _(
                    "This page was translated before and then followed its source again. Ask a moderator to begin it anew."
                ),
            )
            return redirect(self.request.get_full_path())
        names = ", ".join(one.get_display_name() for one in locales)
        messages.success(self.request, self.get_success_message(names))
        made = page.get_translation(locales[0]) if len(locales) == 1 else None
        return redirect(self.get_success_url() or self.get_default_success_url(made))


def _begin_below(page: Page, locales: list[int], by: Any) -> None:
    transaction.on_commit(
        lambda: async_task("courses.tasks.begin_below", page.pk, locales, str(by.pk), group="translations")
    )


class SyncTranslationsView(UpdateTranslationsView):
    """Cuts a source into texts anew; publishes what follows from it only for those who may publish each page."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse whoever may work on none of the pages."""
        source = self.get_object()
        pages = [target_of(one) for one in source.translations.filter(enabled=True)]
        rights = [one.permissions_for_user(request.user) for one in pages if one is not None]
        if not any(one.can_edit() for one in rights):
            raise PermissionDenied
        self.may_publish = all(one.can_publish() for one in rights)
        return super().dispatch(request, *args, **kwargs)

    def get_form(self) -> forms.Form:
        """Leave publishing out for those who may not; a value sent all the same is not read."""
        form = super().get_form()
        if not self.may_publish:
            form.fields["publish_translations"].disabled = True
            form.fields["publish_translations"].widget = forms.HiddenInput()
        return form


@staff_page
def become_mirror(request: HttpRequest, page_id: int) -> HttpResponse:
    """Let a translation follow its source again: what learners read changes at once, so it takes a moderator."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    answer: HttpResponse = convert_to_alias(request, page_id)
    return answer


@staff_page
def edit_text(request: HttpRequest, translation_id: int, string_segment_id: int) -> HttpResponse:
    """Keep the translation of one text, in one form of Unicode."""
    translation_for(request.user, translation_id)
    is_title = StringSegment.objects.filter(pk=string_segment_id, context__path=TITLE).exists()
    fault = _title_fault if is_title else _text_fault
    return _checked(request, edit_string_translation, translation_id, string_segment_id, fault)


@staff_page
def edit_value(request: HttpRequest, translation_id: int, overridable_segment_id: int) -> HttpResponse:
    """Keep another picture or link for one language."""
    translation_for(request.user, translation_id)
    return _checked(request, edit_override, translation_id, overridable_segment_id, _value_fault)


def _checked(
    request: HttpRequest,
    view: Callable[..., HttpResponse],
    translation: int,
    segment: int,
    fault_of: Callable[[str], str],
) -> HttpResponse:
    if request.method == "PUT":
        # Django reads the form of a POST alone; the view underneath reads this one through the REST framework.
        request.method, sent = "POST", "PUT"
        fields = request.POST.copy()
        request.method = sent
        if "value" not in fields:
            return HttpResponseBadRequest(_("No text was sent. Load the page anew and type it again."))
        fields["value"] = unicodedata.normalize("NFC", fields["value"])
        fault = fault_of(fields["value"])
        if fault:
            return HttpResponseBadRequest(fault)
        request._post = fields
    return view(request, translation, segment)


def _text_fault(value: str) -> str:
    return _("This text is too long. Shorten it.") if len(value) > LONGEST else ""


def _title_fault(value: str) -> str:
    return _("This title is longer than 255 signs. Shorten it.") if len(value) > LONGEST_TITLE else ""


def _value_fault(value: str) -> str:
    try:
        held = json.loads(value)
    except ValueError:
        held = value
    if isinstance(held, int) or (isinstance(held, str) and urlsplit(held).scheme.lower() in SCHEMES):
        return ""
    return _("This is no address that a reader may follow. Give one that begins with https://.")


translate_page = staff_page(TranslatePageView.as_view())
sync_translations = staff_page(SyncTranslationsView.as_view())
