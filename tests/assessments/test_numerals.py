"""Numbers as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.numerals import plain_number, readings


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("12", {"12"}),
        (" 12. ", {"12"}),
        ("1,5", {"1.5"}),
        ("1.5", {"1.5"}),
        ("１．５", {"1.5"}),
        ("1。5", {"1.5"}),
        (".5", {"0.5"}),
        ("၁.၅", {"1.5"}),
        ("၁၅၀", {"150"}),
        ("၁၅ဝ", {"150"}),
        ("១,៥", {"1.5"}),
        ("-3", {"-3"}),
        ("−3", {"-3"}),
        ("+3", {"3"}),
        ("1,000", {"1", "1000"}),
        ("1.000", {"1", "1000"}),
        ("0,500", {"0.5"}),
        ("1234,567", {"1234.567"}),
        ("1,234.5", {"1234.5"}),
        ("1.234,5", {"1234.5"}),
        ("10 000", {"10000"}),
        ("1,234,567", {"1234567"}),
        ("1\u200b2", {"12"}),
    ],
)
def test_a_number_is_read(typed, read):
    assert readings(typed) == {Decimal(one) for one in read}


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "about 5",
        "5 6",
        "1,2,3",
        "1e5",
        "½",
        "5²",
        "五",
        "--3",
        "NaN",
        "Infinity",
        "1_000",
        "9" * 41,
        "dk",
        "12,34,567",
    ],
)
def test_what_is_no_number_is_none(typed):
    assert readings(typed) == frozenset()


@pytest.mark.parametrize("typed", ["90 min", "90分钟", "90 分钟", "၉၀ မိနစ်", "90", "90MIN", "９０ min."])
def test_a_unit_may_follow_in_any_language(typed):
    assert readings(typed, ("min", "min.", "分钟", "မိနစ်")) == {Decimal(90)}


def test_another_unit_is_no_number():
    assert readings("90 h", ("min",)) == frozenset()


KEYS = [("1.5", "1.5"), (" 12 ", "12"), ("-3", "-3"), ("1,5", None), ("x", None), ("", None), ("១", None)]


@pytest.mark.parametrize(("key", "number"), KEYS)
def test_a_key_is_written_plainly(key, number):
    assert plain_number(key) == (None if number is None else Decimal(number))


@given(
    st.decimals(-(10**6), 10**6, places=2), st.sampled_from([".", ","]), st.sampled_from([0x30, 0x1040, 0x17E0, 0xFF10])
)
def test_every_number_is_read_in_every_script_with_either_sign(number, sign, zero):
    typed = "".join(chr(zero + int(one)) if one.isdigit() else one for one in f"{number:f}".replace(".", sign))
    assert number in readings(typed)
