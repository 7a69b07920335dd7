"""What follows from a publication, whoever publishes: the editor, a moderator's approval, the schedule, the loader.

Wagtail tells of each by its signal alone; its hooks hear only the editor.
"""

from typing import Any

from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published

from courses.desk.actions import bring_into_effect


def hear(sender: type[Page], instance: Page, **more: Any) -> None:
    """Let the changes hold that an author had marked."""
    bring_into_effect(instance, on=timezone.localdate())


page_published.connect(hear, dispatch_uid="courses.publications")
