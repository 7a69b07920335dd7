"""Which text answers to which: by place, in order; a new text of the source has no translation until it is touched."""

import pytest

from courses.translation.matching import Text, first_kept, has_words, paired, renewed

KEY, FIRST, SECOND = Text("body.a", "Breath comes first."), Text("body.b", "Call."), Text("body.b", "Stay.")
YEAR = Text("body.c.year", "2021")


@pytest.mark.parametrize("says", ["Breath", "<b>呼吸</b> 先", "是", "အသက်ရှူ", "ដង្ហើម", "hơi"])
def test_words_of_any_script_are_words(says):
    assert has_words(says)


@pytest.mark.parametrize("says", ["2021", "12–15", "<b>1</b>", "A3", "", "&amp; 3"])
def test_numbers_and_signs_are_none(says):
    assert not has_words(says)


def test_texts_are_paired_by_place_and_within_it_by_order():
    target = [Text("body.b", "呼救。"), Text("body.b", "留下。"), Text("body.a", "先看呼吸。")]
    assert paired([KEY, FIRST, SECOND], target) == {KEY: "先看呼吸。", FIRST: "呼救。", SECOND: "留下。"}


def test_a_place_with_another_number_of_texts_is_left_out():
    assert paired([KEY, FIRST, SECOND], [Text("body.a", "先看呼吸。"), Text("body.b", "呼救。")]) == {KEY: "先看呼吸。"}


def test_of_a_page_with_a_translated_title_alone_only_that_counts():
    pairs = {KEY: "အသက်ရှူ", FIRST: FIRST.says, SECOND: SECOND.says, YEAR: "2021"}
    assert first_kept(pairs) == {KEY: "အသက်ရှူ", YEAR: "2021"}


def test_in_a_translated_page_what_says_the_same_does_so_on_purpose():
    name = Text("body.d", "WHO")
    assert name in first_kept({KEY: "先看呼吸。", FIRST: "呼救。", name: "WHO"})


def test_a_changed_source_keeps_no_old_translation():
    new = Text("body.a", "Breath comes first, always.")
    assert renewed({new: "先看呼吸。"}, {KEY: "先看呼吸。"}) == {}


def test_a_changed_source_takes_what_was_touched_since():
    new = Text("body.a", "Breath comes first, always.")
    assert renewed({new: "永远先看呼吸。"}, {KEY: "先看呼吸。"}) == {new: "永远先看呼吸。"}


def test_what_still_says_the_same_as_a_new_source_is_untranslated():
    assert renewed({KEY: KEY.says}, {}) == {}


def test_a_better_translation_of_the_same_text_replaces_the_one_held():
    assert renewed({KEY: "首先看呼吸。"}, {KEY: "先看呼吸。"}) == {KEY: "首先看呼吸。"}


def test_numbers_follow_by_themselves():
    assert renewed({YEAR: "2021"}, {}) == {YEAR: "2021"}
