"""Files as other programs write them, one for each format."""

import io
import zipfile

from assessments.formats import FORMATS, ParcelQuestion, Text

GIFT = """// A file as Moodle exports it.
$CATEGORY: $course$/top/Overdose

// question: 12  name: airway
::airway::[html]<p>What comes <b>first</b>?</p>{
\t=Breath
\t~%0%Police
\t####[html]<p>Without breath, minutes count.</p>
}

Signs of an overdose are{ ~%50%slow breath ~%50%blue lips ~%-100%hunger } in most people.

Naloxone works after {#2..4} minutes.

Which word? {=airway =the airway}

::pairs::Match. {=needle -> new =hand -> washed = -> dirty}

A calm voice helps.{TRUE}

Say why.{}
"""
AIKEN = """Who may call for help?
A. Only a doctor
B) Anybody
ANSWER: B

What comes first?
Look and listen.
A. Breath
B. Police
C. Papers
ANSWER: A
"""


def _moodle(kind: str, name: str, inner: str) -> str:
    head = f'<question type="{kind}"><name><text>{name}</text></name><questiontext format="html">'
    text = f"<text><![CDATA[<p>About {name}?</p>]]></text></questiontext>"
    return f"{head}{text}<generalfeedback format='html'><text>Why.</text></generalfeedback>{inner}</question>"


def _answer(fraction: str, text: str, more: str = "") -> str:
    return f'<answer fraction="{fraction}"><text>{text}</text>{more}</answer>'


MOODLE = "<?xml version='1.0' encoding='UTF-8'?>\n<quiz>\n" + "\n".join([
    '<question type="category"><category><text>$course$/Blood</text></category></question>',
    _moodle("multichoice", "one", "<single>true</single><shuffleanswers>1</shuffleanswers>"
            + _answer("100", "He &amp; I") + _answer("0", "She")),
    _moodle("multichoice", "many", "<single>false</single><penalty>0.3333333</penalty>"
            + _answer("50", "a") + _answer("50", "b") + _answer("-50", "c")),
    _moodle("truefalse", "truth", _answer("0", "true") + _answer("100", "false")),
    _moodle("shortanswer", "word", "<usecase>0</usecase>" + _answer("100", "airway") + _answer("100", "the airway")),
    _moodle("numerical", "number", _answer("100", "2.5", "<tolerance>0.5</tolerance>")
            + "<units><unit><multiplier>1</multiplier><unit_name>mg</unit_name></unit></units>"),
    _moodle("matching", "pairs", "<subquestion><text>needle</text><answer><text>new</text></answer></subquestion>"
            "<subquestion><text>hand</text><answer><text>washed</text></answer></subquestion>"
            "<subquestion><text></text><answer><text>dirty</text></answer></subquestion>"),
    _moodle("essay", "essay", "<defaultgrade>4.0</defaultgrade>"),
    _moodle("cloze", "gaps", "").replace("About gaps?", "Call {1:SHORTANSWER:=help~%100%aid} and {2:SA:=wait}."),
    _moodle("ddmarker", "drag", ""),
]) + "\n</quiz>\n"  # fmt: skip

THREE = """<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i1" title="Q3" xml:lang="zh-CN"
  adaptive="false" time-dependent="false">
  <qti-response-declaration identifier="RESPONSE" cardinality="multiple" base-type="identifier">
    <qti-correct-response><qti-value>x1</qti-value><qti-value>x3</qti-value></qti-correct-response>
    <qti-mapping default-value="0"><qti-map-entry map-key="x1" mapped-value="1"/>
      <qti-map-entry map-key="x3" mapped-value="1"/></qti-mapping>
  </qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <qti-item-body>
    <p>Before.</p>
    <qti-choice-interaction response-identifier="RESPONSE" max-choices="0">
      <qti-prompt>Which <strong>two</strong>?</qti-prompt>
      <qti-simple-choice identifier="x1">slow breath</qti-simple-choice>
      <qti-simple-choice identifier="x2">hunger</qti-simple-choice>
      <qti-simple-choice identifier="x3">blue lips</qti-simple-choice>
    </qti-choice-interaction>
  </qti-item-body>
  <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response"/>
</qti-assessment-item>
"""


def all_types() -> list[ParcelQuestion]:
    """Return a question of each type that a package carries, in Chinese and English."""
    both = ("en", "zh-hans")
    shapes = {
        "single-choice": ("b", Text("Who?", ("He", "她"))),
        "multiple-response": ("a,c", Text("Which?", ("a", "b", "c"))),
        "true-false": ("true", Text("Is it so?")),
        "ordering": ("b,a", Text("In order?", ("second", "first"))),
        "matching": ("", Text("Pairs?", ("needle", "hand", ""), ("new", "washed", "dirty"))),
        "cloze": ("", Text("Call [[1]] and [[2]].", accepted=(("help", "1/2"), ("wait",)))),
        "short-text": ("", Text("Which word?", accepted=(("airway", "the airway"),))),
        "numeric": ("2.5", Text("How many?", unit="mg")),
        "rating": ("", Text("I would help.")),
        "open-text": ("4", Text("Say why.")),
    }
    return [
        ParcelQuestion(
            f"Q{at}",
            kind,
            key,
            "all-or-nothing",
            kind="ATTITUDE" if kind == "rating" else "KNOWLEDGE",
            texts=dict.fromkeys(both, text),
        )
        for at, (kind, (key, text)) in enumerate(shapes.items())
    ]


def files() -> dict[str, tuple[str, bytes]]:
    """Return a good file of each format: its name and its bytes."""
    made = {code: FORMATS[code].write(all_types()).body for code in ("gift", "qti", "xlsx")}
    csv = "code,language,type,key,stem,a,b\nQ1,en,single-choice,a,Who?,He,She\nQ2,my,true-false,true,ဟုတ်လား,,\n"
    return {
        "gift": ("ours.gift", made["gift"]),
        "gift of others": ("theirs.gift", GIFT.encode()),
        "aiken": ("aiken.txt", AIKEN.encode()),
        "moodle": ("moodle.xml", MOODLE.encode()),
        "qti": ("package.zip", made["qti"]),
        "qti 3": ("item.xml", THREE.encode()),
        "xlsx": ("table.xlsx", made["xlsx"]),
        "csv": ("table.csv", csv.encode()),
    }


def with_member(body: bytes, name: str, inner: bytes) -> bytes:
    """Return a package with one member changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, inner if member == name else old.read(member))
    return made.getvalue()
