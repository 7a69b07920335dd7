"""How much of a result is told, and when: nothing until it closes, topics, or each question with its reason."""

import datetime

import pytest
from django.utils import timezone

from assessments.models import Response, Sitting, Topic, Wording
from courses.actions import give_extension
from tests.clock import on
from tests.factories.assessments import RoomFactory, StepTestFactory, instrument, sitting
from tests.factories.courses import StepFactory, course_with_lessons, translated
from tests.reading import browser, links, queries, words

IN_TIME = datetime.date(2026, 12, 5)


def at(made):
    return f"/en/sittings/{made.pk}/result/"


@pytest.fixture
def exam(cast):
    window = {"opening": "YEARLY", "window_from": "12-01", "window_to": "12-31"}
    step = StepFactory(programme=cast.programme, kind="EXAM", code="exam", **window)
    return StepTestFactory(step=step, wave="ANNUAL", feedback="NONE_UNTIL_CLOSED")


def test_nothing_is_told_until_the_window_closes(cast, exam):
    made = sitting(exam, cast.enrolment_of(cast.mei), right=3, submitted_on=IN_TIME)
    mei = browser(cast.mei)
    with on(datetime.date(2026, 12, 31)):
        said = words(mei.get(at(made)))
        assert "Your test is handed in" in said
        assert "results are shown after 31 December 2026" in said
        assert "3 of 4" not in said
    with on(datetime.date(2027, 1, 1)):
        assert "You know 3 of 4 today." in words(mei.get(at(made)))


def test_an_extension_puts_it_off_for_this_person_alone(cast, exam):
    mine, theirs = (
        sitting(exam, cast.enrolment_of(one), right=3, submitted_on=IN_TIME) for one in (cast.mei, cast.ying)
    )
    closes_on = datetime.date(2027, 1, 15)
    give_extension(cast.enrolment_of(cast.mei), exam.step, opens_on=None, closes_on=closes_on, by=cast.lan)
    with on(closes_on):
        assert "shown after 15 January 2027" in words(browser(cast.mei).get(at(mine)))
        assert "You know 3 of 4" in words(browser(cast.ying).get(at(theirs)))


def test_a_first_result_that_is_not_told_yet_stands_beside_no_later_one(cast, exam):
    sitting(exam, cast.enrolment_of(cast.mei), right=1, submitted_on=IN_TIME)
    later = StepTestFactory(step=StepFactory(programme=cast.programme, kind="TEST", code="later"), wave="END")
    made = sitting(later, cast.enrolment_of(cast.mei), form="B", right=3, submitted_on=IN_TIME)
    with on(datetime.date(2026, 12, 20)):
        assert "You know 3 of 4 today." in words(browser(cast.mei).get(at(made)))


@pytest.fixture
def answers(intake):
    intake.feedback = "ANSWERS"
    intake.save()
    return intake


@pytest.fixture
def reviewed(cast, answers):
    """One of four right, the others answered with b."""
    return sitting(answers, cast.enrolment_of(cast.mei), right=1, submitted_on=IN_TIME)


def test_each_question_is_shown_with_ones_answer_the_right_one_and_points(cast, reviewed):
    said = words(browser(cast.mei).get(at(reviewed)))
    assert "1. What about Q0? Your answer Q0 a Points 1 of 1" in said
    assert "2. What about A0? Your answer A0 b Right is A0 a Points 0 of 1" in said


def test_the_reason_stands_below(cast, answers):
    Wording.objects.all().delete()
    for item in answers.instrument.forms.get(letter="A").items.all():
        options = [{"id": one, "text": one.upper()} for one in "ab"]
        Wording.objects.create(
            question=item.question, language="en", stem="So?", options=options, rationale="Breath comes first."
        )
    made = sitting(answers, cast.enrolment_of(cast.mei), right=1, submitted_on=IN_TIME)
    assert "Breath comes first." in words(browser(cast.mei).get(at(made)))


def test_with_points_alone_no_key_is_on_the_page(cast, intake):
    made = sitting(intake, cast.enrolment_of(cast.mei), right=1, submitted_on=IN_TIME)
    assert "Right is" not in words(browser(cast.mei).get(at(made)))
    assert "What about" not in words(browser(cast.mei).get(at(made)))


def test_while_another_such_test_is_under_way_no_key_is_shown(cast, answers, reviewed):
    end = StepTestFactory(step=StepFactory(programme=cast.programme, kind="TEST", code="end"), wave="END")
    other = sitting(end, cast.enrolment_of(cast.mei), form="B")
    said = words(browser(cast.mei).get(at(reviewed)))
    assert "Another test with such questions is under way." in said
    assert "Right is" not in said
    browser(cast.mei).post(f"/en/sittings/{other.pk}/finish/")
    assert "Right is" in words(browser(cast.mei).get(at(reviewed)))


def test_once_answers_are_no_longer_kept_the_points_stay(cast, reviewed):
    Response.objects.all().delete()
    said = words(browser(cast.mei).get(at(reviewed)))
    assert "Your single answers are no longer kept" in said
    assert "You know 1 of 4" in said


def test_what_improved_and_what_to_read_again(cast, intake):
    course, (lesson,) = course_with_lessons(cast.programme, lessons=1)
    StepFactory(programme=cast.programme, code="book", page=course)
    locked, (closed,) = course_with_lessons(cast.programme, lessons=1, slug="later")
    StepFactory(
        programme=cast.programme, page=locked, opening="AFTER_STEP", after=StepFactory(programme=cast.programme)
    )
    breath, blood = Topic.objects.order_by("position")
    Topic.objects.filter(pk=breath.pk).update(read_again=lesson)
    Topic.objects.filter(pk=blood.pk).update(read_again=closed)
    sitting(intake, cast.enrolment_of(cast.mei), right=0, submitted_on=IN_TIME)
    end = StepTestFactory(step=StepFactory(programme=cast.programme, kind="TEST", code="end"), wave="END")
    made = sitting(end, cast.enrolment_of(cast.mei), form="B", right=2, submitted_on=IN_TIME)
    page = browser(cast.mei).get(at(made))
    assert "What improved" in words(page)
    assert "1 more than the first time." in words(page)
    assert "Breath : Lesson 1" in words(page)
    assert lesson.url in links(page)
    assert closed.url not in links(page)


def test_the_page_to_read_again_is_in_the_language_of_the_reader(cast, intake):
    course, (lesson,) = course_with_lessons(cast.programme, lessons=1)
    StepFactory(programme=cast.programme, code="book", page=course)
    Topic.objects.update(read_again=lesson)
    other = translated(lesson, "zh-hans")
    made = sitting(intake, cast.enrolment_of(cast.mei), right=0, submitted_on=IN_TIME)
    assert other.url in links(browser(cast.mei).get(at(made).replace("/en/", "/zh-hans/")))


@pytest.mark.parametrize(
    ("ending", "told"),
    [
        ("GRACE", "within a minute after the end"),
        ("TIME_UP", "The time was over."),
        ("ROOM_CLOSED", "The room was closed."),
    ],
)
def test_how_it_ended_is_explained(cast, intake, ending, told):
    made = sitting(intake, cast.enrolment_of(cast.mei), right=1, submitted_on=IN_TIME)
    Sitting.objects.update(ending=ending)
    assert told in words(browser(cast.mei).get(at(made)))


@pytest.mark.parametrize(
    ("in_room", "accepted", "told"),
    [
        (False, False, "They are kept, but they do not count."),
        (True, False, "count if the trainer who opened the room accepts them"),
        (True, True, "4 answers came late and were accepted: they count."),
    ],
)
def test_late_answers_are_explained(cast, intake, in_room, accepted, told):
    made = sitting(intake, cast.enrolment_of(cast.mei), right=1, submitted_on=IN_TIME)
    room = RoomFactory(cohort=cast.peers, test=intake) if in_room else None
    Sitting.objects.update(ending="TIME_UP", room=room, late_accepted=accepted)
    Response.objects.update(timing="LATE")
    assert told in words(browser(cast.mei).get(at(made)))


def test_it_costs_the_same_with_four_questions_and_with_thirty(cast, answers, reviewed):
    mei = browser(cast.mei)
    few = queries(mei, at(reviewed))
    large = instrument("large", questions=30)
    step = StepFactory(programme=cast.programme, kind="TEST", code="big")
    big = StepTestFactory(step=step, instrument=large, feedback="ANSWERS")
    made = sitting(big, cast.enrolment_of(cast.mei), right=3, submitted_on=IN_TIME)
    assert queries(mei, at(made)) == few <= 20


def test_a_sitting_whose_time_ran_out_shows_its_result(cast, intake):
    made = sitting(intake, cast.enrolment_of(cast.mei), right=1)
    Sitting.objects.update(ends_at=timezone.now() - datetime.timedelta(minutes=2))
    said = words(browser(cast.mei).get(at(made)))
    assert "You know 1 of 4 today." in said
    assert "The time was over." in said
