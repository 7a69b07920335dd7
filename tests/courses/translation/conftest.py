"""A small course in a site of five languages, and somebody who translates it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation

from config.groundwork.languages import follow_source, make_home_pages, make_locales
from config.groundwork.roles import make_roles
from courses.models import ReadingPage
from courses.translation.actions import begin
from people.actions import grant_role
from people.choices import Role
from people.models import User
from tests.cast import Cast, make_cast
from tests.factories.courses import course_with_lessons, translated
from tests.factories.people import UserFactory


@dataclass(frozen=True)
class Desk:
    """A lesson in English, and the people around its translation."""

    lesson: Page
    translator: User
    trainer: User
    moderator: User

    def locale(self, code: str) -> Locale:
        """Return a language of the site."""
        return Locale.objects.get(language_code=code)

    def page(self, code: str) -> ReadingPage:
        """Return the lesson as it is now in a language."""
        return ReadingPage.objects.get(translation_key=self.lesson.translation_key, locale__language_code=code)

    def begun(self, code: str = "my", *texts: str) -> Translation:
        """Return the translation of the lesson into a language, begun, with its first texts translated."""
        translated(self.lesson, code)
        (made,) = begin(self.lesson, [self.locale(code)], by=self.translator)
        for segment, text in zip(made.source.stringsegment_set.order_by("order"), texts, strict=False):
            StringTranslation.objects.create(
                translation_of=segment.string, context=segment.context, locale=made.target_locale, data=text
            )
        return made

    def in_chinese(self, *texts: str) -> ReadingPage:
        """Return a live page of its own in Chinese, as the files of the courses make it: title and key message."""
        page = translated(self.lesson, "zh-hans").specific
        page.alias_of = None
        page.title = page.draft_title = texts[0]
        set_blocks(page, texts[1:])
        page.save()
        return self.page("zh-hans")


def blocks(page: Page) -> list[dict[str, Any]]:
    """Return the blocks of a page as they are stored; a copy, since pages made from one another share theirs."""
    found: list[dict[str, Any]] = json.loads(json.dumps(list(page.body.raw_data)))
    return found


def set_blocks(page: Page, values: Iterable[Any]) -> None:
    """Put values into the first blocks of a page; nothing is saved."""
    body = blocks(page)
    for block, value in zip(body, values, strict=False):
        block["value"] = value
    page.body = ReadingPage.body.field.stream_block.to_python(body)


@pytest.fixture(scope="module")
def ground(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[Cast, Desk]]:
    """Lay everything as `setup_site` does, with a course of one lesson and a translator, once for a file of tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        cast = make_cast()
        make_locales()
        make_roles(make_home_pages().values())
        follow_source()
        _course, lessons = course_with_lessons(cast.programme, lessons=1)
        translator = UserFactory(handle="nilar", audience=cast.lan.audience)
        grant_role(translator, Role.TRANSLATOR)
        yield cast, Desk(lessons[0], translator, cast.lan, cast.author)
        transaction.set_rollback(True)


@pytest.fixture
def cast(db: None, ground: tuple[Cast, Desk]) -> Cast:
    """The named people of this small site."""
    return ground[0]


@pytest.fixture
def desk(db: None, ground: tuple[Cast, Desk]) -> Desk:
    """The lesson and its people, fresh from the database: every test takes back what it does."""
    made = ground[1]
    people = [User.objects.get(pk=one.pk) for one in (made.translator, made.trainer, made.moderator)]
    return Desk(ReadingPage.objects.get(pk=made.lesson.pk), *people)
