"""Codes people type: recovery codes and join codes."""

from hypothesis import given
from hypothesis import strategies as st

from people.codes import ALPHABET, code_digest, derived_code, grouped, normalised_code, random_code

codes = st.text(ALPHABET, min_size=1, max_size=24)


def test_a_recovery_code_has_sixteen_signs_of_five_random_bits():
    drawn = {random_code() for _ in range(200)}
    assert len(drawn) == 200
    assert all(len(code) == 16 and set(code) <= set(ALPHABET) for code in drawn)


def test_no_sign_can_be_mistaken_for_another():
    assert not set(ALPHABET) & set("ILOU")
    assert len(set(ALPHABET)) == 32


@given(codes)
def test_what_is_printed_can_be_typed(code):
    assert normalised_code(grouped(code)) == code


@given(codes, st.randoms(use_true_random=False))
def test_case_spaces_hyphens_and_lookalikes_are_forgiven(code, random):
    spellings = {"0": "0Oo", "1": "1IiLl"}
    typed = "".join(
        random.choice(spellings.get(sign, sign + sign.lower())) + random.choice(["", " ", "-"]) for sign in code
    )
    assert normalised_code(typed) == code
    assert code_digest("key", "join", typed) == code_digest("key", "join", code)


@given(st.text(max_size=40))
def test_anything_typed_becomes_signs_of_the_alphabet(typed):
    assert set(normalised_code(typed)) <= set(ALPHABET)


@given(st.uuids(), st.integers(min_value=1, max_value=24))
def test_a_derived_code_is_the_same_each_time(identity, length):
    first = derived_code("key", "join", str(identity), length)
    assert first == derived_code("key", "join", str(identity), length)
    assert len(first) == length


@given(st.uuids(), st.uuids())
def test_two_rows_two_purposes_two_keys_give_other_codes(one, two):
    mine = derived_code("key", "join", str(one), 12)
    assert derived_code("key", "other", str(one), 12) != mine
    assert derived_code("another", "join", str(one), 12) != mine
    assert (derived_code("key", "join", str(two), 12) == mine) is (one == two)


@given(codes)
def test_a_digest_says_nothing_of_its_code(code):
    digest = code_digest("key", "recovery", code)
    assert len(digest) == 64
    assert digest != code_digest("key", "join", code) != code_digest("another", "join", code)
