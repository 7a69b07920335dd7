"""A QTI package: its manifest names the items. A single item is read as well. Pure."""

import posixpath
from urllib.parse import unquote

from django.utils.translation import gettext as _

from assessments.formats.archives import Archive, is_zip
from assessments.formats.gathering import gather
from assessments.formats.markup import Node, parse
from assessments.formats.parcel import Findings, FormatError, NotCarriedError, Parcel, ParcelQuestion, Place
from assessments.formats.qti.items import read_item

MANIFEST = "imsmanifest.xml"
ITEM = "imsqti_item_xmlv"


def read_qti(body: bytes, language: str) -> Parcel:
    """Return the questions of a package or of one item; `language` is theirs where they name none."""
    found: list[ParcelQuestion] = []
    apart = Findings()
    if not is_zip(body):
        _take(body, "", language, found, apart)
        return Parcel(gather(found), tuple(apart))
    archive = Archive(body)
    for name in _items(archive, apart):
        try:
            inner = archive.read(name)
        except FormatError as error:
            apart.append(error.finding)
            continue
        _take(inner, name, language, found, apart)
    return Parcel(gather(found), tuple(apart))


def _take(body: bytes, name: str, language: str, found: list[ParcelQuestion], apart: Findings) -> None:
    try:
        found.append(read_item(parse(body, name), language))
    except FormatError as error:
        apart.append(error.finding)
    except NotCarriedError as error:
        apart.lose(error.what, error.place)


def _items(archive: Archive, apart: Findings) -> list[str]:
    """Return the members that the manifest names as items; the rest is named."""
    if MANIFEST not in archive.members:
        raise FormatError(_("The package has no imsmanifest.xml: export it as a QTI package."), Place(within=MANIFEST))
    root = parse(archive.read(MANIFEST), MANIFEST)
    found: dict[str, Node] = {}
    named = {MANIFEST}
    for resource in (node for node in root.walk() if node.tag == "resource"):
        name = _path(resource.get("href"))
        kind = resource.get("type")
        if kind.startswith(ITEM):
            if not name:
                raise FormatError(_("The manifest names an item without its file."), resource.place)
            found[name] = resource
        else:
            apart.note(_("“%(name)s” of the type %(type)s") % {"name": name[:60], "type": kind[:40]}, resource.place)
        named.update([name, *(_path(file.get("href")) for file in resource.all("file"))])
    if not found:
        raise FormatError(_("The manifest names no QTI item of 2.1 or 3.0."), root.place)
    for name in archive.members:
        if name not in named and not name.endswith("/"):
            apart.note(_("a file that the manifest does not name"), Place(within=name[:100]))
    return list(found)


def _path(href: str) -> str:
    """Return the member a manifest means; one that leads out of the package is found in none."""
    return posixpath.normpath(unquote(href.split("?")[0].split("#")[0])) if href else ""
