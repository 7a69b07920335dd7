"""Pictures that are options: small enough for a slow line, made once and kept."""

from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import AbstractImage, SourceImageIOError

from assessments.item_types import Picture

MOST_BYTES = 25_000
# From good to coarse: the first that is small enough is taken. A drawing (SVG) stays what it is.
SPECS = (
    "max-360x360|format-webp|webpquality-75",
    "max-360x360|format-webp|webpquality-45",
    "max-360x360|format-webp|webpquality-20",
    "max-240x240|format-webp|webpquality-10",
)
DRAWING = "max-360x360"


def picture_of(image: AbstractImage) -> Picture | None:
    """Return an image as pages show it, None where its file is gone; a query for each size that was not looked up yet."""
    try:
        for spec in (DRAWING,) if image.is_svg() else SPECS:
            made = image.get_rendition(spec)
            if made.file.size <= MOST_BYTES:
                break
    except (SourceImageIOError, InvalidFilterSpecError, OSError):
        return None
    return Picture(made.url, made.width, made.height)
