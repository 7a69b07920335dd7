"""What is live stays live and is known as a revision, whoever wrote it first."""

from typing import Any

from wagtail.models import Page, Revision

from courses.models.reviews import TextReview


class KeepsWhatIsLive:
    """A page that keeps its live text as a revision before the first draft of another.

    The loader of the curriculum, an import and a copy write pages that are live without a revision. Wagtail takes such a
    page off the site when a change to it is approved for a later hour, and its history could not show what stood there.
    """

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """Save a revision as Wagtail does, after one of what is live where none is known; one query more until then."""
        if self.pk and self.live and not self.live_revision_id and not self.alias_of_id:
            self._keep_what_is_live()
        return super().save_revision(*args, **kwargs)

    def _keep_what_is_live(self) -> None:
        held = type(self)._default_manager.get(pk=self.pk)
        # Still an alias there: this is the moment at which it becomes a page of its own.
        if not held.live or held.live_revision_id or held.alias_of_id or held.has_unpublished_changes:
            return
        kept = super(KeepsWhatIsLive, held).save_revision(changed=False, clean=False)
        Page.objects.filter(pk=self.pk).update(live_revision=kept)
        # Who has read the text has read this revision.
        TextReview.objects.filter(page=self.pk, revision=None).update(revision=kept)
        self.live_revision = kept
