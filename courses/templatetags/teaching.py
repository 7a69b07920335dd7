"""Filters for the texts of lessons."""

import re

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
BOLD = re.compile(r"\*\*(.+?)\*\*")


@register.filter
def bold(text: str) -> SafeString:
    """Return the text, escaped, with `**words**` in bold: the only emphasis five scripts share."""
    return mark_safe(BOLD.sub(r"<strong>\1</strong>", conditional_escape(text)))  # noqa: S308 -- escaped just before


@register.simple_tag
def beads(lessons: list[dict]) -> SafeString:
    """Return a row of short strokes, one per lesson: full is finished, marigold is here. Words stand beside it."""
    rows = []
    for at, lesson in enumerate(lessons):
        state = "now" if lesson["here"] else "" if lesson["done"] else "later"
        rows.append((state, f"{14 * at + 0.5}"))
    shapes = format_html_join("", '<rect class="{}" x="{}" y=".5" width="11" height="4" rx="2"/>', rows)
    return format_html(
        '<svg class="beads" viewBox="0 0 {} 5" preserveAspectRatio="xMinYMid" aria-hidden="true">{}</svg>',
        14 * len(lessons),
        shapes,
    )
