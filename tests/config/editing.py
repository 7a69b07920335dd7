"""Staff at the editor, through Wagtail's real views: what a page's form sends."""

from typing import Any

from django.test import Client
from wagtail.models import Page


def formset(name: str, total: int = 0, initial: int = 0) -> dict[str, Any]:
    """Return what a set of forms says of itself."""
    counts = {"TOTAL": total, "INITIAL": initial, "MIN_NUM": 0, "MAX_NUM": 1000}
    return {f"{name}-{count}_FORMS": number for count, number in counts.items()}


def page_form(page: Page, **changes: Any) -> dict[str, Any]:
    """Return the form of a course or a module, without comments."""
    held = page.get_latest_revision_as_object()
    fields = {"title": held.title, "slug": held.slug, "summary": getattr(held, "summary", "")}
    return fields | formset("comments") | {"comment_notifications": "on"} | changes


def comment(text: str, pk: int | str = "", replies: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    """Return one comment on the title, new or known by its number, with its replies."""
    at = "comments-0"
    fields = {"text": text, "contentpath": "title", "position": "", "id": pk, "resolved": "", "DELETE": ""} | changes
    sent = formset("comments", 1, 1 if pk else 0) | {f"{at}-{name}": value for name, value in fields.items()}
    return sent | (replies or formset(f"{at}-replies"))


def reply(text: str) -> dict[str, Any]:
    """Return one new reply to the comment."""
    at = "comments-0-replies"
    return formset(at, 1) | {f"{at}-0-text": text, f"{at}-0-id": "", f"{at}-0-DELETE": ""}


def save(client: Client, page: Page, **form: Any) -> None:
    """Send the editor's form; anything but a way onward is a failure."""
    answer = client.post(f"/cms/pages/{page.pk}/edit/", page_form(page) | form)
    assert answer.status_code == 302, (answer.context["form"].errors, [str(one) for one in answer.context["messages"]])
