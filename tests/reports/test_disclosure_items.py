"""What is shown of the answers to one question: never of a few people, and never so that a few can be worked out."""

from decimal import Decimal

import pytest

from reports.disclosure import Bound, RawItem, publish_item


def item(privacy_class="ordinary", correlation=0.3456, right=None, **answers) -> RawItem:
    n = sum(answers.values())
    return RawItem(privacy_class, n, answers["b"] if right is None else right, tuple(answers.items()), correlation)


def test_nothing_is_shown_below_twenty_people():
    assert publish_item(item(a=9, b=10)) is None
    assert publish_item(item(a=10, b=10)) is not None


def test_others_are_shown_exactly():
    shown = publish_item(item(a=12, b=28))
    assert (shown.right.n, shown.right.count, shown.right.percent) == (40, 28, Decimal("70.0"))
    assert shown.correlation == Decimal("0.35")


def test_protected_people_are_rounded():
    shown = publish_item(item("protected", a=12, b=29))
    assert (shown.right.n, shown.right.count, shown.right.percent) == (40, 30, Decimal(75))
    assert dict(shown.answers)["a"].count == 10
    assert shown.correlation == Decimal("0.3")


def test_one_answer_of_one_person_rounds_everything():
    """a 12, b 27, c 1: with exact n, a and b the one person could be worked out."""
    shown = publish_item(item(a=12, b=27, c=1))
    assert dict(shown.answers)["c"].bound == Bound("at-most", 4)
    assert (shown.right.n, shown.right.count) == (40, 25)


def test_a_correlation_waits_for_thirty_people_and_stands_beside_no_bound():
    assert publish_item(item(a=12, b=17)).correlation is None
    assert publish_item(item(a=3, b=37, privacy_class="protected")).correlation is None
    assert publish_item(item(a=20, b=20, correlation=None)).correlation is None


def test_an_opinion_has_answers_and_no_right_one():
    shown = publish_item(RawItem("protected", 40, None, (("1", 20), ("5", 20))))
    assert (shown.right.n, shown.right.percent, shown.has_right_answer) == (40, None, False)


def test_answers_that_do_not_add_up_are_refused():
    with pytest.raises(ValueError, match="So many people"):
        RawItem("ordinary", 40, 3, (("a", 39),))
    with pytest.raises(ValueError, match="no disclosure rules"):
        RawItem("nobody", 0, 0, ())
