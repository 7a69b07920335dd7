"""From a parcel to a QTI 2.1 package with an item for each question and language, or to a single item. Pure."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, indent, tostring

from django.utils.translation import gettext as _

from assessments.choices import TypeCode
from assessments.formats.fields import GAP
from assessments.formats.parcel import ParcelQuestion, Text
from assessments.formats.qti.building import QTI, element
from assessments.formats.qti.names import BANK, TOOL
from assessments.formats.qti.parts import BUILDERS
from assessments.formats.tags import tags_of
from assessments.formats.written import Written, sort_out

CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
ITEM_TYPE = "imsqti_item_xmlv2p1"
# Packages of the same questions are the same file.
MOMENT = (1980, 1, 1, 0, 0, 0)


def write_qti(questions: Iterable[ParcelQuestion]) -> Written:
    """Return the package; questions it cannot carry are named beside it."""
    carried, findings = sort_out(questions, reasons)
    body, resources = io.BytesIO(), element("resources")
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as package:
        for number, question in enumerate(carried, 1):
            for language, text in question.texts.items():
                name = f"q{number:04}-{language}"
                _add(package, f"items/{name}.xml", write_item(question, language, text, name))
                resource = {"identifier": name, "type": ITEM_TYPE, "href": f"items/{name}.xml"}
                resources.append(element("resource", resource, element("file", {"href": f"items/{name}.xml"})))
        metadata = element(
            "metadata", {}, element("schema", {}, "QTIv2.1 Package"), element("schemaversion", {}, "1.0.0")
        )
        root = element(
            "manifest", {"xmlns": CP, "identifier": "questions"}, metadata, element("organizations"), resources
        )
        _add(package, "imsmanifest.xml", _xml(root, indented=True))
    return Written(body.getvalue(), findings)


def _add(package: zipfile.ZipFile, name: str, body: bytes) -> None:
    entry = zipfile.ZipInfo(name, MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    package.writestr(entry, body)


def write_item(question: ParcelQuestion, language: str, text: Text, name: str) -> bytes:
    """Return one item, the question in one language, under an identifier."""
    built = BUILDERS[question.type](question, text)
    root = element(
        "assessmentItem",
        {
            "xmlns": QTI,
            "identifier": name,
            "title": question.code,
            "xml:lang": language,
            "adaptive": "false",
            "timeDependent": "false",
            "toolName": TOOL,
        },
        *built.declarations,
        element("outcomeDeclaration", {"identifier": "SCORE", "cardinality": "single", "baseType": "float"}),
        *_tags(question, language, text),
        element("itemBody", {}, *built.body),
        *([] if built.processing is None else [built.processing]),
    )
    if text.rationale:
        attributes = {"outcomeIdentifier": "FEEDBACK", "identifier": "rationale", "showHide": "hide"}
        root.append(element("modalFeedback", attributes, *_lines(text.rationale)))
    return _xml(root, indented=False)


def _tags(question: ParcelQuestion, language: str, text: Text) -> Iterator[Element]:
    also = {"code": question.code, "type": question.type, "topic": question.topic, "unit": text.unit}
    if question.type == TypeCode.OPEN_TEXT:
        also["key"] = question.key
    if text.rationale:
        yield element(
            "outcomeDeclaration", {"identifier": "FEEDBACK", "cardinality": "single", "baseType": "identifier"}
        )
    for name, value in tags_of(question, language, also):
        attributes = {"identifier": f"{BANK}{name.upper()}", "cardinality": "single", "baseType": "string"}
        value_of = element("defaultValue", {}, element("value", {}, value))
        yield element("outcomeDeclaration", attributes, value_of)


def _lines(text: str) -> list[Element | str]:
    """Return lines of a comment, a line break between each two."""
    found: list[Element | str] = []
    for line in text.split("\n"):
        found += [element("br"), line]
    return found[1:]


def reasons(question: ParcelQuestion) -> Iterator[str]:
    """Yield why QTI, as we write it, cannot carry a question."""
    if question.type not in BUILDERS:
        yield _("this format does not carry pictures")
    for text in question.texts.values():
        paired = {right for left, right in zip(text.options, text.matches, strict=False) if left}
        spare = [right for left, right in zip(text.options, text.matches, strict=False) if not left]
        lefts = list(text.options)
        if "" in lefts and any(lefts[lefts.index("") :]):
            yield _("a right side without a left side stands before a pair")
        if paired & set(spare) or len(set(spare)) < len(spare):
            yield _("a right side without a left side stands there twice")
        numbers = [int(number) for number in GAP.findall(text.stem)]
        if question.type == TypeCode.CLOZE and numbers != list(range(1, len(text.accepted) + 1)):
            yield _("its gaps are not numbered in the order of the text")
        if question.type == TypeCode.CLOZE and any(not gap for gap in text.accepted):
            yield _("a gap has no accepted answer")


def _xml(root: Element, *, indented: bool) -> bytes:
    if indented:
        indent(root)
    found: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return found
