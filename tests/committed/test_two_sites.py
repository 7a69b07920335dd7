"""A course goes as a file to a second, empty site, and is the same course there: pages, media, questions, awards."""

import io
import shutil
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test.utils import override_settings
from wagtail.models import Page, Site

from assessments.models import Item, StepTest, Topic, Wording
from certificates.models import Award
from courses.exchange.exporting import Exported, export_course
from courses.exchange.homes import homes_by_language
from courses.exchange.importing import import_course
from courses.models import Programme, ReadingPage, VideoPage
from tests.copies import copied_database

CURRICULUM = settings.ROOT / "curriculum"


@contextmanager
def a_site(folder, label):
    """An empty site of its own: another database, other media, other secrets."""
    home = folder / label
    home.mkdir()
    with override_settings(VAR=home, MEDIA_ROOT=str(home / "media")), copied_database(folder, label):
        call_command("setup_site", verbosity=0)
        yield


def alone(folder, programme):
    """Return the courses' files with this one programme."""
    shutil.copytree(CURRICULUM / programme, folder / "files" / programme)
    shutil.copy(CURRICULUM / "facts.md", folder / "files")
    return folder / "files"


def exported(slug: str) -> tuple[bytes, Exported]:
    target = io.BytesIO()
    done = export_course(Programme.objects.get(slug=slug), target)
    return target.getvalue(), done


@pytest.mark.django_db(transaction=True)
def test_a_second_site_has_the_same_course(tmp_path, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        carry_over(tmp_path)


def carry_over(tmp_path):
    with a_site(tmp_path, "first"):
        call_command("load_curriculum", folder=alone(tmp_path, "anshan"), verbosity=0)
        file, first = exported("anshan")
        items = Item.objects.filter(form__instrument__slug="anshan").count()
    with a_site(tmp_path, "second"):
        homes = homes_by_language(Site.objects.get(is_default_site=True))
        before = Page.objects.count()
        assert not import_course(io.BytesIO(file), homes, dry_run=True).faults
        assert (Page.objects.count(), Programme.objects.count()) == (before, 0)
        report = import_course(io.BytesIO(file), homes)
        assert (report.left, report.renewed) == ([], [])
        again, second = exported("anshan")
        assert second.digest == first.digest
        assert again == file
        assert (
            Item.objects.count()
            == items
            == Wording.objects.filter(language="en", question__kind="KNOWLEDGE").count() + 5
        )
        assert StepTest.objects.count() == 4 and Award.objects.count() == 2
        assert not Topic.objects.filter(read_again=None).exists()
        lesson = ReadingPage.objects.get(slug="ten-minutes", locale__language_code="zh-hans")
        assert lesson.live and "先救呼吸" in str(lesson.body)
        assert VideoPage.objects.get(locale__language_code="en").captions.count() == 2
        repeat = import_course(io.BytesIO(file), homes)
        assert (repeat.made, repeat.renewed, repeat.left) == ([], [], [])
