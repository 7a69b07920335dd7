"""Passwords: long, not everybody's, not the handle. Each refusal says what to do."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from people.models import User


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("short one", "password_too_short"),
        ("", "password_too_short"),
        ("1234567890", "password_too_common"),
        ("Password123", "password_too_common"),
        ("aaaaaaaaaaaa", "password_too_common"),
        ("abababababab", "password_too_common"),
        ("Three-Two-One!", "password_too_common"),
        ("三二一三二一三二一三二一", "password_too_common"),
        ("quiet-heron-and-me", "password_too_similar"),
    ],
)
def test_a_weak_password_is_refused_in_a_sentence(password, code):
    with pytest.raises(ValidationError) as refused:
        validate_password(password, User(handle="quiet-heron"))
    assert code in [error.code for error in refused.value.error_list]
    assert all(message.endswith((".", "。")) for message in refused.value.messages)


@pytest.mark.parametrize("password", ["four plain words kept", "tR7-lamp-xe", "安静的小河边有一盏台灯", "x1y2z3w4v5"])
def test_a_long_password_of_ones_own_is_taken(password):
    validate_password(password, User(handle="quiet-heron"))


def test_a_very_short_handle_forbids_nothing():
    validate_password("four plain words kept", User(handle="ai"))
