"""A file of a course comes to this site: all of it, or nothing."""

import io
import json
from collections.abc import Mapping
from typing import IO, Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from courses.exchange.exporting import pages_out
from courses.exchange.faults import ExchangeError, Report
from courses.exchange.media import MediaReceiver
from courses.exchange.package import Package, Writer, canonical
from courses.exchange.pages import PageFile, PageReceiver, read_pages
from courses.exchange.parts import parts
from courses.exchange.plans import check_programme, programme_row, write_steps
from courses.exchange.references import Incoming, Outgoing, PageName
from courses.models import Programme

# What reading a list for a mapping, or a name for a number, raises; parts need not ask for each shape by hand.
MISSHAPED = (KeyError, TypeError, ValueError, AttributeError, ObjectDoesNotExist)


NOT_AS_WRITTEN = gettext_lazy("Something in the file is not as an export writes it. Export the course again.")


class _Undone(Exception):
    """A dry run has seen enough: everything it wrote is taken back."""


def import_course(
    source: IO[bytes], homes: Mapping[str, Page], *, dry_run: bool = False, update: bool = False
) -> Report:
    """Bring a course to this site and return what became of each thing in it.

    `homes` are the home pages by language. Raises ExchangeError with every fault found; nothing is written then, nor on a
    dry run. Pages that read otherwise here are left unless `update`; questions, plans and awards that differ always are.
    """
    package, report = Package(source), Report()
    contents = package.contents
    pages = _looked_through(contents, report)
    refs = Incoming()
    media = MediaReceiver(package, refs, report)
    refs.keep = media.keep
    is_kept = False
    try:
        with transaction.atomic():
            _write(contents, pages, PageReceiver(refs, report, homes, update=update), media)
            if dry_run:
                raise _Undone
        is_kept = True
    except _Undone:
        pass
    except (ValidationError, IntegrityError, DataError) as error:
        report.fault("", _("This site refuses what the file says: %(why)s") % {"why": error})
        raise ExchangeError(report) from error
    except MISSHAPED as error:
        report.fault("", NOT_AS_WRITTEN)
        raise ExchangeError(report) from error
    finally:
        if not is_kept:
            media.take_away()
    return report


def _looked_through(contents: Mapping[str, Any], report: Report) -> list[PageFile]:
    """Return the pages of the file once nothing that can be seen before writing stands against it."""
    pages: list[PageFile] = []
    try:
        pages = read_pages(contents.get("pages"), report)
        check_programme(contents.get("programme"), report)
        _check_parts(contents.get("parts"), report)
    except MISSHAPED:
        report.fault("", NOT_AS_WRITTEN)
    _stop_at_faults(report)
    return pages


def _check_parts(raw: Any, report: Report) -> None:
    known = parts()
    if not isinstance(raw, dict) or set(raw) != set(known):
        report.fault("", _("The file and this site are made of different parts. Bring both sites to the same version."))
        return
    for name, part in known.items():
        part.check(raw[name], report)


def _write(contents: Mapping[str, Any], pages: list[PageFile], receiver: PageReceiver, media: MediaReceiver) -> None:
    report, refs = receiver.report, receiver.refs
    media.receive(contents.get("media"))
    _stop_at_faults(report)
    was = _as_it_stands(contents["programme"]["slug"])
    programme = programme_row(contents["programme"], report)
    for name, part in parts().items():
        part.before(contents["parts"][name], refs, report)
    _stop_at_faults(report)
    for page in pages:
        receiver.stand(page)
        _stop_at_faults(report)
    for page in pages:
        receiver.fill(page, was.get(page.name))
    _stop_at_faults(report)
    write_steps(contents["programme"], programme, refs, report)
    for name, part in parts().items():
        part.after(contents["parts"][name], programme, refs, report)
    _stop_at_faults(report)


def _as_it_stands(slug: str) -> dict[PageName, Mapping[str, Any]]:
    """Return what a file of the programme would say of each page, as it stands on this site."""
    held = Programme.objects.filter(slug=slug).first()
    if held is None:
        return {}
    # As JSON gives it back: names of pages are lists there.
    found = json.loads(canonical({"pages": pages_out(held, Outgoing(Writer(io.BytesIO())))}))
    return {(page["key"], page["locale"]): page for page in found["pages"]}


def _stop_at_faults(report: Report) -> None:
    if report.faults:
        raise ExchangeError(report)
