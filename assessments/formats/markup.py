"""XML read into a small tree that knows its lines. DOCTYPE and entities are refused; depth and size are bounded. Pure."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax import SAXParseException, handler
from xml.sax.xmlreader import AttributesNSImpl, InputSource, Locator

from defusedxml.common import DefusedXmlException
from defusedxml.sax import make_parser
from django.utils.translation import gettext as _

from assessments.formats.parcel import FormatError, Place

MOST_NODES, DEEPEST = 100_000, 60
XML_SPACE = "http://www.w3.org/XML/1998/namespace"


@dataclass
class Node:
    """An element by its local name; `children` are nodes and texts in their order."""

    tag: str
    space: str
    attributes: dict[str, str]
    place: Place
    children: list["Node | str"] = field(default_factory=list)

    @property
    def nodes(self) -> list["Node"]:
        """Return the elements in it."""
        return [one for one in self.children if isinstance(one, Node)]

    def all(self, tag: str) -> list["Node"]:
        """Return the elements of a name directly in it."""
        return [one for one in self.nodes if one.tag == tag]

    def first(self, tag: str) -> "Node | None":
        """Return the first element of a name directly in it, None where there is none."""
        return next(iter(self.all(tag)), None)

    def walk(self) -> Iterator["Node"]:
        """Yield it and every element in it."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting.extend(reversed(one.nodes))

    @property
    def words(self) -> str:
        """Return all its text."""
        return "".join(one if isinstance(one, str) else one.words for one in self.children)

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute."""
        return self.attributes.get(name, default)


class _Builder(handler.ContentHandler):
    def __init__(self, within: str) -> None:
        super().__init__()
        self.within, self.count = within, 0
        self.root: Node | None = None
        self.open: list[Node] = []
        # Text comes in pieces; joining them one by one would take time by the square.
        self.pieces: list[str] = []
        self.locator: Locator | None = None

    def setDocumentLocator(self, locator: Locator) -> None:
        self.locator = locator

    def place(self) -> Place:
        line = self.locator.getLineNumber() if self.locator else 0
        return Place(line=line or 0, within=self.within)

    def startElementNS(self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl) -> None:
        self.flush()
        self.count += 1
        if self.count > MOST_NODES or len(self.open) >= DEEPEST:
            raise FormatError(_("This XML is too large or too deep: divide the file."), self.place())
        found = {("xml:" if space == XML_SPACE else "") + key: value for (space, key), value in attrs.items()}
        node = Node(name[1], name[0] or "", found, self.place())
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node
        self.open.append(node)

    def endElementNS(self, name: tuple[str | None, str], qname: str | None) -> None:
        self.flush()
        self.open.pop()

    def characters(self, content: str) -> None:
        self.pieces.append(content)

    def flush(self) -> None:
        """Hand the text that has come to the element it stands in."""
        if self.pieces and self.open:
            self.open[-1].children.append("".join(self.pieces))
        self.pieces = []


def parse(body: bytes, within: str = "") -> Node:
    """Return the root; raises FormatError with the line where the XML is broken, too big, or declares a DOCTYPE."""
    builder = _Builder(within)
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setFeature(handler.feature_namespaces, True)
    parser.setContentHandler(builder)
    source = InputSource()
    source.setByteStream(io.BytesIO(body))
    try:
        parser.parse(source)
    except DefusedXmlException as error:
        sentence = _("The XML declares a DOCTYPE or entities, which we do not read: take them out.")
        raise FormatError(sentence, builder.place()) from error
    except SAXParseException as error:
        place = Place(line=error.getLineNumber() or 0, column=str(error.getColumnNumber() or 0), within=within)
        sentence = _("The XML is broken here (%(reason)s).") % {"reason": error.getMessage()}
        raise FormatError(sentence, place) from error
    except (LookupError, ValueError) as error:
        raise FormatError(
            _("The XML names a character set that we do not read: save it as UTF-8."), Place(within=within)
        ) from error
    if builder.root is None:
        raise FormatError(_("The XML is empty."), Place(within=within))
    return builder.root
