"""Files in a lesson: pictures, films, recordings, documents."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtailmedia.blocks import AbstractMediaChooserBlock

from courses.blocks.shown import Shown
from courses.captions import MOST_BYTES, NotCaptionsError, check_captions


class FigureBlock(Shown, blocks.StructBlock):
    """A picture that also works for those who cannot see it."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(label=_("What the picture shows, in words"), max_length=300)
    caption = blocks.CharBlock(label=_("Line below"), required=False, max_length=300)

    class Meta:
        icon = "image"
        template = "courses/blocks/figure.html"
        label = _("Picture")
        description = _("A picture, with words for those who cannot see it.")


class RecordingChooserBlock(AbstractMediaChooserBlock):
    """A film or a sound recording."""

    def render_basic(self, value: Any, context: Any = None) -> str:
        """Return the title: the block's own template plays it."""
        return str(value.title) if value else ""


class CaptionsBlock(blocks.StructBlock):
    """Captions in one language."""

    language = blocks.ChoiceBlock(label=_("Language"), choices=settings.LANGUAGES)
    file = DocumentChooserBlock(label=_("WebVTT file"))

    def clean(self, value: Any) -> Any:
        """Refuse a document that is no WebVTT file, saying where it goes wrong."""
        cleaned = super().clean(value)
        try:
            with cleaned["file"].file.open("rb") as file:
                check_captions(file.read(MOST_BYTES + 1))
        except NotCaptionsError as error:
            raise StructBlockValidationError(block_errors={"file": ValidationError(str(error))}) from error
        return cleaned


class RecordingBlock(Shown, blocks.StructBlock):
    """A film or a recording; nobody is left out who cannot hear or see it."""

    media = RecordingChooserBlock(label=_("Film or recording"))
    captions = blocks.ListBlock(CaptionsBlock(), default=[], label=_("Captions"), help_text=_("A film needs some."))
    transcript = blocks.TextBlock(label=_("All its words"), help_text=_("One line per sentence."))

    def clean(self, value: Any) -> Any:
        """Refuse a film without captions."""
        cleaned = super().clean(value)
        if cleaned["media"].type == "video" and not cleaned["captions"]:
            sentence = _("A film needs captions. Send a WebVTT file as a document, then choose it here.")
            raise StructBlockValidationError(block_errors={"captions": ValidationError(sentence)})
        return cleaned

    class Meta:
        icon = "media"
        template = "courses/blocks/recording.html"
        label = _("Film or recording")
        description = _("It starts only when somebody presses play. A film needs captions, and both need their words.")


class DocumentBlock(Shown, blocks.StructBlock):
    """A file to keep or to print."""

    document = DocumentChooserBlock(label=_("Document"))
    about = blocks.CharBlock(label=_("What it is for"), required=False, max_length=200)

    class Meta:
        icon = "doc-full"
        template = "courses/blocks/document.html"
        label = _("Document")
        description = _("A file to keep or to print. Its size stands beside it.")
