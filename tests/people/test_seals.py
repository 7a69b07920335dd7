"""Sealed texts: nothing is read from them, nothing is changed in them, no other key opens them."""

import pytest
from cryptography.fernet import InvalidToken

from people.seals import seal, unseal


def test_what_was_sealed_comes_back_and_looks_different_each_time():
    first, second = seal("JBSWY3DP"), seal("JBSWY3DP")
    assert first != second
    assert "JBSWY3DP" not in first
    assert unseal(first) == unseal(second) == "JBSWY3DP"


def test_a_changed_sign_is_noticed():
    sealed = seal("JBSWY3DP")
    for at in (12, len(sealed) // 2, len(sealed) - 6):
        other = "A" if sealed[at] != "A" else "B"
        with pytest.raises(InvalidToken):
            unseal(sealed[:at] + other + sealed[at + 1 :])


def test_another_key_opens_nothing(settings):
    sealed = seal("JBSWY3DP")
    settings.SECRET_BOX_KEY = "another key"
    with pytest.raises(InvalidToken):
        unseal(sealed)
