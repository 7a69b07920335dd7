"""Tags and filters for the texts of lessons."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.conf import settings
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from courses.choices import LocalTopic
from courses.terms import Marker

register = template.Library()
BOLD = re.compile(r"\*\*(.+?)\*\*")
# The marks of terms would disturb where one answers, chooses or looks a word up.
UNMARKED = ("key", "heading", "check", "case", "terms", "sources")


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


@register.simple_tag(takes_context=True)
def taught(context: template.Context, block: Any) -> SafeString:
    """Return a block of the page, each explained word marked where it first stands; the list comes by `explained`.

    A block that is not translated says which language it is in.
    """
    if block.block_type == "terms":
        return SafeString()
    shown = block.render({**context.flatten(), "story": block.id or "example"})
    if block.block_type not in UNMARKED:
        shown = _marker(context).mark(shown)
    rest = context.get("rest")
    return format_html('<div lang="{}">{}</div>', rest.language, shown) if rest and block.id in rest.blocks else shown


@register.inclusion_tag("courses/blocks/explained.html", takes_context=True)
def explained(context: template.Context) -> dict[str, Any]:
    """Return the list of the explained words, each with a way back to where it first stands."""
    marker = _marker(context)
    return {"terms": [{"term": one, "is_marked": one.number in marker.marked} for one in marker.terms]}


def _marker(context: template.Context) -> Marker:
    """Return the marker of this rendering of the page, made on first use."""
    kept = context.render_context
    page = context["page"]
    if kept.get("terms_of") is not page:
        pairs = [
            (one["word"], one["meaning"]) for block in page.body if block.block_type == "terms" for one in block.value
        ]
        kept["terms_of"], kept["marker"] = page, Marker(pairs)
    return kept["marker"]


@register.filter
def scenes(value: Iterable[Mapping[str, Any]], story: str) -> list[dict[str, Any]]:
    """Return the scenes of a story with numbers and ids for its links; names stay with the authors."""
    numbers = {scene["name"]: number for number, scene in enumerate(value, 1)}

    def place(number: int) -> str:
        return f"story-{story}-{number}"

    return [
        {
            "id": place(number),
            "number": number,
            "first": place(1),
            "text": scene["text"],
            "choices": [
                {"text": one["text"], "number": numbers[one["to"]], "id": place(numbers[one["to"]])}
                for one in scene["choices"]
                if one["to"] in numbers
            ],
        }
        for number, scene in enumerate(value, 1)
    ]


@register.filter
def topic(value: Mapping[str, Any]) -> str:
    """Return what a local marker is about, in the language of the page."""
    return str(dict(LocalTopic.choices).get(value["topic"], ""))


@register.filter
def tongue(code: str) -> str:
    """Return a language's own name."""
    return dict(settings.LANGUAGES).get(code, code)
