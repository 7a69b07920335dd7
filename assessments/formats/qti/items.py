"""From a QTI item to a question. Pure."""

from dataclasses import replace

from django.utils.translation import gettext as _

from assessments.formats.markup import Node
from assessments.formats.parcel import Findings, FormatError, NotCarriedError, ParcelQuestion, Text
from assessments.formats.qti.bodies import flatten
from assessments.formats.qti.interactions import READERS, Item, read_entries
from assessments.formats.qti.names import BANK, language_of, plain
from assessments.formats.qti.responses import name_rules, responses_of
from assessments.formats.tags import pairs, with_tags
from assessments.formats.texts import code_for, one_line, tidy

CARRIED = frozenset(["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback"])
ENTRY = "textEntryInteraction"


def read_item(root: Node, language: str) -> ParcelQuestion:
    """Return the question of an item; `language` is its where it names none. Raises FormatError or NotCarriedError."""
    plain(root)
    if root.tag != "assessmentItem":
        sentence = _(
            "This XML begins with <%(tag)s>, not with <assessmentItem>: send a QTI item or a package of items."
        )
        raise FormatError(sentence % {"tag": root.tag[:40]}, root.place)
    body = root.first("itemBody")
    if body is None:
        raise FormatError(_("The item has no <itemBody>."), root.place)
    findings, held = Findings(), _held(root)
    item = Item(root, flatten(body, findings), responses_of(root), findings, held.get("type", ""))
    made, text = _read(item, body)
    if not text.stem:
        raise FormatError(_("The text of the question is missing."), body.place)
    _name_the_rest(root, findings)
    text = replace(text, rationale=_rationale(root, findings))
    code = held.pop("code", "") or code_for(root.get("title"), text.stem)
    if root.get("title") not in ("", code):
        sentence = _("the title “%(title)s”, as the question has the code %(code)s")
        findings.note(sentence % {"title": root.get("title")[:60], "code": code}, root.place)
    said = language_of(root.get("xml:lang")) or language
    tags, _others = pairs(f"{name}={value}" for name, value in held.items())
    made = with_tags(replace(made, code=code), tags, said, text)
    return replace(made, place=root.place, findings=tuple(findings))


def _read(item: Item, body: Node) -> tuple[ParcelQuestion, Text]:
    kinds = [one.tag for one in item.flat.interactions]
    if not kinds:
        raise FormatError(_("The item asks nothing: it has no interaction that we know."), body.place)
    unknown = [one for one in item.flat.interactions if one.tag not in READERS and one.tag != ENTRY]
    if unknown:
        raise NotCarriedError(_("a question with <%(tag)s>") % {"tag": unknown[0].tag}, unknown[0].place)
    if set(kinds) == {ENTRY}:
        return read_entries(item)
    if len(kinds) > 1:
        raise NotCarriedError(_("an item with several interactions"), item.flat.interactions[1].place)
    return READERS[kinds[0]](item.flat.interactions[0], item)


def _held(root: Node) -> dict[str, str]:
    """Return what an item of ours says of itself."""
    found = {}
    for node in root.all("outcomeDeclaration"):
        default = node.first("defaultValue")
        value = default.first("value") if default else None
        if node.get("identifier").startswith(BANK) and value:
            found[node.get("identifier").removeprefix(BANK).lower()] = tidy(value.words)
    return found


def _rationale(root: Node, findings: Findings) -> str:
    feedback = root.all("modalFeedback")
    for one in feedback[1:]:
        findings.lose(_("a comment that depends on the answer"), one.place)
    return flatten(feedback[0], findings).text if feedback else ""


def _name_the_rest(root: Node, findings: Findings) -> None:
    name_rules(root, findings)
    if root.get("adaptive") == "true":
        findings.lose(_("that the item changes with the answers"), root.place)
    for child in root.nodes:
        if child.tag == "stylesheet":
            findings.note("<stylesheet>", child.place)
        elif child.tag not in CARRIED:
            findings.lose(f"<{child.tag}>", child.place)
        elif child.tag == "outcomeDeclaration" and not child.get("identifier").startswith(BANK):
            outcome = one_line(child.get("identifier"))
            if outcome not in ("SCORE", "MAXSCORE", "FEEDBACK"):
                findings.note(_("the outcome %(name)s") % {"name": outcome[:40]}, child.place)
