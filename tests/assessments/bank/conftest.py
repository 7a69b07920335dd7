"""A bank with roles in place, and what the form of a question sends."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from assessments.models import Question, QuestionBank, QuestionText, Topic
from config.groundwork.roles import make_roles
from people.actions import grant_role
from people.choices import Role
from people.models import User
from tests.config.editing import formset
from tests.factories.courses import home_page
from tests.factories.people import UserFactory
from tests.reading import browser

ENGLISH = {"language": "en", "stem": "How long?", "options": "Two minutes\nTen minutes", "rationale": "It is so."}
CHINESE = {"language": "zh-hans", "stem": "多久？", "options": "两分钟\n十分钟", "rationale": "就是这样。"}


@pytest.fixture
def bank(cast) -> QuestionBank:
    """A bank with one topic, in a site whose roles are in place."""
    make_roles([home_page()])
    made = QuestionBank.objects.create(slug="first-aid", name="First aid")
    Topic.objects.create(bank=made, code="breath", names={"en": "Breath", "zh-hans": "呼吸"})
    return made


@pytest.fixture
def people(bank) -> Callable[[Role], User]:
    """Return a way to get somebody with one role and no other."""

    def with_role(role: Role) -> User:
        user = UserFactory(handle=f"only-{role.value.lower()}", is_staff=True)
        grant_role(user, role)
        return user

    return with_role


@pytest.fixture
def author(people) -> Client:
    """A browser of somebody who writes and does not publish."""
    return browser(people(Role.AUTHOR))


@pytest.fixture
def moderator(people) -> Client:
    """A browser of somebody who publishes."""
    return browser(people(Role.MODERATOR))


def question_form(
    bank: QuestionBank, *texts: dict[str, str], pks: tuple[int, ...] = (), **fields: Any
) -> dict[str, Any]:
    """Return the form of a question; `pks` are those of texts that are there already."""
    texts = texts or (ENGLISH, CHINESE)
    sent = {
        "bank": bank.pk,
        "code": "Q1",
        "topic": Topic.objects.get(bank=bank).pk,
        "kind": "KNOWLEDGE",
        "type": "single-choice",
        "key": "b",
        "scoring": "all-or-nothing",
        **formset("texts", len(texts), len(pks)),
        **formset("pictures"),
    }
    for at, text in enumerate(texts):
        whole = {"accepted": "", "unit": "", "id": pks[at] if at < len(pks) else "", "DELETE": "", **text}
        sent |= {f"texts-{at}-{name}": value for name, value in whole.items()}
    return sent | fields


def written(bank: QuestionBank, code: str = "Q1", **fields: Any) -> Question:
    """Return a draft with an English and a Chinese text, as the form saves it."""
    question = Question(bank=bank, code=code, key="b", topic=Topic.objects.get(bank=bank), live=False, **fields)
    question.texts = [QuestionText(**ENGLISH), QuestionText(**CHINESE)]
    question.save()
    return question


def published(bank: QuestionBank, code: str = "Q1", **fields: Any) -> Question:
    """Return a question that a moderator has published."""
    question = written(bank, code, **fields)
    question.save_revision().publish()
    question.refresh_from_db()
    return question
