"""The blocks of a lesson on their way: what they refer to is named anew, and nothing else changes."""

import re
from collections.abc import Callable
from html import escape, unescape
from typing import Any

import nh3
from django.db import models
from wagtail import blocks

# How a reference is changed: the model and what stands for the row; and text with mark-up.
Change = Callable[[type[models.Model], Any], Any]
LINK = re.compile(r'<a\b[^>]*\blinktype="(page|document)"[^>]*>(.*?)</a>', re.DOTALL)
NAME = re.compile(r'\b(?:id|name)="([^"]*)"')
# What an author's editor can write, and no more: the file comes from outside.
TAGS = {"p", "b", "strong", "i", "em", "br", "ul", "ol", "li", "a"}
ATTRIBUTES = {"a": {"href", "linktype", "id", "name"}}


class UnknownBlockError(Exception):
    """The file has a block that this site does not know; Wagtail would drop it without a word."""


def changed(block: blocks.Block, raw: Any, change: Change, rich: Callable[[str], str]) -> Any:
    """Return the raw value of a block with every reference changed. Raises UnknownBlockError."""
    if isinstance(block, blocks.StreamBlock):
        return [_member(block, one, change, rich) for one in _list(raw)]
    if isinstance(block, blocks.StructBlock):
        if not isinstance(raw, dict) or set(raw) - set(block.child_blocks):
            raise UnknownBlockError(block.name)
        return {name: changed(block.child_blocks[name], value, change, rich) for name, value in raw.items()}
    if isinstance(block, blocks.ListBlock):
        return [_entry(block, one, change, rich) for one in _list(raw)]
    if isinstance(block, blocks.ChooserBlock):
        return None if raw is None else change(block.model_class, raw)
    if isinstance(block, blocks.RichTextBlock):
        return rich(str(raw))
    return raw


def _list(raw: Any) -> list[Any]:
    if not isinstance(raw, list):
        raise UnknownBlockError("")
    return raw


def _member(block: blocks.StreamBlock, one: Any, change: Change, rich: Callable[[str], str]) -> dict[str, Any]:
    if not isinstance(one, dict) or one.get("type") not in block.child_blocks:
        raise UnknownBlockError(one.get("type", "") if isinstance(one, dict) else "")
    child = block.child_blocks[one["type"]]
    return {**one, "value": changed(child, one.get("value"), change, rich)}


def _entry(block: blocks.ListBlock, one: Any, change: Change, rich: Callable[[str], str]) -> Any:
    if isinstance(one, dict) and one.get("type") == "item":
        return {**one, "value": changed(block.child_block, one.get("value"), change, rich)}
    return changed(block.child_block, one, change, rich)


def rich_out(text: str, page: Callable[[int], Any]) -> str:
    """Return rich text whose links name pages as every site knows them; a link to what is gone becomes its words."""

    def named(match: re.Match[str]) -> str:
        number = NAME.search(match[0])
        known = page(int(number[1])) if match[1] == "page" and number and number[1].isdigit() else None
        return f'<a linktype="page" name="{escape("/".join(known))}">{match[2]}</a>' if known else match[2]

    return LINK.sub(named, text)


def rich_in(text: str, page: Callable[[Any], int | None]) -> str:
    """Return rich text for this site: links lead to its own pages, and what no author could have written is gone."""

    def numbered(match: re.Match[str]) -> str:
        name = NAME.search(match[0])
        known = page(tuple(unescape(name[1]).split("/"))) if match[1] == "page" and name else None
        return f'<a linktype="page" id="{known}">{match[2]}</a>' if known else match[2]

    clean = nh3.clean(
        text, tags=TAGS, attributes=ATTRIBUTES, url_schemes={"http", "https", "mailto", "tel"}, link_rel=None
    )
    return LINK.sub(numbered, clean)
