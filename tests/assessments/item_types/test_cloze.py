"""Gaps in a text."""

import json
from dataclasses import replace

import pytest

from assessments.choices import Scoring
from assessments.item_types import TYPES, AnswerError
from tests.assessments.item_types.pages import page, read_page
from tests.assessments.item_types.samples import sample

KIND = TYPES["cloze"]
DEFINITION, WORDS = sample(
    "cloze", "Nhiễm HIV qua [[2]] và [[1]].", accepted=("kim tiêm / bơm kim tiêm", "máu / 血液 / သွေး / ឈាម")
)


@pytest.mark.parametrize(
    ("texts", "whole", "partial", "penalty"),
    [
        (("kim tiêm", "máu"), 1, 2, 2),
        (("Kim tiem", "血液。"), 1, 2, 2),
        (("", "သွေး"), 0, 1, 1),
        (("tay", "ឈាម"), 0, 1, 0),
        (("máu", "kim tiêm"), 0, 0, 0),
        (("", ""), 0, 0, 0),
    ],
)
def test_the_worked_example(texts, whole, partial, penalty):
    answer = KIND.read({f"gap-{at}": [text] for at, text in enumerate(texts, 1)}, DEFINITION, "1")
    scored = [
        replace(DEFINITION, scoring=one.value) for one in (Scoring.ALL_OR_NOTHING, Scoring.PARTIAL, Scoring.PENALTY)
    ]
    assert [KIND.points(one, answer) for one in scored] == [whole, partial, penalty]


def test_the_answer_holds_a_text_for_each_gap():
    assert json.loads(KIND.read({"gap-2": ["máu"]}, DEFINITION, "1")) == ["", "máu"]
    assert KIND.read({"gap-1": [" "], "gap-2": [""]}, DEFINITION, "1") == ""


def test_gaps_stand_where_the_language_has_them():
    pieces = KIND.present(WORDS, '["kim", "máu"]', "1", shuffle=True).pieces
    assert [(one.text, one.gap, one.filled) for one in pieces] == [
        ("Nhiễm HIV qua ", "2", "máu"),
        (" và ", "1", "kim"),
        (".", "", ""),
    ]


def test_a_field_tells_nothing_of_the_length_of_what_is_right():
    fields = [one for one in read_page(page("cloze", WORDS)).fields if one.way == "text"]
    assert {one.longest for one in fields} == {200}


@pytest.mark.parametrize("text", ["x" * 201, "a\x00b"])
def test_what_the_field_does_not_take_is_refused(text):
    with pytest.raises(AnswerError):
        KIND.read({"gap-1": [text]}, DEFINITION, "1")


@pytest.mark.parametrize(
    ("stem", "accepted"),
    [
        ("no gap", ("x",)),
        ("[[2]] only", ("x",)),
        ("[[1]] twice [[1]]", ("x",)),
        ("[[1]] [[2]]", ("x",)),
        ("[[1]]", ()),
        ("[[1]]", ("...",)),
        ("[[1]]", ("ေဆး",)),
        ("[[1]]", ("x" * 201,)),
    ],
)
def test_faults_are_told_in_sentences(stem, accepted):
    definition, words = sample("cloze", stem, accepted=accepted)
    assert len(KIND.faults(definition, words)) == 1


def test_another_number_of_gaps_in_another_language_is_a_fault():
    assert len(KIND.faults(replace(DEFINITION, accepted=(("x",),)), WORDS)) == 1


def test_a_slash_inside_an_answer_is_written_with_a_stroke():
    assert KIND.accepted([r"HIV\/AIDS / SIDA", "x"]) == [["HIV/AIDS", "SIDA"], ["x"]]
    assert KIND.accepted_lines([["HIV/AIDS", "SIDA"], ["x"]]) == [r"HIV\/AIDS / SIDA", "x"]


def test_the_solution_and_the_answer_are_told_as_the_whole_text():
    assert KIND.solution(DEFINITION, WORDS) == "Nhiễm HIV qua máu và kim tiêm."
    assert KIND.in_words(WORDS, '["tay", ""]') == "Nhiễm HIV qua … và tay."
