"""A story with choices: everybody finds an end, or the author reads what is wrong."""

import pytest
from django.core.exceptions import ValidationError

from courses.blocks import CaseBlock
from courses.stories import Flaw, flaws
from courses.templatetags.teaching import scenes

CASES = {
    "a straight one": ([("a", ["b"]), ("b", [])], []),
    "two ways to one end": ([("a", ["b", "c"]), ("b", ["d"]), ("c", ["d"]), ("d", [])], []),
    "two of one name": ([("a", ["a2"]), ("a2", []), ("a2", [])], [(Flaw.TWICE, "a2")]),
    "a way to nowhere": ([("a", ["b", "x"]), ("b", [])], [(Flaw.MISSING, "x")]),
    "a scene nobody reaches": ([("a", ["b"]), ("b", []), ("c", [])], [(Flaw.UNREACHED, "c")]),
    "a circle": ([("a", ["b"]), ("b", ["a"])], [(Flaw.CIRCLE, "a"), (Flaw.CIRCLE, "b")]),
    "a choice that stays": ([("a", ["a", "b"]), ("b", [])], [(Flaw.CIRCLE, "a")]),
    "none": ([], []),
}


def story(*ways):
    return {
        "scenes": [
            {"name": name, "text": f"In {name}.", "choices": [{"text": f"To {to}", "to": to} for to in tos]}
            for name, tos in ways
        ]
    }


@pytest.mark.parametrize("name", CASES)
def test_flaws(name):
    scenes_, expected = CASES[name]
    assert flaws(scenes_) == expected


def test_the_editor_says_it_at_the_scenes():
    block = CaseBlock()
    with pytest.raises(ValidationError) as error:
        block.clean(block.to_python(story(("a", ["b", "nowhere"]), ("b", []))))
    said = error.value.block_errors["scenes"]
    assert said.messages == ["A choice leads to “nowhere”, which is no scene of this story. Name one that is."]
    assert block.clean(block.to_python(story(("a", ["b"]), ("b", []))))


def test_links_carry_numbers_and_never_a_name():
    block = CaseBlock()
    shown = block.render(block.to_python(story(("she-uses", ["he-calls"]), ("he-calls", []))), {"story": "7"})
    assert 'href="#story-7-2"' in shown and 'id="story-7-2"' in shown
    assert "she-uses" not in shown.replace("In she-uses.", "")


def test_a_choice_without_a_scene_is_left_out():
    """A draft may hold one; the page does not fail over it."""
    value = CaseBlock().to_python(story(("a", ["b", "x"]), ("b", [])))
    assert [one["number"] for one in scenes(value["scenes"], "1")[0]["choices"]] == [2]
