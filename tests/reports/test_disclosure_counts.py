"""Numbers of people on the road through the gate: who took part, who is missing."""

from collections import defaultdict

import pytest

from reports.disclosure import Bound, PublishedCount, publish_count, publish_missing


@pytest.mark.parametrize(("number", "shown"), [(12, 10), (13, 15), (234, 235), (201, 200), (26, 25)])
def test_protected_people_are_counted_in_fives(number, shown):
    assert publish_count("protected", number) == PublishedCount(shown, about=True)


@pytest.mark.parametrize("privacy_class", ["ordinary", "law_enforcement"])
def test_others_are_counted_exactly(privacy_class):
    assert publish_count(privacy_class, 58) == PublishedCount(58)


@pytest.mark.parametrize("privacy_class", ["protected", "ordinary", "law_enforcement"])
@pytest.mark.parametrize("number", [0, 9])
def test_fewer_than_ten_are_not_counted(privacy_class, number):
    assert publish_count(privacy_class, number) == PublishedCount(reason="fewer-than-10")


@pytest.mark.parametrize("present", [31, 30, 27])
def test_of_31_protected_people_none_to_four_missing_look_the_same(present):
    missing = publish_missing("protected", 31, present)
    assert missing == PublishedCount(bound=Bound("at-most", 4), reason="count-is-a-bound")


def test_more_protected_people_missing_are_the_difference_of_what_is_shown():
    """33 started, 26 present, 7 missing. Beside "about 35" and "about 25" an own "about 5" would leave 33 or 34."""
    assert publish_missing("protected", 33, 26) == PublishedCount(10, about=True)


@pytest.mark.parametrize(("present", "missing"), [(60, 0), (57, 3), (40, 20)])
def test_others_missing_are_counted_exactly(present, missing):
    assert publish_missing("law_enforcement", 60, present) == PublishedCount(missing)


@pytest.mark.parametrize("present", [59, 58])
def test_one_or_two_others_missing_are_hidden(present):
    assert publish_missing("ordinary", 60, present) == PublishedCount(reason="cell-of-1-or-2")


@pytest.mark.parametrize("privacy_class", ["protected", "ordinary", "law_enforcement"])
@pytest.mark.parametrize(("started", "present"), [(9, 9), (30, 9), (30, 0)])
def test_the_missing_do_not_give_back_a_hidden_number(privacy_class, started, present):
    """30 started and 9 present: "21 missing" would say the 9."""
    assert publish_missing(privacy_class, started, present) == PublishedCount(reason="fewer-than-10")


def test_started_present_and_missing_together_pin_nothing_down():
    """Whatever the three say, at least three true numbers remain possible for each of them."""
    possible = defaultdict(set)
    for started in range(10, 123):
        for present in range(10, started + 1):
            shown = (
                publish_count("protected", started).number,
                publish_count("protected", present).number,
                publish_missing("protected", started, present),
            )
            possible[shown].add((started, present))
    for (started_shown, _, _), pairs in possible.items():
        if started_shown < 120:
            assert len({started for started, _ in pairs}) >= 3
            assert len({present for _, present in pairs}) >= 3
            assert len({started - present for started, present in pairs}) >= 3


def test_impossible_numbers_are_refused():
    with pytest.raises(ValueError, match="some of those who started"):
        publish_missing("ordinary", 20, 21)
    with pytest.raises(ValueError, match="below 0"):
        publish_count("ordinary", -1)


def test_a_privacy_class_without_rules_is_refused():
    with pytest.raises(ValueError, match="no disclosure rules"):
        publish_count("secret", 50)
