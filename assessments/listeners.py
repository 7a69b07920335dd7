"""The one signal we listen to: Wagtail sends it when a question is published, by whatever way, and calls nothing else.

An editor, a workflow's approval and a schedule all end there; a hook of the editor would miss the other two.
"""

from typing import Any

from django.utils import timezone
from wagtail.signals import published

from assessments.actions.publishing import publish_wordings
from assessments.models import Question


def listen() -> None:
    """Have wordings made whenever a question is published."""
    published.connect(make_wordings, sender=Question, dispatch_uid="wordings")


def make_wordings(sender: type, instance: Question, **kwargs: Any) -> None:
    """Call the action; a question that only waits for its hour is not published yet."""
    if instance.live:
        publish_wordings(instance, at=timezone.now())
