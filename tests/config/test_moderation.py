"""A moderation round between staff who have no address: what is submitted waits, what is approved is live."""

import pytest
from django.core import mail
from wagtail.models import Comment, Page, PageSubscription

from config.groundwork.roles import make_roles
from courses.models import ProgrammePage
from tests.config.editing import comment, page_form, reply, save
from tests.factories.courses import course_with_lessons, home_page, programme_page
from tests.factories.people import UserFactory
from tests.reading import browser

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


@pytest.fixture
def course(cast, lesson) -> Page:
    """The course around the lesson, and a technical administrator whom Wagtail would notify of everything."""
    UserFactory(handle="root", is_superuser=True, is_staff=True)
    return lesson.get_parent().get_parent().specific


def decide(user, course, action, words=""):
    state = course.current_workflow_task_state
    answer = browser(user).post(f"/cms/pages/workflow/action/{course.pk}/{action}/{state.pk}/", {"comment": words})
    assert answer.status_code == 302 and answer.url.startswith("/cms/")
    course.refresh_from_db()


def test_a_whole_round_through_the_real_views_sends_no_notice_and_breaks_at_none(cast, course):
    trainer, moderator = browser(cast.lan), browser(cast.author)
    save(trainer, course, title="First try", **{"action-submit": "1"})
    decide(cast.author, course, "reject", "Say more.")
    assert Page.objects.get(pk=course.pk).title == "The book"
    save(trainer, course, title="Second try", **{"action-submit": "1"})
    assert moderator.get(f"/cms/pages/{course.pk}/edit/").status_code == 200
    decide(cast.author, course, "approve", "Good.")
    assert Page.objects.get(pk=course.pk).title == "Second try"
    save(trainer, course, title="Third try", **{"action-submit": "1"})
    # Wagtail shows the editor again after a cancellation.
    trainer.post(f"/cms/pages/{course.pk}/edit/", page_form(course) | {"action-cancel-workflow": "1"})
    assert not Page.objects.get(pk=course.pk).specific.workflow_in_progress
    assert trainer.get(f"/cms/pages/{course.pk}/workflow_history/").status_code == 200
    assert mail.outbox == []


def test_comments_and_replies_send_no_notice_and_break_nothing(cast, course):
    trainer, moderator = browser(cast.lan), browser(cast.author)
    save(trainer, course, **comment("Is this the right word?"))
    held = Comment.objects.get()
    assert (held.user, held.text) == (cast.lan, "Is this the right word?")
    save(moderator, course, **comment(held.text, held.pk, replies=reply("It is.")))
    assert held.replies.get().user == cast.author
    assert set(PageSubscription.objects.values_list("user__handle", flat=True)) == {"lan", "author"}
    replied = {"comments-0-replies-INITIAL_FORMS": 1, "comments-0-replies-0-id": held.replies.get().pk}
    save(trainer, course, **(comment(held.text, held.pk, replies=reply("It is.") | replied, resolved="on")))
    held.refresh_from_db()
    assert held.resolved_by == cast.lan
    assert mail.outbox == []


@pytest.mark.parametrize("name", ["lan", "author"])
def test_the_first_page_of_the_staff_opens_while_something_waits(cast, course, name):
    save(browser(cast.lan), course, title="Waits", **{"action-submit": "1"})
    answer = browser(getattr(cast, name)).get("/cms/")
    assert answer.status_code == 200 and "Waits" in answer.content.decode()


def test_the_editor_saves_by_itself_without_an_address(cast, course):
    form = page_form(course, title="Saved by itself")
    answer = browser(cast.lan).post(f"/cms/pages/{course.pk}/edit/", form, headers={"accept": "application/json"})
    assert answer.json()["success"] is True
