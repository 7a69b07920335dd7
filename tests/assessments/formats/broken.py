"""Files with a fault each, built here: kind of fault, format, bytes, what the report must say of the place and the reason."""

import datetime
import io
import zipfile

from openpyxl import Workbook

QTI = 'xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"'
COLUMNS = ("code", "language", "type", "key", "stem", "a", "b", "tolerance")
ROW = {"code": "Q1", "language": "en", "type": "single-choice", "key": "a", "stem": "Who?", "a": "He", "b": "She"}


def workbook(*rows, columns=COLUMNS):
    """Return a workbook with these rows below its titles; a row is what differs from a right one."""
    book = Workbook()
    sheet = book.active
    sheet.append(columns)
    for row in rows:
        sheet.append([({**ROW, **row}).get(name) for name in columns])
    body = io.BytesIO()
    book.save(body)
    return body.getvalue()


def table(*rows, columns=COLUMNS):
    """Return the same as CSV."""
    lines = [",".join(columns)]
    lines += [",".join(str({**ROW, **row}.get(name) or "") for name in columns) for row in rows]
    return "\n".join(lines).encode()


def package(**members):
    """Return a zip; a member's name has __ for the point before its ending."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in members.items():
            made.writestr(name.replace("__", "."), text)
    return body.getvalue()


def manifest(*hrefs):
    """Return a manifest that names items."""
    rows = "".join(f'<resource identifier="r" type="imsqti_item_xmlv2p1" href="{one}"/>' for one in hrefs)
    return f'<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources>{rows}</resources></manifest>'


CHOICE = (
    '<p>Who?</p>\n<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1">\n'
    '<simpleChoice identifier="a">He</simpleChoice>\n<simpleChoice identifier="b">She</simpleChoice>\n</choiceInteraction>'
)
RIGHT = (
    '<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">'
    "<correctResponse><value>a</value></correctResponse></responseDeclaration>"
)


def item(body=CHOICE, declared=RIGHT, start=f'<assessmentItem {QTI} identifier="i" title="Q1">'):
    """Return a QTI item."""
    return f"{start}\n{declared}\n<itemBody>\n{body}\n</itemBody>\n</assessmentItem>".encode()


def moodle(inner, kind="multichoice"):
    """Return a Moodle file with one question."""
    text = "<questiontext format='html'><text>Who?</text></questiontext>"
    return f"<quiz>\n<question type='{kind}'>\n{text}\n{inner}\n</question>\n</quiz>".encode()


def climbing():
    """Return a package one of whose members leads out of it."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as made:
        made.writestr("../../up.xml", "x")
    return body.getvalue()


def twice():
    """Return a package with two members of one name."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as made:
        made.writestr("imsmanifest.xml", "x")
        made.writestr("imsmanifest.xml", "y")
    return body.getvalue()


def locked():
    """Return a package whose members say that they have a password."""
    made = bytearray(package(imsmanifest__xml="x"))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        made[made.index(sign) + at] |= 1
    return bytes(made)


LAUGHS = b'<!DOCTYPE q [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>\n<quiz>&b;</quiz>'
DEEP = ("<a>" * 100 + "</a>" * 100).encode()

BROKEN = [
    ("a GIFT question without braces", "gift", b"A? {T}\n\nNo braces here.\n", "line 3", "no answers"),
    ("GIFT braces that do not close", "gift", b"A? {=a ~b\n\nB? {T}\n", "line 1", "no end"),
    ("GIFT braces twice", "gift", b"\nA? {T} B? {F}\n", "line 2", "more than one pair"),
    ("a GIFT brace among the answers", "gift", b"A? {=a {b} ~c}\n", "line 1", "among the answers"),
    ("a GIFT title without end", "gift", b"::Q1 A? {T}\n", "line 1", "title has no end"),
    ("a GIFT question without text", "gift", b"\n\n::Q1:: {T}\n", "line 3", "text of the question is missing"),
    ("GIFT answers without signs", "gift", b"A? {yes no}\n", "line 1", "put = before"),
    ("a GIFT choice without a right option", "gift", b"A? {~a ~b}\n", "line 1", "No option is right"),
    ("GIFT with two options marked right", "gift", b"A? {=a =b ~c}\n", "line 1", "Several options are marked"),
    ("an empty GIFT answer", "gift", b"A? {=a ~}\n", "line 1", "An answer is empty"),
    ("a GIFT number that is none", "gift", b"A? {#five}\n", "line 1", "is no number"),
    ("GIFT pairs half written", "gift", b"A? {=a -> b =c}\n", "line 1", "left -> right"),
    ("one GIFT code twice", "gift", b"// [id:Q1]\nA? {T}\n\n// [id:Q1]\nB? {T}\n", "line 5", "twice"),
    ("another key in another language", "gift", b"// [id:Q][tag:language=en]\nA? {T}\n\n// [id:Q][tag:language=my]\nB? {F}\n",
     "line 5", "make them the same"),
    ("a GIFT kind nobody knows", "gift", b"// [tag:kind=MAGIC]\nA? {T}\n", "line 2", "none of"),
    ("a GIFT language nobody knows", "gift", b"// [tag:language=tlh]\nA? {T}\n", "line 2", "none of the site's"),
    ("a file that is not UTF-8", "gift", b"A? {T}\n\n\xff\xfe? {T}\n", "line 3", "not UTF-8"),
    ("a character nobody sees", "gift", b"A? {T}\n\nB\x07? {T}\n", "line 3", "U+0007"),
    ("Aiken without an answer", "aiken", b"Who?\nA. He\nB. She\n", "line 1", "no line ANSWER"),
    ("an Aiken answer that is no option", "aiken", b"Who?\nA. He\nB. She\nANSWER: C\n", "line 4", "not the letter"),
    ("Aiken options out of order", "aiken", b"Who?\nA. He\nC. She\nANSWER: A\n", "line 3", "in order"),
    ("an Aiken answer without a question", "aiken", b"\nANSWER: A\n", "line 2", "no question above"),
    ("Aiken with one option", "aiken", b"Who?\nA. He\nANSWER: A\n", "line 3", "fewer than two"),
    ("an empty Aiken option", "aiken", b"Who?\nA. He\nB.\nANSWER: A\n", "line 3", "option is empty"),
    ("a line among Aiken options", "aiken", b"Who?\nA. He\nor maybe\nB. She\nANSWER: A\n", "line 3", "among the options"),
    ("Moodle XML that breaks off", "moodle", b"<quiz>\n<question type='truefalse'>\n", "line 3", "broken"),
    ("Moodle XML with entities", "moodle", LAUGHS, "line 1", "DOCTYPE or entities"),
    ("XML that is something else", "moodle", b"<html>\n<p/></html>", "line 1", "not with <quiz>"),
    ("XML that is too deep", "moodle", DEEP, "line 1", "too deep"),
    ("a Moodle choice without a right one", "moodle", moodle("<answer fraction='0'><text>x</text></answer>"), "line 2", "100"),
    ("a Moodle fraction that is no number", "moodle", moodle("<answer fraction='all'><text>x</text></answer>"), "line 4",
     "no number"),
    ("a Moodle question without answers", "moodle", moodle(""), "line 2", "no answers"),
    ("a Moodle pair without a right side", "moodle", moodle("<subquestion><text>x</text></subquestion>", "matching"), "line 4",
     "no right side"),
    ("a Moodle text without gaps", "moodle", moodle("", "cloze"), "line 2", "no gaps"),
    ("a package that is cut off", "qti", package(imsmanifest__xml="x" * 99)[:60], "the file", "damaged"),
    ("a package without a manifest", "qti", package(item__xml=item()), "imsmanifest.xml", "no imsmanifest.xml"),
    ("a manifest that names a missing file", "qti", package(imsmanifest__xml=manifest("gone.xml")), "gone.xml", "not in it"),
    ("a manifest without items", "qti", package(imsmanifest__xml=manifest()), "imsmanifest.xml, line 1", "no QTI item"),
    ("a member that climbs out", "qti", climbing(), "../../up.xml", "leads out"),
    ("two members of one name", "qti", twice(), "imsmanifest.xml", "two files"),
    ("a package with a password", "qti", locked(), "imsmanifest.xml", "password"),
    ("a package that unpacks without end", "qti", package(imsmanifest__xml="x" * 7_000_000), "imsmanifest.xml", "too large"),
    ("a package with too many members", "qti", package(**{f"m{n}": "" for n in range(2_100)}), "the file", "too many"),
    ("a QTI item in a package with entities", "qti", package(imsmanifest__xml=manifest("i.xml"), i__xml=LAUGHS),
     "i.xml, line 1", "DOCTYPE"),
    ("a QTI right answer that is no option", "qti", item(declared=RIGHT.replace(">a<", ">z<")), "line 2", "no option"),
    ("a QTI interaction without a declaration", "qti", item(declared=""), "line 5", "does not declare"),
    ("a QTI choice without options", "qti", item('<p>Who?</p><choiceInteraction responseIdentifier="RESPONSE"/>'), "line 4",
     "no options"),
    ("a QTI item that asks nothing", "qti", item("<p>Look.</p>"), "line 3", "asks nothing"),
    ("a QTI item without a body", "qti", f"<assessmentItem {QTI}/>".encode(), "line 1", "no <itemBody>"),
    ("a QTI test without its items", "qti", f"<assessmentTest {QTI}/>".encode(), "line 1", "not with <assessmentItem>"),
    ("a QTI choice without a right answer", "qti", item(declared=RIGHT.replace("<value>a</value>", "")), "line 1",
     "right answer"),
    ("two QTI options of one identifier", "qti", item(CHOICE.replace('"b"', '"a"')), "line 7", "same identifier"),
    ("a workbook that is none", "xlsx", b"PK\x03\x04 and no more", "the file", "damaged"),
    ("an old workbook", "xlsx", b"\xd0\xcf\x11\xe0 old", "the file", "no XLSX"),
    ("a zip that is no workbook", "xlsx", package(a="b"), "the file", "damaged"),
    ("a workbook with a formula", "xlsx", workbook({}, {"stem": "=1+1"}), "row 3, column stem", "formula"),
    ("a workbook with a date", "xlsx", workbook({"a": datetime.date(2026, 3, 1)}), "row 2, column a", "date"),
    ("a column nobody knows", "xlsx", workbook(columns=("language", "type", "stem", "mood")), "row 1, column mood", "mood"),
    ("a missing column", "xlsx", workbook(columns=("code", "language", "type")), "row 1, column stem", "stem"),
    ("a column named twice", "csv", b"language,type,stem,stem\n", "row 1, column stem", "twice"),
    ("a cell beside the columns", "csv", table({}) + b",,beside", "row 2, column 10", "without a name"),
    ("a type nobody knows", "xlsx", workbook({"type": "riddle"}), "row 2", "none of"),
    ("a key that is no letter", "xlsx", workbook({"key": "1"}), "row 2, column key", "no right answer"),
    ("a key beyond the options", "csv", table({"key": "d"}), "row 2", "not there"),
    ("a key that is missing", "csv", table({"key": ""}), "row 2", "right answer"),
    ("options with a hole", "csv", table({"a": ""}), "row 2, column a", "close the gap"),
    ("options where none may be", "csv", table({"type": "true-false", "key": "true"}), "row 2", "options"),
    ("a tolerance that is no number", "csv", table({"tolerance": "some"}), "row 2, column tolerance", "no number"),
    ("a stem that is missing", "csv", table({"stem": ""}), "row 2", "missing"),
    ("a row that ends early", "csv", b"language,type,stem\nen,true-false\n", "row 2", "missing"),
    ("a code that is too long", "csv", table({"code": "Q" * 31}), "row 2", "more than 30"),
    ("languages with different options", "csv", table({}, {"language": "vi", "b": ""}), "row 2", "languages"),
    ("a quotation mark too many", "csv", table({}) + b'\nQ2,"en" x,b\n', "line 3", "quotation mark"),
    ("too many rows", "csv", table(*[{"code": f"Q{n}"} for n in range(2_600)]), "row 2501", "more than 2500 rows"),
    ("too many questions", "csv", table(*[{"code": f"Q{n}"} for n in range(600)]), "the file", "more than 500"),
    ("an empty file", "gift", b"  \n", "the file", "empty"),
    ("a file without questions", "gift", b"// nothing yet\n", "the file", "no question"),
    ("a file that is too large", "gift", b"A" * 1_500_001, "the file", "larger than 1.5 MB"),
]  # fmt: skip
