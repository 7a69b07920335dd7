"""A moderation round between staff who have no address: what is submitted waits, what is approved is live."""

import pytest
from django.core import mail
from wagtail.models import Page

from config.groundwork.roles import make_roles
from courses.models import ProgrammePage
from tests.factories.courses import course_with_lessons, home_page, programme_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson(cast) -> Page:
    """A live lesson in a site whose roles are in place."""
    programme_page(cast.programme)
    make_roles([home_page()])
    return course_with_lessons(cast.programme, lessons=1)[1][0]


def submitted(lesson, by):
    lesson.title = "Changed"
    lesson.save_revision(user=by)
    return lesson.get_workflow().start(lesson, by)


def test_a_trainer_may_write_but_not_publish(cast, lesson):
    rights = lesson.permissions_for_user(cast.lan)
    assert rights.can_edit() and rights.can_submit_for_moderation() and not rights.can_publish()


def test_what_a_trainer_submits_is_live_once_it_is_approved(cast, lesson):
    state = submitted(lesson, cast.lan)
    assert Page.objects.get(pk=lesson.pk).title == "Lesson 1"
    task = state.current_task_state
    assert task.task.specific.user_can_access_editor(lesson, cast.author)
    task.approve(user=cast.author)
    assert Page.objects.get(pk=lesson.pk).title == "Changed"
    assert mail.outbox == []


def test_what_is_sent_back_changes_nothing(cast, lesson):
    state = submitted(lesson, cast.lan)
    state.current_task_state.reject(user=cast.author)
    assert Page.objects.get(pk=lesson.pk).title == "Lesson 1"


def test_a_lead_may_not_write(cast, lesson):
    assert not lesson.permissions_for_user(cast.lead).can_edit()
    assert not ProgrammePage.objects.first().permissions_for_user(cast.auditor).can_edit()
