"""What holds of every type: pages and answers fit, points stay in their bounds, and nothing leads to the key."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.choices import Scoring, TypeCode
from assessments.grading import GradedItem, grade, points_of
from assessments.item_types import TYPES, AnswerError, Definition, Words
from tests.assessments.item_types.pages import page, read_page, sent
from tests.assessments.item_types.samples import SAMPLES

LINE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
every_type = pytest.mark.parametrize("code", sorted(TYPES))
seeds = st.integers(0, 2**40).map(str)


@st.composite
def filled(draw, code: str, seed: str) -> dict[str, list[str]]:
    """Fill in the page of a type somehow, as far as a browser lets one."""
    found: dict[str, list[str]] = {}
    radios: dict[str, list[str]] = {}
    for one in read_page(page(code, SAMPLES[code][1], seed=seed)).fields:
        if one.way == "radio":
            radios.setdefault(one.name, []).extend(one.values)
        elif one.way == "checkbox":
            found.setdefault(one.name, []).extend(one.values if draw(st.booleans()) else ())
        elif one.way == "select":
            found[one.name] = [draw(st.sampled_from(one.values))]
        else:
            found[one.name] = [draw(LINE)]
    for name, values in radios.items():
        found[name] = draw(st.sampled_from([[], *([value] for value in values)]))
    return found


def test_there_is_a_type_for_each_code_and_a_sample_for_each_type():
    assert set(TYPES) == {code.value for code in TypeCode} == set(SAMPLES)
    assert all(kind.code == code for code, kind in TYPES.items())


@every_type
@settings(max_examples=40, deadline=None)
@given(data=st.data(), seed=seeds)
def test_reading_what_the_page_shows_gives_back_the_same_answer(code, data, seed):
    definition, words = SAMPLES[code]
    kind = TYPES[code]
    answer = kind.read(data.draw(filled(code, seed)), definition, seed)
    assert kind.read(sent(page(code, words, answer, seed)), definition, seed) == answer
    # Another order of options is another page of the same answer.
    assert kind.read(sent(page(code, words, answer, seed, shuffle=False)), definition, seed) == answer
    for scoring in Scoring:
        scored = replace(definition, scoring=scoring.value)
        assert 0 <= kind.points(scored, answer) <= kind.max_points(scored)


@every_type
@settings(max_examples=20, deadline=None)
@given(
    answer=st.one_of(
        st.text(max_size=40),
        st.sampled_from(["a=1,b=9,z", '["x"]', '{"a": 1}', "[1, null]", "a,,b", "=", "1e9999", "a=²"]),
    )
)
def test_an_answer_of_any_shape_has_points_within_bounds_and_can_be_shown(code, answer):
    """A question's type may have been another when the answer was given."""
    definition, words = SAMPLES[code]
    kind = TYPES[code]
    assert 0 <= kind.points(definition, answer) <= kind.max_points(definition)
    assert isinstance(kind.in_words(words, answer), str)
    assert page(code, words, answer)


@every_type
@pytest.mark.parametrize("scoring", list(Scoring))
def test_no_answer_and_i_do_not_know_give_nothing_and_the_right_answer_gives_all(code, scoring):
    kind = TYPES[code]
    definition = replace(SAMPLES[code][0], scoring=scoring.value)
    assert kind.points(definition, "") == kind.points(definition, "dk") == 0
    assert points_of(GradedItem(1, definition, "t"), "dk") == 0
    if not kind.is_marked_by_person:
        assert kind.points(definition, kind.right(definition)) == kind.max_points(definition)
    assert grade([GradedItem(1, definition, "t")], {1: "dk"}).points == 0


@every_type
def test_the_right_answer_can_be_given_on_the_page_and_is_told_in_words(code):
    definition, words = SAMPLES[code]
    kind = TYPES[code]
    right = kind.right(definition)
    given_back = kind.read(sent(page(code, words, right, "5")), definition, "5")
    assert kind.points(definition, given_back) == kind.points(definition, right)
    assert bool(kind.solution(definition, words)) == bool(right)


@every_type
@pytest.mark.parametrize("values", [["<"], ["zz"], ["a", "b", "zz"], ["DK"], ["6"], ["a\x00"]])
def test_a_choice_that_is_not_offered_is_refused(code, values):
    with pytest.raises(AnswerError):
        TYPES[code].read({"choice": values}, SAMPLES[code][0], "1")


@every_type
def test_i_do_not_know_is_an_answer_where_it_is_offered_and_refused_where_it_is_not(code):
    kind, (definition, words) = TYPES[code], SAMPLES[code]
    if not kind.offers_dont_know:
        assert 'value="dk"' not in page(code, words)
        with pytest.raises(AnswerError):
            kind.read({"choice": ["dk"]}, definition, "1")
        return
    assert kind.read({"choice": ["dk"]}, definition, "1") == "dk"
    assert sent(page(code, words, "dk"))["choice"] == ["dk"]
    assert kind.in_words(words, "dk") == ""


@every_type
def test_every_field_has_a_label_and_an_id_of_its_own(code):
    read = read_page(page(code, SAMPLES[code][1]))
    assert read.fields
    assert len(set(read.ids)) == len(read.ids)
    assert {one.id for one in read.fields} == set(read.labels)


@every_type
def test_the_page_is_the_same_whatever_is_right(code):
    """Nothing of a definition reaches the page: a presentation is made of words alone, and accepted texts are not shown."""
    _definition, words = SAMPLES[code]
    assert page(code, words) == page(code, replace(words, accepted=(), rationale="because"))


@every_type
def test_a_whole_question_has_no_fault_and_one_without_words_has(code):
    definition, words = SAMPLES[code]
    assert TYPES[code].faults(definition, words) == []
    for fault in TYPES[code].faults(Definition(code, counts=True), Words(" ")):
        assert fault[0].isupper()
        assert fault.endswith(".")
    assert TYPES[code].faults(definition, replace(words, stem=" ")) != []


@every_type
def test_what_an_author_wrote_can_be_written_again_from_the_wording(code):
    _definition, words = SAMPLES[code]
    kind = TYPES[code]
    made = kind.options(kind.option_lines(words.options))
    assert [(one["id"], one["text"], one.get("match", "")) for one in made] == [
        (one.id, one.text, one.match) for one in words.options
    ]
    assert tuple(map(tuple, kind.accepted(kind.accepted_lines(words.accepted)))) == words.accepted


def test_only_free_texts_are_barred_from_protected_cohorts():
    assert [code for code, kind in TYPES.items() if kind.is_barred_from_protected] == ["open-text"]
    assert [code for code, kind in TYPES.items() if kind.is_marked_by_person] == ["open-text"]


def test_a_question_takes_26_options_and_says_so():
    kind = TYPES["single-choice"]
    made = kind.options([f"line {at}" for at in range(27)])
    assert made[25]["id"] == "z"
    assert len({one["id"] for one in made}) == 27
