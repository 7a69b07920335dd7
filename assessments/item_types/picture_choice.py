"""One right picture of several. The key is its letter; the line of an option is its picture's alternative text."""

from django.utils.translation import gettext as _

from assessments.choices import TypeCode
from assessments.item_types.base import Definition, Words
from assessments.item_types.single_choice import SingleChoice


class PictureChoice(SingleChoice):
    """Radio buttons with pictures. Where one is missing, its line is shown in its place."""

    code = TypeCode.PICTURE_CHOICE.value
    template = "assessments/items/picture_choice.html"

    def own_faults(self, definition: Definition, words: Words) -> list[str]:
        """Ask for a picture for each option, beside what any choice needs."""
        found = super().own_faults(definition, words)
        lacking = ", ".join(option.id for option in words.options if option.picture is None)
        if lacking:
            found.append(_("There is no picture for %(letters)s: add one for each option.") % {"letters": lacking})
        return found
