"""What the editor of translations shows besides the texts."""

from typing import Any

from django import template
from wagtail_localize.models import Translation

from courses.translation.views import desk_context

register = template.Library()


@register.inclusion_tag("courses/translation/standing_in_editor.html", takes_context=True)
def translation_standing(context: dict[str, Any], translation: Translation) -> dict[str, Any]:
    """Return how far a translation is, with the way to a moderator."""
    return {**desk_context(translation), "csrf_token": context["csrf_token"]}
