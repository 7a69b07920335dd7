"""Small pieces of QTI, for writing. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"
RESPONSE = "RESPONSE"


@dataclass
class Built:
    """What an item of one type holds beside its tags."""

    declarations: list[Element]
    body: list[Element]
    processing: Element | None = field(default=None)


def element(tag: str, attributes: Mapping[str, str] | None = None, *children: Element | str) -> Element:
    """Return an element with what stands in it."""
    made = Element(tag, dict(attributes or {}))
    for child in children:
        if isinstance(child, Element):
            made.append(child)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + child
        else:
            made.text = (made.text or "") + child
    return made


def paragraphs(text: str) -> list[Element]:
    """Return a paragraph for each line."""
    return [element("p", {}, line) if line else element("p", {}, element("br")) for line in text.split("\n")]


def declared(
    cardinality: str, base: str, right: Iterable[str], mapping: Element | None = None, name: str = RESPONSE
) -> Element:
    """Return the declaration of a response with its right values, and points by value where they are mapped."""
    made = element("responseDeclaration", {"identifier": name, "cardinality": cardinality, "baseType": base})
    values = [element("value", {}, one) for one in right]
    if values:
        made.append(element("correctResponse", {}, *values))
    if mapping is not None:
        made.append(mapping)
    return made


def mapped(points: Mapping[str, str], *, is_text: bool = False, default: str = "0", lowest: str = "") -> Element:
    """Return points by value."""
    attributes = {"defaultValue": default} | ({"lowerBound": lowest} if lowest else {})
    extra = {"caseSensitive": "false"} if is_text else {}
    entries = [element("mapEntry", {"mapKey": key, "mappedValue": value, **extra}) for key, value in points.items()]
    return element("mapping", attributes, *entries)


def by_template(name: str) -> Element:
    """Return a standard rule of scoring."""
    return element("responseProcessing", {"template": TEMPLATES + name})


def scored(test: Element, points: Element) -> Element:
    """Return a rule of scoring: these points where the test holds."""
    outcome = element("setOutcomeValue", {"identifier": "SCORE"}, points)
    condition = element("responseCondition", {}, element("responseIf", {}, test, outcome))
    return element("responseProcessing", {}, condition)


def number(value: str) -> Element:
    """Return a number as a rule of scoring names it."""
    return element("baseValue", {"baseType": "float"}, value)
