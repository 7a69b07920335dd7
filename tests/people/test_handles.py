"""Handles: what may be chosen, what is kept, what is offered."""

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from people.handles import MAX_LENGTH, SUFFIX_LENGTH, SUFFIX_SIGNS, fault, suggestions, tidy, with_suffix


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Quiet Heron", "quiet-heron"),
        ("  green   lamp ", "green-lamp"),
        ("Ｑｕｉｅｔ", "quiet"),
        ("a - b", "a-b"),
        ("安静的 白鹭", "安静的-白鹭"),
        ("-stone-", "stone"),
    ],
)
def test_a_handle_is_kept_in_one_width_small_and_hyphenated(typed, kept):
    assert tidy(typed) == kept


@given(st.text(max_size=30))
def test_tidying_twice_changes_nothing_more(typed):
    once = tidy(typed)
    assert tidy(once) == once


@pytest.mark.parametrize(
    ("handle", "found"),
    [
        ("", "short"),
        ("a", "short"),
        ("a" * (MAX_LENGTH + 1), "long"),
        ("mei@example", "signs"),
        ("mei!", "signs"),
        ("<b>mei</b>", "signs"),
        ("13912345678", "number"),
        ("heron-139-123-45678", "number"),
        ("၁၂၃၄၅၆၇", "number"),
        ("lamp-12345", "number"),
        ("王小明", "name"),
        ("李丽", "name"),
        ("nguyễn-văn-an", "name"),
        ("anh-trần", "name"),
        ("đặng-hà", "name"),
    ],
)
def test_a_handle_that_could_lead_to_somebody_is_refused(handle, found):
    assert fault(tidy(handle)) == found


@pytest.mark.parametrize(
    "handle",
    ["ab", "heron", "heron-42", "lamp-1234", "小河", "小河边", "王冠上的石头", "安静的-白鹭", "a" * MAX_LENGTH],
)
def test_an_invented_handle_is_taken(handle):
    assert fault(tidy(handle)) is None


@given(st.sampled_from(["heron", "小河", "x" * MAX_LENGTH]))
def test_three_signs_that_nobody_confuses_are_added(handle):
    made = with_suffix(handle)
    assert made.startswith(f"{handle}-")
    ending = made.removeprefix(f"{handle}-")
    assert len(ending) == SUFFIX_LENGTH
    assert set(ending) <= set(SUFFIX_SIGNS)
    assert not set(SUFFIX_SIGNS) & set("01ilo")


def test_the_three_signs_are_drawn_anew_each_time():
    assert len({with_suffix("heron") for _ in range(50)}) > 45


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_suggestions_of_each_language_differ_and_may_be_taken(language):
    for _ in range(40):
        offered = suggestions(language)
        assert len(set(offered)) == 3
        assert [fault(tidy(one)) for one in offered] == [None, None, None]


def test_a_language_without_words_gets_english_ones():
    assert all(one.isascii() for one in suggestions("xx"))
