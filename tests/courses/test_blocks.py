"""What an author may put into a lesson, and what is refused in a sentence."""

import pytest
from django.core.exceptions import ValidationError

from courses.blocks import CheckBlock, KeyBlock
from courses.templatetags.teaching import bold

RIGHT = {"text": "Stay", "is_right": True, "feedback": "Yes."}
WRONG = {"text": "Go", "is_right": False, "feedback": "No."}


def test_a_key_message_has_at_most_forty_words():
    assert KeyBlock().clean("word " * 40)
    with pytest.raises(ValidationError, match="at most 40 words"):
        KeyBlock().clean("word " * 41)


def test_a_self_check_has_a_right_answer():
    block = CheckBlock()
    assert block.clean(block.to_python({"question": "And now?", "options": [RIGHT, WRONG]}))
    with pytest.raises(ValidationError, match="at least one answer as right"):
        block.clean(block.to_python({"question": "And now?", "options": [WRONG, WRONG]}))


def test_only_bold_is_understood_in_plain_texts_and_nothing_runs():
    assert bold("Call **120** <script>") == "Call <strong>120</strong> &lt;script&gt;"
