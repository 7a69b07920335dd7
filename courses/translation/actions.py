"""What moves a translation: begun from a mirror, handed to a moderator, told that it still fits."""

from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page, WorkflowState
from wagtail_localize.models import Translation
from wagtail_localize.operations import TranslationCreator

from courses.translation.keeping import fill_signs, keep
from courses.translation.permissions import target_of


class WaitsAlreadyError(Exception):
    """The page waits for a moderator: what was handed in is not changed under their eyes."""


class NoModerationError(Exception):
    """Nobody moderates this part of the site."""


class OldTranslationError(Exception):
    """The page was translated before and then became a mirror again; its old texts nobody has approved."""


@transaction.atomic
def begin(page: Page, locales: list[Locale], *, by: Any) -> list[Translation]:
    """Make mirrors of a page into translations of their own, which for now still say what the source says.

    A page that says something of its own in a language is put under watch and left as it is. Raises OldTranslationError
    where old texts would come back live by the hand of somebody who may not publish; then nothing is written.
    """
    there = {one.locale_id: one for one in page.get_translations()}
    own = [locale for locale in locales if locale.pk in there and not there[locale.pk].alias_of_id]
    new = [locale for locale in locales if locale not in own and locale.pk != page.locale_id]
    for locale in new:
        mirror = there.get(locale.pk)
        if _was_translated(page, locale) and not (mirror and mirror.permissions_for_user(by).can_publish()):
            raise OldTranslationError(locale)
    for locale in own:
        keep(there[locale.pk])
    creator = TranslationCreator(by, new)
    creator.create_translations(page, include_related_objects=False)
    made = [one for found in creator.mappings.values() for one in found]
    for one in made:
        fill_signs(one)
    return made


@transaction.atomic
def hand_in(translation: Translation, *, by: Any) -> Page:
    """Save the texts of a translation as a draft of its page and ask a moderator to publish it.

    What learners read stays as it is. Raises WaitsAlreadyError, NoModerationError, or ValidationError for a text that the
    page cannot hold; then nothing is written.
    """
    page = target_of(translation)
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_IN_PROGRESS:
        raise WaitsAlreadyError
    workflow = page.get_workflow()
    if workflow is None:
        raise NoModerationError
    # Not `save_target`: it writes the texts into the page itself, and a live page would change before anybody agreed.
    draft = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    draft.full_clean()
    draft.save_revision(user=by, log_action=True)
    page = Page.objects.get(pk=page.pk).specific
    if state is None:
        workflow.start(page, by)
    else:
        state.resume(by)
    return page


def _was_translated(page: Page, locale: Locale) -> bool:
    held = locale.string_translations.filter(context__object=page.translation_key)
    return bool(held.exists())
