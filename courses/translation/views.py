"""The desk of one translation: how far it is, what changed, the file for it, and the way to a moderator."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail_localize.models import Translation

from courses.translation.actions import NoModerationError, WaitsAlreadyError, hand_in
from courses.translation.keeping import still_fits
from courses.translation.permissions import staff_page, target_of, translation_for
from courses.translation.po import PoFileError, read_po
from courses.translation.states import outdated_texts, progress_of


@staff_page
@require_safe
def translation_desk(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Show how far a translation is, and the texts of its source that have changed since."""
    translation = translation_for(request.user, translation_id)
    return render(request, "courses/translation/desk.html", desk_context(translation))


def desk_context(translation: Translation) -> dict[str, Any]:
    """Return what is said of a translation; a handful of queries."""
    page = target_of(translation)
    key = translation.source.object_id
    title = page.get_admin_display_title()
    return {
        "translation": translation,
        "page": page,
        "source": translation.source,
        "progress": progress_of([key]).get((key, translation.target_locale_id)),
        "outdated": outdated_texts(translation),
        "waits": page.workflow_in_progress,
        "header_title": title,
        "header_icon": "wagtail-localize-language",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("translations"), "label": _("Translations")},
            {"url": "", "label": title},
        ],
    }


@staff_page
@require_POST
def hand_in_translation(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Ask a moderator to publish it."""
    translation = translation_for(request.user, translation_id)
    try:
        page = hand_in(translation, by=request.user)
    except WaitsAlreadyError:
        messages.warning(request, _("This page waits for a moderator already. Hand it in again when it has come back."))
    except NoModerationError:
        messages.error(
            request, _("Nobody moderates this page. Ask a technical administrator to set up a workflow for it.")
        )
    except ValidationError as error:
        messages.error(
            request, _("The page cannot hold these texts: %(faults)s") % {"faults": " ".join(error.messages)}
        )
    else:
        messages.success(request, _("“%(title)s” waits for a moderator now.") % {"title": page.draft_title})
    return _back(translation)


@staff_page
@require_POST
def confirm_translation(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Say that the present texts still answer to the changed source."""
    translation = translation_for(request.user, translation_id)
    count = still_fits(translation)
    messages.success(
        request,
        ngettext("%(count)s text is up to date again.", "%(count)s texts are up to date again.", count)
        % {"count": count},
    )
    return redirect("translation_desk", translation.pk)


@staff_page
@require_POST
def upload_po(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take the texts of a PO file, all or none."""
    translation = translation_for(request.user, translation_id)
    sent = request.FILES.get("file")
    try:
        if sent is None:
            raise PoFileError([_("No file was chosen. Choose the PO file and send it again.")])
        found = read_po(sent.read(), str(translation.uuid))
    except PoFileError as error:
        for fault in error.faults:
            messages.error(request, fault)
        messages.error(request, _("Nothing of the file was taken."))
        return _back(translation)
    left = translation.import_po(found, user=request.user, tool_name="PO File")
    taken = len(found) - len(left)
    messages.success(
        request, ngettext("%(count)s text was taken.", "%(count)s texts were taken.", taken) % {"count": taken}
    )
    if left:
        messages.warning(request, _left_out(len(left)))
    return _back(translation)


def _left_out(count: int) -> str:
    return ngettext(
        "%(count)s text is no longer in the page and was left out. Take a new file before you go on.",
        "%(count)s texts are no longer in the page and were left out. Take a new file before you go on.",
        count,
    ) % {"count": count}


def _back(translation: Translation) -> HttpResponse:
    """Go back to the editor of the texts, or to the desk where the page is edited as a whole."""
    if translation.enabled:
        return redirect("wagtailadmin_pages:edit", target_of(translation).pk)
    return redirect("translation_desk", translation.pk)
