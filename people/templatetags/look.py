"""The look's small drawings: icons, and the six shapes of three strokes, two dots and one ring."""

import datetime

from django import template
from django.conf import settings
from django.utils.dateformat import format as format_date
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

register = template.Library()

ICONS = {
    "language": "M3.5 6h9M8 3.5V6M5 6c1 4 3.5 6.5 6.5 8M11 6c-1 4-3.5 6.5-7 8.5M12.5 20.5l4.5-11 4.5 11M14 17h6",
    "leave": "M14 4.5H5.5v15H14M10 12h10M16.5 8.5L20 12l-3.5 3.5",
    "check": "M4.5 12.8l5 5L19.5 7",
    "cross": "M6 6l12 12M18 6L6 18",
    "play": "M7.5 5.5v13l11-6.5z",
    "calendar": "M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5v4M15.5 3.5v4",
    "clock": "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.5V12l3.5 2",
    "closed": "M3.5 10.5c5 5.5 12 5.5 17 0M6.5 13.5l-1.8 2.8M12 14.8V18M17.5 13.5l1.8 2.8",
    "people": "M8.5 11a3.3 3.3 0 1 0 0-6.5 3.3 3.3 0 0 0 0 6.5zM2.5 19.5c.5-4 3-5.5 6-5.5s5.5 1.5 6 5.5"
    "M16 11a2.8 2.8 0 0 0 0-5.5M17 14c2.5.3 4 2 4.5 5",
    "place": "M12 21c4.5-5 6.5-8.2 6.5-11a6.5 6.5 0 1 0-13 0c0 2.8 2 6 6.5 11zM12 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z",
    "print": "M7 8.5V3.5h10v5M7 17H4.5V8.5h15V17H17M7 14h10v6.5H7z",
}

# Drawn by a pen: strokes rise a little and end heavy, dots are not quite round.
SHAPES = {
    "one-1": "M4.5 6.2c5.4.2 13.6-.6 20.2-2.3 2.1-.6 3.8-1.2 4.9-.4 1.5 1.1 1.1 3.5-.8 4.2-2.5.8-15.6 1.7-20.8 2.7"
    "-1.6.3-2.8-.1-3.3-1.3-.4-1.1-.8-2.5-.2-2.9z",
    "one-2": "M6.4 16.3c4.5.2 11.3-.6 16.7-2.2 1.8-.6 3.1-1.1 4.1-.4 1.2 1 1 3.3-.7 4-2 .7-12.9 1.7-17.3 2.6"
    "-1.4.3-2.3-.1-2.7-1.3-.3-1-.7-2.4-.1-2.8z",
    "one-3": "M1.4 26.4c6.6.2 16.6-.6 24.6-2.4 2.6-.6 4.6-1.2 6-.4 1.8 1.1 1.4 3.6-1 4.4-3 .8-19 1.8-25.4 2.8"
    "-2 .3-3.4-.1-4-1.4-.5-1.1-1-2.6-.2-3z",
    "two-1": "M46.5 4.2c2.9-1.4 6.3.1 6.9 3 .6 2.8-1.6 5.4-4.6 5.4-2.8 0-5-2-5.1-4.4-.1-1.7 1-3.2 2.8-4z",
    "two-2": "M46.8 20c2.9-1.4 6.3.1 6.9 3 .6 2.8-1.6 5.4-4.6 5.4-2.8 0-5-2-5.1-4.4-.1-1.7 1-3.2 2.8-4z",
    "exam": "M79.5 1.1c8.7.2 15 6.8 14.8 15.2-.2 8.5-6.8 14.9-15.2 14.7-8.5-.2-14.9-6.7-14.7-15.1.2-8.6 6.8-15"
    " 15.1-14.8zm.3 5.2c-5.9-.2-10.2 3.9-10.4 9.6-.1 5.6 4.2 10 9.6 10.1 5.6.1 10.1-4.1 10.2-9.5"
    ".1-5.7-4-10.1-9.4-10.2z",
}
BOXES = {
    "one-1": "0 0 34 12",
    "one-2": "0 10.5 34 12",
    "one-3": "0 20.5 34 12",
    "two-1": "40 1 18 15",
    "two-2": "40 17 18 15",
    "exam": "62 0 35 32",
    "ones": "0 0 34 32",
    "twos": "32 0 34 32",
}
GROUPS = {"ones": ("one-1", "one-2", "one-3"), "twos": ("two-1", "two-2")}


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return an icon of one pen line; a word always stands beside it."""
    return format_html('<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>', ICONS[name])


def _path(shape: str, state: str) -> SafeString:
    names = f"{state} ring".strip() if shape == "exam" else state
    attribute = format_html(' class="{}"', names) if names and names != "done" else ""
    return format_html('<path{} d="{}"/>', attribute, SHAPES[shape])


@register.simple_tag
def glyph(shape: str, state: str = "") -> SafeString:
    """Return one of the six shapes, or a group of them, hidden from readers: words stand beside it."""
    paths = mark_safe("".join(_path(one, state) for one in GROUPS.get(shape, (shape,))))  # noqa: S308 -- our own paths
    return format_html('<svg class="motif" viewBox="{}" aria-hidden="true">{}</svg>', BOXES[shape], paths)


@register.simple_tag
def motif(states: dict[str, str] | None = None, label: str = "", name: str = "motif") -> SafeString:
    """Return the whole 3-2-1; `states` maps shapes to `done`, `now` or `later`, `label` says it in words."""
    found = states or {}
    paths = mark_safe("".join(_path(one, found.get(one, "")) for one in SHAPES))  # noqa: S308 -- our own paths
    words = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html('<svg class="{}" viewBox="0 0 96 32" {}>{}</svg>', name, words, paths)


@register.simple_tag
def mark() -> SafeString:
    """Return the mark of the header."""
    paths = mark_safe("".join(format_html('<path d="{}"/>', path) for path in SHAPES.values()))  # noqa: S308 -- our own
    return format_html('<svg viewBox="0 0 96 32" aria-hidden="true">{}</svg>', paths)


@register.simple_tag
def tongues() -> list[tuple[str, str]]:
    """Return the site's languages, each named in itself; Django's own tag would translate the names."""
    return list(settings.LANGUAGES)


@register.simple_tag
def comma() -> str:
    """Return what stands between the parts of a line: a comma, as the language writes it."""
    return pgettext("between the parts of a line", ", ")


@register.filter
def day(value: datetime.date) -> str:
    """Return a day without its year, as the language writes it: 2 September, 9月2日."""
    return format_date(value, pgettext("day and month, in Django's date letters", "j F"))
