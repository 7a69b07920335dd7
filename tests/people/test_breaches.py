"""The operator's list of leaked passwords: searched on the disk by halves, in either form of the list."""

import hashlib

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ImproperlyConfigured, ValidationError

from config.settings.accounts import readable_list
from people.breaches import is_breached
from people.models import User

LEAKED = [f"leaked words number {number}" for number in range(300)]
CLEAN = [f"words of my own {number}" for number in range(300)]


def digest(password):
    return hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper()


def listed(folder, passwords, ending):
    path = folder / "leaked.txt"
    path.write_bytes("".join(sorted(digest(one) + ending for one in passwords)).encode())
    return path


@pytest.mark.parametrize("ending", ["\n", "\r\n", ":3\r\n", ":1234567\n"])
@pytest.mark.parametrize("count", [1, 2, 3, 300])
def test_each_leaked_password_is_found_and_no_other(tmp_path, ending, count):
    path = listed(tmp_path, LEAKED[:count], ending)
    assert all(is_breached(one, path) for one in LEAKED[:count])
    assert not any(is_breached(one, path) for one in CLEAN)


def test_a_list_without_a_last_line_break_is_read_to_its_end(tmp_path):
    path = listed(tmp_path, LEAKED, "\n")
    path.write_bytes(path.read_bytes().rstrip())
    assert all(is_breached(one, path) for one in LEAKED)


def test_an_empty_list_holds_nothing(tmp_path):
    assert not is_breached("anything at all", listed(tmp_path, [], ""))


def test_a_leaked_password_is_refused_in_a_sentence(tmp_path, settings):
    settings.BREACHED_PASSWORDS = str(listed(tmp_path, LEAKED, ":2\r\n"))
    with pytest.raises(ValidationError) as refused:
        validate_password(LEAKED[7], User(handle="quiet-heron"))
    assert [error.code for error in refused.value.error_list] == ["password_breached"]
    validate_password(CLEAN[7], User(handle="quiet-heron"))


def test_without_a_list_the_other_rules_stand_alone(settings):
    settings.BREACHED_PASSWORDS = ""
    validate_password(LEAKED[7], User(handle="quiet-heron"))


def test_a_list_that_is_not_there_stops_the_site_and_is_never_passed_over(tmp_path, settings):
    missing = str(tmp_path / "nowhere.txt")
    with pytest.raises(ImproperlyConfigured, match="no such file"):
        readable_list(missing)
    settings.BREACHED_PASSWORDS = missing
    with pytest.raises(ImproperlyConfigured, match="cannot be read"):
        validate_password(CLEAN[7], User(handle="quiet-heron"))
    assert readable_list("") == ""
