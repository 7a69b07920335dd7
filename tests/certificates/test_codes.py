"""Certificate codes: what is printed, what may be typed, and what is stored."""

import unicodedata
from random import Random
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certificates.codes import (
    ALPHABET,
    derive_code,
    digest_code,
    digest_name,
    format_code,
    normalise_code,
    normalise_name,
)

KEY = b"a key for tests, thirty-two bytes"
LIN_FOUNDATION = UUID("5e0c9a52-3f0b-4f65-9f0e-0d5d3a3c7a01")
LIN_EXAM = UUID("5e0c9a52-3f0b-4f65-9f0e-0d5d3a3c7a02")

codes = st.text(ALPHABET, min_size=24, max_size=24)
versions = st.integers(min_value=1, max_value=10**6)


@given(st.uuids(), versions)
def test_derived_code_is_24_characters_of_the_alphabet(certificate_id: UUID, version: int) -> None:
    code = derive_code(KEY, certificate_id, version)
    assert len(code) == 24
    assert set(code) <= set(ALPHABET)


@given(st.uuids(), versions)
def test_derived_code_is_the_same_each_time(certificate_id: UUID, version: int) -> None:
    assert derive_code(KEY, certificate_id, version) == derive_code(KEY, certificate_id, version)


def test_derived_code_stays_what_it_was() -> None:
    """A printed code must still be derived after any change here."""
    assert derive_code(KEY, LIN_FOUNDATION, 1) == "2SKR3A22MF3YGRSB8NT8AP2Z"


@pytest.mark.parametrize(
    ("key", "certificate_id", "version"),
    [(b"another key", LIN_FOUNDATION, 1), (KEY, LIN_EXAM, 1), (KEY, LIN_FOUNDATION, 2)],
)
def test_derived_code_depends_on_key_certificate_and_version(key: bytes, certificate_id: UUID, version: int) -> None:
    assert derive_code(key, certificate_id, version) != derive_code(KEY, LIN_FOUNDATION, 1)


def test_neighbouring_codes_share_no_more_of_a_beginning_than_chance_gives() -> None:
    """2,000 certificates and versions in a row: 20 bits agree in about 2 of 2 million pairs, 40 bits in none."""
    ids = [uuid5(LIN_FOUNDATION, str(number)) for number in range(1000)]
    all_codes = [derive_code(KEY, each, version) for each in ids for version in (1, 2)]
    assert len({code[:8] for code in all_codes}) == 2000
    assert len({code[:4] for code in all_codes}) > 1980


def test_derived_codes_use_every_character_evenly() -> None:
    written = "".join(derive_code(KEY, uuid5(LIN_EXAM, str(number)), 1) for number in range(1000))
    for character in ALPHABET:
        assert 600 < written.count(character) < 900


@given(codes)
def test_printed_code_comes_back(code: str) -> None:
    assert normalise_code(format_code(code)) == code


@given(codes, st.randoms(use_true_random=False))
def test_every_forgiven_spelling_of_a_code_comes_back(code: str, random: Random) -> None:
    spellings = {"0": "0Oo", "1": "1IiLl"}
    typed = ""
    for character in code:
        spelling = random.choice(spellings.get(character, character + character.lower()))
        if random.random() < 0.3:
            spelling = chr(ord(spelling) + 0xFEE0)
        typed += spelling + random.choice(["", "", " ", "-", "\u2013", "\u2212", "\u3000", "\u00a0", "\u200b", "\n"])
    assert normalise_code(typed) == code


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_none(text: str) -> None:
    code = normalise_code(text)
    assert code is None or (len(code) == 24 and set(code) <= set(ALPHABET))


@pytest.mark.parametrize("text", ["", "7K2M Q9XD", "7K2M" * 7, "U" * 24, "7K2M" * 5 + "7K2!", " " * 10_000])
def test_what_cannot_be_a_code_is_none(text: str) -> None:
    assert normalise_code(text) is None


def test_printed_code_has_six_groups_of_four() -> None:
    assert format_code("7K2MQ9XD4HTVB1NC8RWE3ZGP") == "7K2M Q9XD 4HTV B1NC 8RWE 3ZGP"


@given(codes)
def test_any_spelling_of_a_code_has_one_digest(code: str) -> None:
    assert digest_code(KEY, code) == digest_code(KEY, format_code(code).lower())


def test_code_digest_does_not_give_the_code_away() -> None:
    code = derive_code(KEY, LIN_FOUNDATION, 1)
    digest = digest_code(KEY, code)
    assert len(digest) == 64
    assert digest != digest_code(b"another key", code)
    assert normalise_code(digest[:24].upper()) != code


def test_code_digest_refuses_what_is_not_a_code() -> None:
    with pytest.raises(ValueError, match="not a certificate code"):
        digest_code(KEY, "U" * 24)


def test_digests_of_two_purposes_are_kept_apart() -> None:
    code = derive_code(KEY, LIN_FOUNDATION, 1)
    assert digest_code(KEY, code) != digest_name(KEY, code, LIN_FOUNDATION)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lin Xiaoman", "  lin   XIAOMAN "),
        ("林小满", "林 小　满"),
        ("Lin Xiaoman", "Ｌｉｎ　Ｘｉａｏｍａｎ"),
        ("Nguyễn Thị Ánh", unicodedata.normalize("NFD", "Nguyễn Thị Ánh")),
        ("សុខ សុភាព", "សុខ\u200bសុភាព"),
        ("ဒေါ် အောင်", "ဒေါ်အောင်"),
        ("阿依古丽·买买提", "阿依古丽・买买提"),
        ("O’Brien", "O'Brien"),
        ("Strauß", "STRAUSS"),
    ],
)
def test_name_digest_forgives_how_a_name_is_typed(one: str, other: str) -> None:
    assert digest_name(KEY, one, LIN_FOUNDATION) == digest_name(KEY, other, LIN_FOUNDATION)


@pytest.mark.parametrize(
    ("one", "other"), [("林小满", "林小曼"), ("Lin Xiaoman", "Linxiaoman"), ("Nguyễn Ánh", "Nguyen Anh"), ("A", "")]
)
def test_name_digest_does_not_take_one_name_for_another(one: str, other: str) -> None:
    assert digest_name(KEY, one, LIN_FOUNDATION) != digest_name(KEY, other, LIN_FOUNDATION)


def test_same_name_on_two_certificates_cannot_be_linked() -> None:
    assert digest_name(KEY, "林小满", LIN_FOUNDATION) != digest_name(KEY, "林小满", LIN_EXAM)


@given(st.text(max_size=40))
def test_normalising_a_name_twice_changes_nothing(name: str) -> None:
    assert normalise_name(normalise_name(name)) == normalise_name(name)
