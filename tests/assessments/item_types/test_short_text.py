"""A word or a few, in any of the five languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.item_types import TYPES, AnswerError
from tests.assessments.item_types.pages import page, sent
from tests.assessments.item_types.samples import sample

KIND = TYPES["short-text"]
DEFINITION, WORDS = sample(
    "short-text",
    "What?",
    accepted=("recovery position", "侧卧位（恢复体位）", "ဘေးတစောင်းအနေအထား", "ស្ថានភាពផ្អៀង", "tư thế hồi phục"),
)


@pytest.mark.parametrize(
    ("typed", "points"),
    [
        ("Recovery position.", 1),
        ("侧卧位(恢复体位)", 1),
        ("ဘေးတစောင်း အနေအထား", 1),
        ("ស\u17d2ថានភាព\u200bផ្អៀង", 1),
        ("tu the hoi phuc", 1),
        ("tư thế hội phục", 0),
        ("position", 0),
        ("dk", 0),
        ("", 0),
    ],
)
def test_any_accepted_answer_gives_a_point(typed, points):
    assert KIND.points(DEFINITION, KIND.read({"text": [typed]}, DEFINITION, "1")) == points


def test_a_typed_dk_is_a_text_and_no_tick():
    definition, words = sample("short-text", "What?", accepted=("DK",))
    answer = KIND.read({"text": ["dk"]}, definition, "1")
    assert KIND.points(definition, answer) == 1
    assert "choice" not in sent(page("short-text", words, answer))
    assert KIND.in_words(words, answer) == "dk"


def test_what_was_typed_beside_i_do_not_know_is_not_lost():
    assert KIND.read({"text": ["naloxone"], "choice": ["dk"]}, DEFINITION, "1") == "naloxone"


@given(st.sampled_from(DEFINITION.accepted[0]), st.sampled_from([" {}", "{}。", "“{}”", "{}\u200b", "（{}）"]))
def test_every_accepted_answer_may_come_with_spaces_and_punctuation(text, around):
    assert KIND.points(DEFINITION, around.format(text)) == 1


@pytest.mark.parametrize("text", ["x" * 201, "a\x00b"])
def test_what_the_field_does_not_take_is_refused(text):
    with pytest.raises(AnswerError):
        KIND.read({"text": [text]}, DEFINITION, "1")
    with pytest.raises(AnswerError):
        KIND.read({"text": ["one", "two"]}, DEFINITION, "1")


@pytest.mark.parametrize("accepted", [(), ("။",), ("ျမန္မာ",), ("x" * 201,)])
def test_faults_are_told_in_sentences(accepted):
    definition, words = sample("short-text", "What?", accepted=accepted)
    assert len(KIND.faults(definition, words)) == 1


def test_the_solution_is_in_the_language_of_the_wording():
    _other, chinese = sample("short-text", "什么？", accepted=("恢复体位",))
    assert KIND.solution(DEFINITION, chinese) == "恢复体位"
