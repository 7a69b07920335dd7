"""What authors may upload: pictures without the marks of a camera, films of a bearable size, captions that are some."""

import struct
import zlib
from io import BytesIO
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image, ImageOps
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtailmedia.forms import BaseMediaForm
from willow.svg import WillowSvgException

from courses.captions import MOST_BYTES, NotCaptionsError, check_captions
from home.recordings import HEAD_BYTES, is_recording

# What Pillow and Willow raise over files that are cut off or made up.
BROKEN = (
    *(OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, struct.error, zlib.error),
    WillowSvgException,
)
BROKEN_WORDS = gettext_lazy(
    "This picture is broken. Open it on your own device, save it again, then send it once more."
)
MARKED = {"JPEG", "PNG", "WEBP"}
THUMBNAILS = ("gif", "jpg", "jpeg", "png", "webp")


def without_marks(file: Any) -> Any:
    """Return a picture without what a camera wrote into it, such as the place; the same file where nothing is in it."""
    file.seek(0)
    with Image.open(file) as picture:
        picture.load()
        kind = picture.format or ""
        marks = {"exif", "xmp", "XML:com.adobe.xmp", "photoshop", "comment"} & set(picture.info)
        if kind not in MARKED or not (marks or picture.getexif()) or getattr(picture, "is_animated", False):
            file.seek(0)
            return file
        upright = ImageOps.exif_transpose(picture)
        kept = {key: picture.info[key] for key in ("icc_profile", "transparency") if key in picture.info}
        # Only pixels go over: a copy of the picture would carry its marks along.
        clean = Image.frombytes(upright.mode, upright.size, upright.tobytes())
        if upright.mode == "P":
            clean.putpalette(upright.getpalette() or [])
        body = BytesIO()
        clean.save(body, format=kind, quality=90, **kept)
    return SimpleUploadedFile(file.name, body.getvalue(), content_type=getattr(file, "content_type", None))


class PictureField(WagtailImageField):
    """A picture that can be read; Wagtail's own field fails over a file that is cut off."""

    def to_python(self, data: Any) -> Any:
        """Return the file, or say that it is broken."""
        try:
            return super().to_python(data)
        except BROKEN as error:
            raise forms.ValidationError(BROKEN_WORDS) from error


class ImageForm(BaseImageForm):
    """A picture, kept without the marks of the camera."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            plain = self.fields["file"]
            self.fields["file"] = PictureField(label=plain.label, widget=plain.widget, required=plain.required)

    def clean_file(self) -> Any:
        """Return the picture without marks; a drawing is kept as it is."""
        file = self.cleaned_data["file"]
        if file is None or "file" not in self.changed_data or file.name.lower().endswith(".svg"):
            return file
        try:
            return without_marks(file)
        except BROKEN as error:
            raise forms.ValidationError(BROKEN_WORDS) from error


class MediaForm(BaseMediaForm):
    """A film or a recording of a bearable size, its still a picture."""

    def clean_file(self) -> Any:
        """Refuse what a phone could never load, and what is no film or recording at all."""
        file = self.cleaned_data["file"]
        if file is None or "file" not in self.changed_data:
            return file
        most = settings.MEDIA_MAX_UPLOAD_SIZE
        if file.size > most:
            raise forms.ValidationError(
                _("This file is too big (%(size)s). Make it smaller than %(most)s, then send it again.")
                % {"size": filesizeformat(file.size), "most": filesizeformat(most)}
            )
        file.seek(0)
        ending = file.name.lower().rpartition(".")[2]
        if not is_recording(ending, file.read(HEAD_BYTES)):
            raise forms.ValidationError(
                _("This file ends in .%(ending)s but is no such film or recording. Save it as one, then send it again.")
                % {"ending": ending}
            )
        file.seek(0)
        return file

    def clean_thumbnail(self) -> Any:
        """Refuse a still that is no picture."""
        still = self.cleaned_data["thumbnail"]
        if still and "thumbnail" in self.changed_data and still.name.lower().rpartition(".")[2] not in THUMBNAILS:
            raise forms.ValidationError(_("The still is no picture. Choose a file that ends in jpg, png or webp."))
        return still


class DocumentForm(BaseDocumentForm):
    """A document; one that is sent as captions must be some."""

    def clean_file(self) -> Any:
        """Refuse captions that no browser could show, saying where they go wrong."""
        file = self.cleaned_data["file"]
        if file and "file" in self.changed_data and file.name.lower().endswith(".vtt"):
            file.seek(0)
            try:
                check_captions(file.read(MOST_BYTES + 1))
            except NotCaptionsError as error:
                raise forms.ValidationError(str(error)) from error
            file.seek(0)
        return file
