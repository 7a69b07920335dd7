"""Saving an answer: once is enough, order does not matter, and nothing is taken after the end."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.actions import SittingClosedError, grade_of, open_page, save_answer, submit
from assessments.choices import Ending
from assessments.models import Response, Room
from assessments.papers import places
from tests.factories.assessments import StepTestFactory, sitting
from tests.factories.courses import ARRIVED

schedules = st.lists(st.tuples(st.integers(1, 40), st.sampled_from(["a", "b", "c", "dk", ""])), max_size=12)


@pytest.fixture
def made(cast):
    return sitting(StepTestFactory(step__programme=cast.programme), cast.enrolment_of(cast.mei))


def save(made, choice="a", sequence=1, item=None, come_back=False, at=None):
    item = item or made.form.items.first()
    return save_answer(made, item, choice, sequence=sequence, come_back=come_back, at=at or timezone.now())


def standing(made):
    return [place.answer for place in places(made)]


def test_an_answer_is_kept_with_the_moment_it_was_kept(made):
    at = timezone.now()
    saved = save(made, "b", at=at)
    assert (saved.at, saved.is_overtaken) == (at, False)
    assert standing(made) == ["b", None, None, None]


def test_the_same_answer_again_changes_nothing_and_keeps_its_first_moment(made):
    first = save(made)
    again = save(made, at=timezone.now() + datetime.timedelta(minutes=5))
    assert again == first
    assert Response.objects.count() == 1


def test_a_later_answer_stands_and_the_older_one_is_history(made):
    save(made, "a", 1)
    save(made, "b", 2)
    assert standing(made)[0] == "b"
    assert Response.objects.count() == 2


def test_an_older_answer_that_arrives_late_is_told_so_and_does_not_stand(made):
    save(made, "b", 2)
    assert save(made, "a", 1).is_overtaken
    assert standing(made)[0] == "b"


def test_another_answer_under_the_same_number_is_not_said_to_be_saved(made):
    save(made, "a", 1)
    assert save(made, "b", 1).is_overtaken
    assert standing(made)[0] == "a"


def test_an_answer_can_be_taken_back_and_marked(made):
    save(made, "a", 1)
    save(made, "", 2, come_back=True)
    place = places(made)[0]
    assert (place.answer, place.come_back) == (None, True)


def test_nothing_is_taken_after_submission(made):
    save(made)
    submit(made, on=ARRIVED)
    with pytest.raises(SittingClosedError):
        save(made, "b", 2)
    assert Response.objects.count() == 1


def test_the_same_answer_again_is_still_said_to_be_saved_after_submission(made):
    """The line dropped after the commit: whoever asks again is told the truth."""
    first = save(made)
    submit(made, on=ARRIVED)
    assert save(made, at=timezone.now() + datetime.timedelta(hours=1)) == first


@pytest.mark.parametrize(
    ("seconds", "timing", "points"),
    [(0, "ON_TIME", 1), (1, "GRACE", 1), (60, "GRACE", 1), (61, "LATE", 0), (86_400, "LATE", 0)],
)
def test_after_the_end_an_answer_is_flagged_and_a_late_one_does_not_count(made, seconds, timing, points):
    made.ends_at = timezone.now()
    made.save()
    assert save(made, "a", 1, at=made.ends_at + datetime.timedelta(seconds=seconds)).timing == timing
    assert Response.objects.get().timing == timing
    assert grade_of(made).points == points


def test_after_a_day_nothing_is_kept(made):
    made.ends_at = timezone.now()
    made.save()
    with pytest.raises(SittingClosedError):
        save(made, "b", 2, at=made.ends_at + datetime.timedelta(hours=24, seconds=1))
    assert not Response.objects.exists()


def test_an_answer_given_in_the_grace_that_comes_behind_the_worker_is_late(made):
    made.ends_at = timezone.now()
    made.save()
    submit(made, on=ARRIVED, ending=Ending.TIME_UP)
    assert save(made, at=made.ends_at + datetime.timedelta(seconds=59)).timing == "LATE"


def test_a_closed_room_takes_nothing_though_its_sittings_are_not_yet_submitted(made, cast):
    made.room = Room.objects.create(
        cohort=cast.peers, test=made.test, opened_at=timezone.now(), closed_at=timezone.now()
    )
    made.save()
    with pytest.raises(SittingClosedError):
        save(made)


@pytest.mark.parametrize("repeat", [False, True])
def test_saving_takes_two_statements_and_finding_it_saved_one(made, repeat):
    item = made.form.items.first()
    if repeat:
        save(made, item=item)
    with CaptureQueriesContext(connection) as captured:
        save(made, item=item)
    asked = [one["sql"].split()[0] for one in captured if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert asked == (["SELECT"] if repeat else ["SELECT", "INSERT"])


def test_a_page_opened_later_counts_as_later_whatever_the_older_one_sends(made):
    older, newer = open_page(made), open_page(made)
    assert newer > older + 999_999 - 1


def arrive(made, schedule, random):
    """Send each answer twice, in any order: what stands is the one with the highest number."""
    Response.objects.all().delete()
    sent = list(dict(schedule).items())
    for sequence, choice in random.sample(sent * 2, 2 * len(sent)):
        save(made, choice, sequence)
    expected = max(sent)[1] if sent else None
    assert standing(made)[0] == (expected or None)
    assert Response.objects.count() == len(sent)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(schedules, st.randoms(use_true_random=False))
def test_any_order_of_arrival_ends_the_same(made, schedule, random):
    """Lines drop and answers come late or twice."""
    arrive(made, schedule, random)


@pytest.mark.long
def test_a_thousand_schedules_end_the_same(made, record_property):
    @settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
    @given(schedules, st.randoms(use_true_random=False))
    def schedule_by_schedule(schedule, random):
        arrive(made, schedule, random)

    schedule_by_schedule()
    record_property("schedules of doubled and reordered saves that converge", 1000)
