"""Of texts wordings are made, whichever way a question is published; none is ever changed."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from assessments.actions.publishing import RefusedError, publish_wordings
from assessments.models import Item, Question, TestForm, Wording
from people.choices import Role
from tests.assessments.bank.conftest import published, written
from tests.factories.assessments import instrument, publish
from tests.reading import browser

pytestmark = pytest.mark.django_db


def versions(question) -> list[tuple[str, int]]:
    return list(
        Wording.objects.filter(question=question).order_by("language", "version").values_list("language", "version")
    )


def on_published_form(question) -> None:
    form = TestForm.objects.create(instrument=instrument(), letter="C")
    Item.objects.create(form=form, question=question, position=1)
    publish(form)


def test_a_draft_has_no_wording(bank):
    question = written(bank)
    question.save_revision()
    assert versions(question) == []


def test_publishing_twice_adds_nothing(bank):
    question = published(bank)
    assert publish_wordings(question, at=timezone.now()) == []
    question.save_revision().publish()
    assert versions(question) == [("en", 1), ("zh-hans", 1)]


def test_only_the_language_that_changed_gets_a_version(bank):
    question = published(bank)
    text = question.texts.get(language="zh-hans")
    text.stem = "要多久？"
    text.save()
    at = timezone.now() + datetime.timedelta(days=1)
    (made,) = publish_wordings(question, at=at)
    assert (made.language, made.version, made.stem, made.made_at) == ("zh-hans", 2, "要多久？", at)
    assert Wording.objects.get(question=question, language="zh-hans", version=1).stem == "多久？"


def test_a_question_that_waits_for_its_hour_has_no_wording_yet(bank):
    question = written(bank)
    question.go_live_at = timezone.now() + datetime.timedelta(days=1)
    question.save_revision().publish()
    assert versions(question) == []


def test_an_approval_makes_wordings_and_a_refusal_none(bank, people):
    question = written(bank)
    writer = people(Role.AUTHOR)
    question.save_revision(user=writer)
    state = question.get_workflow().start(question, writer)
    task, moderator = state.current_task_state, people(Role.MODERATOR)
    assert task.task.specific.user_can_access_editor(question, moderator)
    address = f"/cms/question/workflow/action/{question.pk}"
    assert browser(writer).post(f"{address}/approve/{task.pk}/", {"comment": ""}).status_code in {302, 403}
    assert versions(question) == []
    browser(moderator).post(f"{address}/reject/{task.pk}/", {"comment": "Say more."})
    assert versions(question) == []
    again = Question.objects.get(pk=question.pk).current_workflow_state
    again.resume(user=writer)
    task = again.current_task_state
    browser(moderator).post(f"{address}/approve/{task.pk}/", {"comment": ""})
    question.refresh_from_db()
    assert question.live and versions(question) == [("en", 1), ("zh-hans", 1)]


def test_other_options_on_a_published_form_are_refused_and_nothing_is_written(bank):
    question = published(bank)
    on_published_form(question)
    text = question.texts.get(language="en")
    text.options = "Two\nTen\nTwenty"
    text.save()
    with pytest.raises(RefusedError, match="regraded"):
        publish_wordings(question, at=timezone.now())
    assert versions(question) == [("en", 1), ("zh-hans", 1)]


def test_a_draft_from_before_a_regrade_does_not_take_it_back(bank):
    question = published(bank)
    on_published_form(question)
    older = question.save_revision()
    Question.objects.filter(pk=question.pk).update(key="a")
    older.refresh_from_db()
    older.publish()
    question.refresh_from_db()
    assert question.key == "a"


def test_the_database_keeps_a_wording(bank):
    published(bank)
    with pytest.raises(IntegrityError), transaction.atomic():
        Wording.objects.update(stem="Something else")
