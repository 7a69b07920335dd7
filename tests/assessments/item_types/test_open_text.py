"""Free text: a person marks it, up to the points of its key."""

import pytest

from assessments.grading import GradedItem, points_of
from assessments.item_types import TYPES, AnswerError
from tests.assessments.item_types.pages import page, sent
from tests.assessments.item_types.samples import sample

KIND = TYPES["open-text"]
DEFINITION, WORDS = sample("open-text", "您会怎么做？", key="4")
TEXT = "先看呼吸。\n\n  然后打120 <b>&amp;\n“等”"


@pytest.mark.parametrize(("marked", "points"), [(None, 0), (0, 0), (3, 3), (4, 4), (9, 4)])
def test_the_marks_count_up_to_the_most_points(marked, points):
    assert points_of(GradedItem(1, DEFINITION, "t", marked), "anything") == points


@pytest.mark.parametrize(
    ("key", "most"), [("4", 4), (" 20 ", 20), ("0", 0), ("21", 0), ("", 0), ("x", 0), ("²", 0), ("-1", 0)]
)
def test_the_key_holds_the_most_points(key, most):
    definition, words = sample("open-text", "?", key=key)
    assert KIND.max_points(definition) == most
    assert len(KIND.faults(definition, words)) == (0 if most else 1)


def test_lines_and_signs_are_kept():
    answer = KIND.read({"text": [TEXT.replace("\n", "\r\n")]}, DEFINITION, "1")
    assert answer == TEXT
    assert sent(page("open-text", WORDS, answer))["text"] == [TEXT]


def test_more_than_the_field_takes_is_refused():
    assert KIND.read({"text": ["字" * 4000]}, DEFINITION, "1")
    for text in ("字" * 4001, "a\x00b"):
        with pytest.raises(AnswerError):
            KIND.read({"text": [text]}, DEFINITION, "1")
