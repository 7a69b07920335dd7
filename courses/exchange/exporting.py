"""A course of this site as one file."""

from dataclasses import dataclass
from typing import IO, Any

from courses.exchange.package import FORMAT, VERSION, Writer, digest_of
from courses.exchange.pages import drafts_of, page_out, pages_of
from courses.exchange.parts import parts
from courses.exchange.plans import programme_out
from courses.exchange.references import Outgoing
from courses.models import Programme


@dataclass(frozen=True)
class Exported:
    """What went into a file: the digest of the course, how many pages and media, and the titles of drafts left out."""

    digest: str
    pages: int
    media: int
    drafts: list[str]


def export_course(programme: Programme, target: IO[bytes]) -> Exported:
    """Write a programme with everything in it; the same course gives the same file on every site and day."""
    writer = Writer(target)
    refs = Outgoing(writer)
    contents = contents_of(programme, refs)
    writer.finish(contents)
    return Exported(digest_of(contents), len(contents["pages"]), len(contents["media"]), drafts_of(programme))


def pages_out(programme: Programme, refs: Outgoing) -> list[dict[str, Any]]:
    """Return what the file says of each published page, parents first."""
    pages = list(pages_of(programme))
    inside = {page.pk for page in pages}
    return [page_out(page, refs, inside) for page in pages]


def contents_of(programme: Programme, refs: Outgoing) -> dict[str, Any]:
    """Return the list of contents of a programme."""
    found = {
        "format": FORMAT,
        "version": VERSION,
        "programme": programme_out(programme, refs),
        "pages": pages_out(programme, refs),
        "parts": {name: part.collect(programme, refs) for name, part in parts().items()},
    }
    return {**found, "media": refs.media}
