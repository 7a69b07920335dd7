"""Blocks made for teaching. A block is what an author chooses and a learner reads; no block knows a learner."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

KEY_WORDS = 40
PLAIN_FEATURES = ["bold", "link", "ul", "ol"]


class KeyBlock(blocks.TextBlock):
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
        help_text = _("What to remember, at most 40 words. Once per lesson, first.")


class FigureBlock(blocks.StructBlock):
    """A picture that also works for those who cannot see it."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(label=_("What the picture shows, in words"), max_length=300)
    caption = blocks.CharBlock(label=_("Line below"), required=False, max_length=300)

    class Meta:
        icon = "image"
        template = "courses/blocks/figure.html"
        label = _("Picture")


class NoteBlock(blocks.StructBlock):
    """An aside with a bold first line."""

    title = blocks.CharBlock(label=_("First line"), max_length=120)
    text = blocks.TextBlock(label=_("Text"))

    class Meta:
        icon = "info-circle"
        template = "courses/blocks/note.html"
        label = _("Note")


class OptionBlock(blocks.StructBlock):
    """One answer of a self-check with its feedback."""

    text = blocks.CharBlock(label=_("Answer"), max_length=300)
    is_right = blocks.BooleanBlock(label=_("This one is right"), required=False)
    feedback = blocks.TextBlock(label=_("What to say to it"))


class CheckBlock(blocks.StructBlock):
    """A self-check: answered on the server, never counted, seen by nobody else."""

    question = blocks.TextBlock(label=_("Question"))
    options = blocks.ListBlock(OptionBlock(), min_num=2, max_num=5, label=_("Answers"))

    def clean(self, value):
        """Refuse a self-check without a right answer."""
        cleaned = super().clean(value)
        if not any(option["is_right"] for option in cleaned["options"]):
            raise ValidationError(_("Mark at least one answer as right."))
        return cleaned

    class Meta:
        icon = "help"
        template = "courses/blocks/check.html"
        label = _("Self-check")
        help_text = _("Every answer gets a sentence. Nothing is counted or kept.")


class SourceBlock(blocks.StructBlock):
    """Where a statement comes from."""

    text = blocks.CharBlock(label=_("Source"), max_length=400)
    year = blocks.CharBlock(label=_("Year"), required=False, max_length=10)
    fact = blocks.CharBlock(label=_("Number in the fact sheet"), required=False, max_length=10)


class LessonBlocks(blocks.StreamBlock):
    """Everything a lesson is made of."""

    key = KeyBlock()
    heading = blocks.CharBlock(icon="title", template="courses/blocks/heading.html", label=_("Heading"), max_length=120)
    text = blocks.RichTextBlock(features=PLAIN_FEATURES, template="courses/blocks/text.html", label=_("Text"))
    points = blocks.ListBlock(
        blocks.TextBlock(), icon="list-ul", template="courses/blocks/points.html", label=_("List"), min_num=1
    )
    steps = blocks.ListBlock(
        blocks.TextBlock(), icon="list-ol", template="courses/blocks/steps.html", label=_("Steps in order"), min_num=1
    )
    figure = FigureBlock()
    note = NoteBlock()
    check = CheckBlock()
    sources = blocks.ListBlock(SourceBlock(), icon="link", template="courses/blocks/sources.html", label=_("Sources"))
