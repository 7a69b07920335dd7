"""Files of other programs: what is carried, and that the rest is named with its place."""

import pytest

from assessments.formats import Weight, guess, read
from tests.assessments.formats import samples

LANGUAGES = ("en", "zh-hans", "my", "km", "vi")


def read_as(code, text):
    return read(text.encode(), code, LANGUAGES, "en")


def told(parcel):
    return [str(one) for one in parcel.all_findings]


def test_gift_as_moodle_exports_it():
    parcel = read_as("gift", samples.GIFT)
    first, several, number, word, pairs, truth, essay = parcel.questions
    assert (first.code, first.type, first.key, first.topic) == ("airway", "single-choice", "a", "Overdose")
    assert first.texts["en"].stem == "What comes first?"
    assert first.texts["en"].rationale == "Without breath, minutes count."
    assert several.texts["en"].stem == "Signs of an overdose are _____ in most people."
    assert (several.key, several.scoring) == ("a,b", "all-or-nothing")
    assert (number.type, number.key, str(number.tolerance)) == ("numeric", "3", "1")
    assert word.texts["en"].accepted == (("airway", "the airway"),)
    assert pairs.texts["en"].options == ("needle", "hand", "") and pairs.texts["en"].matches[2] == "dirty"
    assert (truth.key, essay.type) == ("true", "open-text")
    assert {one.weight for one in parcel.all_findings} == {Weight.NOTE}
    assert told(parcel) == ["line 5: Not carried: <b>."]


def test_aiken():
    first, second = read_as("aiken", samples.AIKEN).questions
    assert (first.key, first.texts["en"].options) == ("b", ("Only a doctor", "Anybody"))
    assert second.texts["en"].stem == "What comes first?\nLook and listen."
    assert first.code.startswith("q-") and first.code != second.code


def test_moodle_xml():
    parcel = read_as("moodle", samples.MOODLE)
    found = {one.code: one for one in parcel.questions}
    assert found["one"].key == "a" and found["one"].texts["en"].options == ("He & I", "She")
    assert (found["many"].key, found["many"].scoring) == ("a,b", "penalty")
    assert (found["truth"].key, found["essay"].key) == ("false", "4")
    assert found["word"].texts["en"].accepted == (("airway", "the airway"),)
    assert (found["number"].key, found["number"].texts["en"].unit) == ("2.5", "mg")
    assert found["pairs"].texts["en"].matches == ("new", "washed", "dirty")
    assert found["gaps"].texts["en"].stem == "Call [[1]] and [[2]]."
    assert found["gaps"].texts["en"].accepted == (("help", "aid"), ("wait",))
    assert {one.topic for one in parcel.questions} == {"Blood"}
    assert parcel.findings[0].weight is Weight.LOSS and "ddmarker" in parcel.findings[0].sentence
    assert [one for one in told(parcel) if "penalty" in one] == ["line 5: Not carried: <penalty>."]


def test_a_single_item_of_qti_3():
    (question,) = read_as("qti", samples.THREE).questions
    assert (question.code, question.type, question.key, question.scoring) == (
        "Q3",
        "multiple-response",
        "a,c",
        "partial",
    )
    assert question.texts["zh-hans"].stem == "Before.\nWhich two?"
    assert [one.weight for one in question.findings] == [Weight.NOTE]


@pytest.mark.parametrize(
    ("code", "text", "what"),
    [
        ("gift", "Who? {=He#Right ~She}", "the comment on an answer"),
        ("gift", "Who? {=He ~%50%She}", "points for an option"),
        ("gift", "Which? {~%70%a ~%30%b ~c}", "different weights"),
        ("gift", "How many? {#=5:1 =%50%6:1}", "several right numbers"),
        ("gift", "Which? {=right =%50%nearly}", "a part of the points"),
        ("gift", "Which? {=any* word}", "the sign * for any words"),
        ("gift", "[html]See <img src=x> this. {T}", "<img>"),
        ("gift", "In order? {>2 a b}", "put in order"),
        (
            "moodle",
            samples.MOODLE.replace("He &amp; I</text>", "x</text><feedback><text>y</text></feedback>"),
            "comment",
        ),
        ("moodle", samples.MOODLE.replace("<usecase>0", "<usecase>1"), "capitals"),
        ("moodle", samples.MOODLE.replace("<usecase>0</usecase>", "<hint><text>x</text></hint>"), "a hint"),
        ("moodle", samples.MOODLE.replace("{2:SA:=wait}", "{2:NUMERICAL:=2}"), "NUMERICAL"),
        ("moodle", samples.MOODLE.replace("<p>About one?</p>", "H<sub>2</sub>O?"), "<sub>"),
        ("moodle", samples.MOODLE.replace("<single>true</single>", "<novelty>x</novelty>"), "<novelty>"),
        ("qti", samples.THREE.replace("choice-interaction", "hotspot-interaction"), "<hotspotInteraction>"),
        ("qti", samples.THREE.replace("<p>Before.</p>", "<p><img src='x'/></p>"), "<img>"),
        ("qti", samples.THREE.replace("<p>Before.</p>", "<qti-rubric-block>x</qti-rubric-block>"), "<rubricBlock>"),
        ("qti", samples.THREE.replace('adaptive="false"', 'adaptive="true"'), "changes with the answers"),
        ("qti", samples.THREE.replace("map_response", "my_own_rule"), "my_own_rule"),
        ("qti", samples.THREE.replace('map-key="x3" mapped-value="1"', 'map-key="x3" mapped-value="3"'), "weights"),
    ],
)
def test_what_is_lost_is_named_with_its_line(code, text, what):
    losses = [one for one in read_as(code, text).all_findings if one.weight is Weight.LOSS]
    assert any(what in one.sentence and one.sentence.startswith("Not carried: ") for one in losses), losses
    assert all(one.place.line for one in losses)


def test_the_name_of_a_file_tells_its_format():
    found = {kind: guess(*file) for kind, file in samples.files().items()}
    assert all(kind.startswith(code) and code for kind, code in found.items())
