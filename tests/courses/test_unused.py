"""A cohort or a programme goes as long as nothing stands on it; afterwards its end is refused in words."""

import pytest
from wagtail.models import ModelLogEntry

from courses.models import Cohort, CohortStaff, Programme
from tests.factories.courses import CohortFactory, CohortStaffFactory
from tests.reading import browser, words
from tests.roles import ADMINISTRATOR, TRAINER, make_world


@pytest.fixture
def world(cast):
    return make_world(cast)


def end(client, kind, row):
    return client.post(f"/cms/{kind}/delete/{row.pk}/", follow=True)


def test_a_cohort_people_have_joined_stays_with_everything_in_it(world):
    answer = end(world.client(TRAINER), "cohort", world.peers)
    assert answer.status_code == 200
    assert "People have joined this cohort" in words(answer)
    assert Cohort.objects.filter(pk=world.peers.pk).exists()
    assert CohortStaff.objects.filter(cohort=world.peers).count() == 2
    assert not ModelLogEntry.objects.filter(action="wagtail.delete").exists()


def test_a_cohort_nobody_joined_goes_and_once_only(world):
    mistaken = CohortFactory(programme=world.programme)
    CohortStaffFactory(cohort=mistaken, user=world.users[TRAINER])
    assert end(world.client(TRAINER), "cohort", mistaken).status_code == 200
    assert not Cohort.objects.filter(pk=mistaken.pk).exists()
    assert end(world.client(TRAINER), "cohort", mistaken).status_code == 404


def test_a_programme_with_cohorts_stays(world):
    answer = end(world.client(ADMINISTRATOR), "programme", world.programme)
    assert "cannot be deleted" in words(answer)
    assert Programme.objects.filter(pk=world.programme.pk).exists()


def test_somebody_elses_cohort_is_not_there(world, cast):
    assert end(browser(cast.hua), "cohort", world.peers).status_code == 404


def test_the_history_of_a_cohort_is_shown_to_who_looks_after_it(world):
    assert world.client(TRAINER).get(f"/cms/cohort/history/{world.peers.pk}/").status_code == 200
