"""Pairs: right sides are known by numbers, and those that read the same are one."""

from collections import Counter
from dataclasses import replace

import pytest

from assessments.choices import Scoring
from assessments.item_types import TYPES, AnswerError, Option
from tests.assessments.item_types.pages import page, read_page
from tests.assessments.item_types.samples import sample

KIND = TYPES["matching"]
LINES = ("naloxone = giải độc", "methadone = thay thế", "buprenorphine = thay thế", "= chữa HIV")
DEFINITION, WORDS = sample("matching", "Ghép cặp", *LINES)


def numbers(seed: str) -> dict[str, str]:
    """Return the number of each right side on a page."""
    return {one.text: one.value for one in KIND.present(WORDS, "", seed, shuffle=False).choices}


@pytest.mark.parametrize(
    ("chosen", "whole", "partial", "penalty"),
    [
        (("giải độc", "thay thế", "thay thế"), 1, 3, 3),
        (("giải độc", "thay thế", ""), 0, 2, 2),
        (("giải độc", "thay thế", "chữa HIV"), 0, 2, 1),
        (("thay thế", "thay thế", "thay thế"), 0, 2, 1),
        (("chữa HIV", "giải độc", ""), 0, 0, 0),
    ],
)
def test_the_worked_example(chosen, whole, partial, penalty):
    held = numbers("3:9") | {"": ""}
    sent = {f"match-{left}": [held[text]] for left, text in zip("abc", chosen, strict=True)}
    answer = KIND.read(sent, DEFINITION, "3:9")
    scored = [
        replace(DEFINITION, scoring=one.value) for one in (Scoring.ALL_OR_NOTHING, Scoring.PARTIAL, Scoring.PENALTY)
    ]
    assert [KIND.points(one, answer) for one in scored] == [whole, partial, penalty]


def test_an_answer_given_in_a_language_that_tells_right_sides_apart_is_right_as_well():
    assert KIND.points(DEFINITION, "a=a,b=c,c=b") == 1


def test_a_side_too_many_that_reads_like_a_right_one_is_that_one():
    definition, words = sample("matching", "?", "= same", "x = same", "y = other")
    assert [one.text for one in KIND.present(words, "", "1", shuffle=False).options] == ["x", "y"]
    assert KIND.points(definition, KIND.right(definition)) == 1


def test_the_right_side_of_the_first_line_stands_anywhere():
    first = Counter(KIND.present(WORDS, "", f"{seed}:7", shuffle=False).choices[0].text for seed in range(600))
    assert len(first) == 3
    assert min(first.values()) > 100


def test_right_sides_are_sent_as_numbers():
    for seed in ("1", "2", "77:3"):
        fields = [one for one in read_page(page("matching", WORDS, seed=seed)).fields if one.way == "select"]
        assert sorted(one.name for one in fields) == ["match-a", "match-b", "match-c"]
        assert len({one.values for one in fields}) == 1
        assert all(value == "" or value in "1234" for value in fields[0].values)


@pytest.mark.parametrize("value", ["0", "5", "a", "x"])
def test_a_right_side_that_is_not_there_is_refused(value):
    with pytest.raises(AnswerError):
        KIND.read({"match-a": [value]}, DEFINITION, "1")


@pytest.mark.parametrize(
    ("lines", "count"),
    [(["x = 1"], 2), (["x = 1", "y"], 1), (["x = 1", "x = 2"], 1), (["x = 1", "y = 1"], 1), (["= 1", "= 2"], 1)],
)
def test_faults_are_told_in_sentences(lines, count):
    definition, words = sample("matching", "?", *lines)
    assert len(KIND.faults(definition, words)) == count


def test_right_sides_that_are_one_in_another_language_only_are_a_fault():
    apart = replace(WORDS, options=tuple(replace(one, match=f"{one.match} {one.id}") for one in WORDS.options))
    assert len(KIND.faults(DEFINITION, apart)) == 1


def test_an_equals_sign_inside_a_text_is_written_with_a_stroke():
    options = [Option("a", "2+2=4", "right=so"), Option("b", "", "=")]
    lines = KIND.option_lines(options)
    assert lines == [r"2+2\=4 = right\=so", r"= \="]
    assert [(one["text"], one["match"]) for one in KIND.options(lines)] == [("2+2=4", "right=so"), ("", "=")]


def test_the_solution_names_the_pairs():
    assert KIND.solution(DEFINITION, WORDS) == "naloxone – giải độc; methadone – thay thế; buprenorphine – thay thế"
