"""Words to read: the key message, texts, lists, notes, sources."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.blocks.shown import Shown
from courses.translation.fields import sign

KEY_WORDS = 40
PLAIN_FEATURES = ["bold", "link", "ul", "ol"]


class KeyBlock(Shown, blocks.TextBlock):
    """What to remember: once per lesson, right after the title."""

    def clean(self, value: str) -> str:
        """Refuse a key message of more than 40 words."""
        cleaned: str = super().clean(value)
        if len(cleaned.split()) > KEY_WORDS:
            raise ValidationError(_("A key message has at most 40 words. Say only what must be remembered."))
        return cleaned

    class Meta:
        icon = "pick"
        template = "courses/blocks/key.html"
        label = _("Key message")
        description = _("What to remember, in at most 40 words. Once per lesson, first.")


class HeadingBlock(Shown, blocks.CharBlock):
    """A heading inside a lesson."""

    class Meta:
        icon = "title"
        template = "courses/blocks/heading.html"
        label = _("Heading")
        description = _("Opens a part of the lesson. A few words.")


class TextBlock(Shown, blocks.RichTextBlock):
    """Paragraphs."""

    class Meta:
        icon = "pilcrow"
        template = "courses/blocks/text.html"
        label = _("Text")
        description = _("Paragraphs. Short sentences, one thought each.")


class PointsBlock(Shown, blocks.ListBlock):
    """A list without an order."""

    class Meta:
        icon = "list-ul"
        template = "courses/blocks/points.html"
        label = _("List")
        description = _("A list without an order. Two stars on each side make **words** bold.")


class StepsBlock(Shown, blocks.ListBlock):
    """Steps in their order."""

    class Meta:
        icon = "list-ol"
        template = "courses/blocks/steps.html"
        label = _("Steps in order")
        description = _("What to do first, second, third. One action in each step.")


class NoteBlock(Shown, blocks.StructBlock):
    """An aside with a bold first line."""

    title = blocks.CharBlock(label=_("First line"), max_length=120)
    text = blocks.TextBlock(label=_("Text"))

    class Meta:
        icon = "info-circle"
        template = "courses/blocks/note.html"
        label = _("Note")
        description = _("An aside for some of the readers, with a bold first line.")


class SourceBlock(blocks.StructBlock):
    """Where a statement comes from."""

    text = blocks.CharBlock(label=_("Source"), max_length=400)
    year = sign(blocks.CharBlock(label=_("Year"), required=False, max_length=10))
    fact = sign(blocks.CharBlock(label=_("Number in the fact sheet"), required=False, max_length=10))


class SourcesBlock(Shown, blocks.ListBlock):
    """Where the lesson's statements come from."""

    class Meta:
        icon = "link"
        template = "courses/blocks/sources.html"
        label = _("Sources")
        description = _("Where medical and legal statements come from, with the year. Once per lesson, last.")
