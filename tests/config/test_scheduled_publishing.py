"""Scheduled publishing: an approved page goes live at its hour and leaves at another; our schedule runs it."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Page

from config.groundwork.roles import make_roles
from config.groundwork.schedules import JOBS, make_schedules
from config.tasks import publish_scheduled
from courses.actions import complete_lesson
from courses.desk.actions import mark_changed
from courses.desk.changed import unread_changes
from tests.clock import on
from tests.config.editing import save
from tests.factories.courses import ARRIVED, course_with_lessons, home_page, programme_page
from tests.reading import browser

pytestmark = pytest.mark.django_db
FRIDAY, MONDAY = datetime.date(2026, 3, 6), datetime.date(2026, 3, 9)


@pytest.fixture
def lesson(cast):
    programme_page(cast.programme)
    make_roles([home_page()])
    return course_with_lessons(cast.programme, lessons=1)[1][0]


def title(page):
    return Page.objects.get(pk=page.pk).title


def at(day, hour=8):
    return datetime.datetime.combine(day, datetime.time(hour), timezone.get_default_timezone())


def run(day, hour=9):
    with on(day, hour):
        publish_scheduled()


def approved(lesson, cast, **fields):
    """Submit a change of the lesson with its hours by an author, and approve it as a moderator."""
    for name, value in ({"title": "From Monday"} | fields).items():
        setattr(lesson, name, value)
    with on(FRIDAY):
        lesson.save_revision(user=cast.lan)
        lesson.get_workflow().start(lesson, cast.lan).current_task_state.approve(user=cast.author)
    lesson.refresh_from_db()


def test_the_schedule_of_the_worker_runs_it_every_five_minutes():
    make_schedules()
    assert JOBS["publish scheduled pages"] == ("config.tasks.publish_scheduled", 5)


def test_what_is_approved_waits_for_its_hour_and_goes_live_at_it(cast, lesson):
    approved(lesson, cast, go_live_at=at(MONDAY))
    run(FRIDAY)
    run(MONDAY, hour=7)
    assert title(lesson) == "Lesson 1"
    run(MONDAY)
    assert title(lesson) == "From Monday"
    run(MONDAY)
    assert Page.objects.get(pk=lesson.pk).live


def test_a_live_page_that_never_had_a_revision_stays_live_until_then(cast, lesson):
    """The loader of the curriculum writes pages like this one."""
    assert lesson.live_revision is None
    approved(lesson, cast, go_live_at=at(MONDAY))
    held = Page.objects.get(pk=lesson.pk)
    assert held.live and held.has_unpublished_changes
    assert held.live_revision.as_object().title == "Lesson 1"
    assert lesson.revisions.count() == 2


def test_what_nobody_approved_never_goes_live_by_itself(cast, lesson):
    lesson.title, lesson.go_live_at = "From Monday", at(MONDAY)
    with on(FRIDAY):
        lesson.save_revision(user=cast.lan)
    run(MONDAY)
    assert title(lesson) == "Lesson 1"


def test_a_page_leaves_at_its_hour(cast, lesson):
    approved(lesson, cast, expire_at=at(MONDAY))
    run(FRIDAY)
    assert Page.objects.get(pk=lesson.pk).live
    run(MONDAY)
    assert not Page.objects.get(pk=lesson.pk).live


def test_a_marked_change_holds_from_the_scheduled_hour(cast, lesson):
    complete_lesson(cast.mei, lesson, on=ARRIVED)
    approved(lesson, cast, go_live_at=at(MONDAY))
    mark_changed(lesson, note="Another dose.", by=cast.lan, on=FRIDAY)
    run(FRIDAY)
    assert unread_changes(cast.mei, [lesson]) == {}
    run(MONDAY)
    assert unread_changes(cast.mei, [lesson]) == {lesson.pk: "Another dose."}


def test_a_moderator_sets_the_hours_in_the_editor(cast, lesson):
    course = lesson.get_parent().get_parent().specific
    with on(FRIDAY):
        client = browser(cast.author)
        save(client, course, title="From Monday", go_live_at="2026-03-09 08:00", **{"action-publish": "1"})
    assert title(course) == "The book"
    run(MONDAY)
    assert title(course) == "From Monday"
