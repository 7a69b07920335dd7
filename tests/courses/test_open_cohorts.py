"""Which cohorts may be joined without a code: open ones, never a protected one."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from courses.models import Cohort
from tests.factories.courses import ARRIVED, CohortFactory
from tests.reading import browser, words


def joinable():
    return set(Cohort.objects.joinable_without_code(ARRIVED))


def test_only_open_ones(cast):
    assert joinable() == set()
    Cohort.objects.filter(pk=cast.workers.pk).update(is_open=True)
    assert joinable() == {cast.workers}


def test_never_a_protected_one_even_if_somebody_opened_it(cast):
    Cohort.objects.update(is_open=True)
    assert cast.peers not in joinable()
    with pytest.raises(ValidationError):
        Cohort.objects.get(pk=cast.peers.pk).full_clean()


def test_not_after_its_last_day(cast):
    ended = CohortFactory(is_open=True, ends_on=ARRIVED + datetime.timedelta(days=1))
    assert ended in joinable()
    Cohort.objects.filter(pk=ended.pk).update(ends_on=ARRIVED)
    assert ended in joinable()
    assert not Cohort.objects.joinable_without_code(ARRIVED + datetime.timedelta(days=1)).exists()


def test_a_visitor_joins_an_open_cohort_without_a_code(cast, client):
    Cohort.objects.update(is_open=True)
    assert client.post(f"/en/join/open/{cast.workers.pk}/").url == "/en/join/notice/"
    assert client.get("/en/join/notice/").status_code == 200
    assert "Bridge" in words(client.get("/en/join/notice/"))


def test_a_protected_or_closed_cohort_is_not_found(cast, client):
    Cohort.objects.filter(pk=cast.peers.pk).update(is_open=True)
    for cohort in (cast.peers, cast.police):
        assert client.post(f"/en/join/open/{cohort.pk}/").status_code == 404
    assert client.get("/en/join/notice/").url == "/en/join/"


def test_looking_is_not_joining(cast):
    Cohort.objects.update(is_open=True)
    assert browser().get(f"/en/join/open/{cast.workers.pk}/").status_code == 405
