"""Who has earned an award: whoever has done each of its steps; what is missing is named."""

from hypothesis import given
from hypothesis import strategies as st

from certificates.eligibility import missing_steps

codes = st.lists(st.sampled_from(["read", "watch", "intake", "course", "end", "exam"]), unique=True)


def test_everything_missing_is_named_in_the_awards_order():
    assert missing_steps(["read", "intake", "course"], {"intake"}) == ["read", "course"]


def test_nothing_missing_is_earned():
    assert missing_steps(["read", "intake"], ["intake", "read", "exam"]) == []


def test_an_award_without_steps_is_earned_by_nobody():
    assert missing_steps([], []) == ["steps"]
    assert missing_steps([], ["read", "exam"]) == ["steps"]


@given(codes, codes)
def test_doing_more_never_takes_an_award_away(wanted, done):
    before = missing_steps(wanted, done)
    for code in wanted:
        assert set(missing_steps(wanted, [*done, code])) <= set(before)


@given(codes, codes)
def test_an_award_is_earned_exactly_when_all_its_steps_are_done(wanted, done):
    assert (missing_steps(wanted, done) == []) == (bool(wanted) and set(wanted) <= set(done))
