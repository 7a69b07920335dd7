"""A learner's account: a handle with three signs, a month, and nothing else."""

import datetime
import secrets
from unittest import mock

import pytest
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError

from people.actions import create_learner
from people.handles import SUFFIX_SIGNS
from people.models import User
from tests.factories.people import PASSWORD, AudienceFactory

DAY = datetime.date(2026, 3, 17)


def join(handle="Quiet Heron"):
    return create_learner(
        handle,
        make_password(PASSWORD),
        language="zh-hans",
        audience=AudienceFactory(code="backbone", privacy_class="protected"),
        organisation=None,
        notice="2026-11",
        on=DAY,
    )


def test_the_account_holds_what_the_notice_says(db):
    learner = join()
    assert learner.handle.startswith("quiet-heron-")
    assert (learner.language, learner.notice_version) == ("zh-hans", "2026-11")
    assert learner.joined_in == datetime.date(2026, 3, 1)
    assert learner.check_password(PASSWORD)
    assert not (learner.is_staff or learner.is_superuser or learner.is_demonstration)


def test_the_same_handle_twice_makes_two_accounts_and_says_nothing_of_the_first(db):
    first, second = join(), join("QUIET-heron")
    assert first.handle != second.handle
    assert {one.handle.rsplit("-", 1)[0] for one in (first, second)} == {"quiet-heron"}


def endings(*drawn):
    """Let chance draw these endings, one after another, and nothing else of chance change."""
    signs, chance = iter("".join(drawn)), secrets.choice
    return mock.patch("secrets.choice", lambda among: next(signs) if among == SUFFIX_SIGNS else chance(among))


def test_an_ending_that_exists_is_drawn_again(db):
    with endings("7kq", "7kq", "x2m"):
        assert [join().handle, join().handle] == ["quiet-heron-7kq", "quiet-heron-x2m"]


def test_only_five_used_endings_in_a_row_give_up_and_leave_nothing(db):
    with endings(*["7kq"] * 6):
        join()
        with pytest.raises(IntegrityError):
            join()
    assert User.objects.filter(handle__startswith="quiet-heron").count() == 1


def test_ids_are_random_and_not_ordered_in_time(db):
    assert {join().pk.version for _ in range(3)} == {4}
