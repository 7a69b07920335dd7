"""Films, captions, posters and pictures on their way into the site's media."""

import hashlib
from io import BytesIO
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.storage import default_storage
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtailmedia.models import Media

from config.curriculum.reading.shapes import Film


def stored(path: Path, folder: str) -> str:
    """Return the name under which a file is kept, keeping it first where it is not.

    The name holds a digest of the content: a changed file gets a new one, which no browser has kept an old copy of.
    """
    content = path.read_bytes()
    name = f"{folder}/{path.stem}-{hashlib.sha256(content).hexdigest()[:8]}{path.suffix}"
    if default_storage.exists(name):
        return name
    return str(default_storage.save(name, ContentFile(content)))


def film_media(film: Film, title: str) -> Media:
    """Return the media entry of a film, made on first use; a changed film makes a new one."""
    name = stored(film.video, "media")
    found = Media.objects.filter(file=name).first()
    return found or Media.objects.create(title=title, file=name, type="video", duration=film.seconds)


def picture(path: Path) -> AbstractImage:
    """Return the picture entry of a file, made on first use and found again by its content."""
    content = path.read_bytes()
    digest = hashlib.sha1(content).hexdigest()  # noqa: S324 -- the digest by which Wagtail tells pictures apart
    model = get_image_model()
    found = model.objects.filter(file_hash=digest).order_by("pk").first()
    if found is not None:
        return found
    file = ImageFile(BytesIO(content), name=path.name)
    return model.objects.create(title=path.stem.replace("-", " "), file=file, file_hash=digest, file_size=len(content))
