"""What a page of a test sends. Shape only."""

from collections.abc import Mapping
from typing import NamedTuple

from django import forms


class SheetForm(forms.Form):
    """The form a page is of, the order its answers were given in, and the button that was pressed."""

    form = forms.IntegerField(min_value=1)
    sequence = forms.IntegerField(min_value=1, max_value=2**60)
    go = forms.CharField(max_length=10, required=False)


class AnswerForm(SheetForm):
    """The place of one answer besides; the answer itself is read by the item's type."""

    # As wide as the column: a number beyond it is no item's.
    item = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    back = forms.BooleanField(required=False)


class Place(NamedTuple):
    """The place of one answer: its item, its form, its number in the order of answers, and "come back to it"."""

    item: int
    form: int
    sequence: int
    back: bool


def read_place(data: Mapping[str, str]) -> Place | None:
    """Return the place of an answer that a script sent, None where a number is missing or too long for its column.

    By hand: a form of Django's costs a twentieth of the whole answer.
    """
    try:
        item, form, sequence = (int(data[name]) for name in ("item", "form", "sequence"))
    except (KeyError, ValueError):
        return None
    if not (0 < item < 2**63 and 0 < form < 2**63 and 0 < sequence <= 2**60):
        return None
    return Place(item, form, sequence, data.get("back", "") not in ("", "0", "false"))
