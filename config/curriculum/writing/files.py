"""Films, captions and posters on their way into the site's media."""

from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtailmedia.models import Media

from config.curriculum.reading.shapes import Film


def stored(path: Path, folder: str) -> str:
    """Return the name under which a file's content is kept, keeping it first where it is not."""
    content = path.read_bytes()
    name = f"{folder}/{path.name}"
    if default_storage.exists(name):
        with default_storage.open(name) as kept:
            if kept.read() == content:
                return name
    return str(default_storage.save(name, ContentFile(content)))


def film_media(film: Film, title: str) -> Media:
    """Return the media entry of a film, made on first use; a changed film makes a new one."""
    name = stored(film.video, "media")
    found = Media.objects.filter(file=name).first()
    return found or Media.objects.create(title=title, file=name, type="video", duration=film.seconds)
