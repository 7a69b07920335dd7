"""From GIFT to a parcel. Pure."""

import re
from dataclasses import replace

from django.utils.translation import gettext as _

from assessments.formats.gathering import bounded, gather
from assessments.formats.gift.answers import read_answers
from assessments.formats.gift.blocks import Block, blocks, free
from assessments.formats.html import plain_text
from assessments.formats.parcel import Findings, FormatError, NotCarriedError, Parcel, ParcelQuestion, Place
from assessments.formats.tags import pairs, with_tags
from assessments.formats.texts import code_for, decode, tidy, topic_for

FORM = re.compile(r"\s*\[(html|moodle|plain|markdown)\]")
HTML_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
BLANK = "_____"


def read_gift(body: bytes, language: str) -> Parcel:
    """Return the questions of a GIFT file; `language` is theirs where they name none."""
    found: list[ParcelQuestion] = []
    apart = Findings()
    for block in bounded(blocks(decode(body))):
        place = Place(line=block.line)
        try:
            found.append(_question(block, place, language))
        except FormatError as error:
            apart.append(error.finding)
        except NotCarriedError as error:
            apart.lose(error.what, place)
    return Parcel(gather(found), tuple(apart))


def _question(block: Block, place: Place, language: str) -> ParcelQuestion:
    findings = Findings()
    title, rest = _title(block.text, place)
    before, answers, after = _parted(rest, place)
    answers, _sign, reason = answers.partition("####")
    form = FORM.match(before)
    before = before[form.end() :] if form else before
    kind = form.group(1) if form else ""
    stem = _words(" ".join(f"{before} {BLANK} {after}".split(" ")) if after.strip() else before, kind, place, findings)
    made, text = read_answers(answers, stem, place, findings)
    why = FORM.match(reason)
    reason = reason[why.end() :] if why else reason
    text = replace(text, rationale=_words(reason, why.group(1) if why else kind, place, findings))
    tags, others = pairs(block.tags)
    for other in others:
        findings.note(_("the tag “%(tag)s”") % {"tag": other[:60]}, place)
    made = replace(made, code=block.code.strip() or code_for(title, stem), topic=_topic(block, place, findings))
    if title and title != made.code:
        findings.note(_("the title “%(title)s”, as the question has the code %(code)s") % _named(title, made), place)
    return replace(with_tags(made, tags, language, text), place=place, findings=tuple(findings))


def _named(title: str, made: ParcelQuestion) -> dict[str, str]:
    return {"title": title[:60], "code": made.code}


def _topic(block: Block, place: Place, findings: Findings) -> str:
    topic = topic_for(block.category)
    if block.category and not topic:
        findings.note(_("the category “%(name)s”, which is no short code") % {"name": block.category[:60]}, place)
    return topic


def _title(text: str, place: Place) -> tuple[str, str]:
    bare = text.strip()
    if not bare.startswith("::"):
        return "", bare
    title, closed, rest = bare[2:].partition("::")
    if not closed:
        raise FormatError(_("The title has no end: write it as ::title:: before the question."), place)
    return tidy(free(title)), rest


def _parted(text: str, place: Place) -> tuple[str, str, str]:
    before, opened, rest = text.partition("{")
    answers, closed, after = rest.partition("}")
    if not opened:
        sentence = _("This has no answers: write them in braces behind the question, { =right ~wrong }.")
        raise FormatError(sentence, place)
    if not closed:
        raise FormatError(_("The answers have no end: close them with } before the blank line."), place)
    if "{" in answers:
        raise FormatError(_("There is a { among the answers: write \\{ for the sign itself."), place)
    if "{" in after or "}" in after or "}" in before:
        raise FormatError(_("There is more than one pair of braces: a question has one."), place)
    if not before.strip() and not after.strip():
        raise FormatError(_("The text of the question is missing."), place)
    return before, answers, after


def _words(text: str, form: str, place: Place, findings: Findings) -> str:
    plain = free(text)
    if form == "html" or (form in ("", "moodle") and HTML_TAG.search(plain)):
        return plain_text(plain.replace("\n", "<br>"), place, findings)
    if form == "markdown" and plain.strip():
        findings.note(_("Markdown: its signs stay in the text"), place)
    return tidy(plain)
