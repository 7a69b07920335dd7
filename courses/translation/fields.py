"""Which fields of a page a translator has nothing to do with."""

from typing import Any

from wagtail.blocks import Block
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField


def same(name: str) -> SynchronizedField:
    """Return that a field is the same in every language, and is taken from the source each time."""
    return SynchronizedField(name, overridable=False)


# A reader who changes language stays on the page: its address differs in the language alone.
SAME_ADDRESS = same("slug")
# Home pages stand side by side below the root, where no two may be called the same.
OWN_ADDRESS = BaseTranslatableField("slug")


def sign(block: Block) -> Block:
    """Return a block of a sign that is the same in every language: a year, a number, the name of a scene.

    Not a class of its own, which every migration of a page would have to name.
    """
    block.get_translatable_segments = _no_texts
    return block


def _no_texts(value: Any) -> list[Any]:
    return []
