"""Which fields of a page a translator has nothing to do with."""

from wagtail_localize.fields import BaseTranslatableField, SynchronizedField


def same(name: str) -> SynchronizedField:
    """Return that a field is the same in every language, and is taken from the source each time."""
    return SynchronizedField(name, overridable=False)


# A reader who changes language stays on the page: its address differs in the language alone.
SAME_ADDRESS = same("slug")
# Home pages stand side by side below the root, where no two may be called the same.
OWN_ADDRESS = BaseTranslatableField("slug")
