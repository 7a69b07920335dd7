"""From Moodle XML to a parcel. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from assessments.formats.gathering import bounded, gather
from assessments.formats.html import plain_text
from assessments.formats.markup import Node, parse
from assessments.formats.moodle.answers import READERS, Answers
from assessments.formats.parcel import Findings, FormatError, NotCarriedError, Parcel, ParcelQuestion, Text
from assessments.formats.tags import pairs, with_tags
from assessments.formats.texts import code_for, one_line, tidy, topic_for

# Settings of how Moodle shows a question; here the test decides that.
SETTINGS = frozenset(
    [
        "penalty",
        "hidden",
        "single",
        "shuffleanswers",
        "answernumbering",
        "showstandardinstruction",
        "usecase",
        "unitgradingtype",
        "unitpenalty",
        "showunits",
        "unitsleft",
        "correctfeedback",
        "partiallycorrectfeedback",
        "incorrectfeedback",
        "shownumcorrect",
        "responseformat",
        "responserequired",
        "responsefieldlines",
        "minwordlimit",
        "maxwordlimit",
        "attachments",
        "attachmentsrequired",
        "maxbytes",
        "filetypeslist",
        "graderinfo",
        "responsetemplate",
        "synchronize",
    ]
)
CARRIED = frozenset(
    ["name", "questiontext", "generalfeedback", "defaultgrade", "idnumber", "tags", "answer", "subquestion", "units"]
)
# Where Moodle's own word stands in a field, nothing of the author is lost.
PLAIN = frozenset({"", "0", "1", "0.0000000", "1.0", "1.0000000"})


@dataclass
class Reader:
    """What the questions of a file have in common."""

    language: str
    topic: str = ""


def read_moodle(body: bytes, language: str) -> Parcel:
    """Return the questions of a Moodle XML file; `language` is theirs where they name none."""
    root = parse(body)
    if root.tag != "quiz":
        sentence = _("This XML begins with <%(tag)s>, not with <quiz>: export the questions as Moodle XML.")
        raise FormatError(sentence % {"tag": root.tag[:40]}, root.place)
    found: list[ParcelQuestion] = []
    apart, reader = Findings(), Reader(language)
    for node in bounded(root.nodes):
        try:
            if node.tag != "question":
                apart.lose(f"<{node.tag}>", node.place)
            elif node.get("type") == "category":
                _read_category(node, reader, apart)
            else:
                found.append(_question(node, reader))
        except FormatError as error:
            apart.append(error.finding)
        except NotCarriedError as error:
            apart.lose(error.what, error.place)
    return Parcel(gather(found), tuple(apart))


def _read_category(node: Node, reader: Reader, apart: Findings) -> None:
    path = text_in(node.first("category"))
    reader.topic = topic_for(path)
    if path and not reader.topic:
        apart.note(_("the category “%(name)s”, which is no short code") % {"name": path[:60]}, node.place)


def text_in(node: Node | None) -> str:
    """Return the words of a <text>, "" where there is none."""
    holder = node.first("text") if node else None
    return one_line(holder.words) if holder else ""


def words(node: Node | None, findings: Findings) -> str:
    """Return a text of the file as plain text; what it loses is named."""
    if node is None:
        return ""
    for child in node.nodes:
        if child.tag == "file":
            findings.lose(_("the file %(name)s") % {"name": child.get("name")[:60]}, child.place)
    holder = node.first("text")
    if holder is None:
        return ""
    if node.get("format") == "plain_text":
        return tidy(holder.words)
    return plain_text(holder.words, holder.place, findings)


def _question(node: Node, reader: Reader) -> ParcelQuestion:
    findings, kind = Findings(), node.get("type")
    read: Callable[[Node, str, Findings], Answers] | None = READERS.get(kind)
    if read is None:
        raise NotCarriedError(_("a question of the type “%(type)s”") % {"type": kind[:40]}, node.place)
    stem = words(node.first("questiontext"), findings)
    if not stem:
        raise FormatError(_("The text of the question is missing."), node.place)
    made, text = read(node, stem, findings)
    _name_the_rest(node, kind, findings)
    text = replace(text, rationale=words(node.first("generalfeedback"), findings))
    name = text_in(node.first("name"))
    number = node.first("idnumber")
    code = one_line(number.words) if number else ""
    made = replace(made, code=code or code_for(name, stem), topic=reader.topic)
    if name and name != made.code:
        sentence = _("the title “%(title)s”, as the question has the code %(code)s")
        findings.note(sentence % {"title": name[:60], "code": made.code}, node.place)
    return _tagged(node, made, text, reader, findings)


def _tagged(node: Node, made: ParcelQuestion, text: Text, reader: Reader, findings: Findings) -> ParcelQuestion:
    holder = node.first("tags")
    tags, others = pairs(text_in(one) for one in (holder.all("tag") if holder else []))
    for other in others:
        findings.note(_("the tag “%(tag)s”") % {"tag": other[:60]}, node.place)
    made = with_tags(made, tags, reader.language, text)
    return replace(made, place=node.place, findings=tuple(findings))


def _name_the_rest(node: Node, kind: str, findings: Findings) -> None:
    for child in node.nodes:
        if child.tag in SETTINGS:
            if one_line(child.words) not in PLAIN:
                findings.note(f"<{child.tag}>", child.place)
        elif child.tag == "hint":
            findings.lose(_("a hint"), child.place)
        elif child.tag not in CARRIED:
            findings.lose(f"<{child.tag}>", child.place)
    grade = node.first("defaultgrade")
    if grade and kind not in ("cloze", "matching", "essay") and one_line(grade.words) not in PLAIN:
        findings.note(_("its points (%(points)s)") % {"points": one_line(grade.words)[:20]}, grade.place)
