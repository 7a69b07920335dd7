"""Saving an answer: once is enough, order does not matter, and nothing is taken after the end."""

import datetime

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.actions import SittingClosedError, open_page, save_answer, submit
from assessments.models import Response
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


def test_nothing_is_taken_after_the_time_is_over(made):
    made.ends_at = timezone.now()
    made.save()
    save(made, "a", 1, at=made.ends_at)
    with pytest.raises(SittingClosedError):
        save(made, "b", 2, at=made.ends_at + datetime.timedelta(seconds=1))


def test_a_page_opened_later_counts_as_later_whatever_the_older_one_sends(made):
    older, newer = open_page(made), open_page(made)
    assert newer > older + 999_999 - 1


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(schedules, st.randoms(use_true_random=False))
def test_any_order_of_arrival_ends_the_same(made, schedule, random):
    """Lines drop and answers come late or twice: what stands is the answer with the highest number."""
    Response.objects.all().delete()
    sent = list(dict(schedule).items())
    arriving = random.sample(sent * 2, 2 * len(sent))
    for sequence, choice in arriving:
        save(made, choice, sequence)
    expected = max(sent)[1] if sent else None
    assert standing(made)[0] == (expected or None)
    assert Response.objects.count() == len(sent)
