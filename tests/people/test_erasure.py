"""Erasing an account: at once, whole, and the totals stay."""

import datetime
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from assessments.models import Response, Score, Sitting
from certificates.models import Certificate
from courses.actions import complete_lesson
from courses.models import CohortStaff, Completion, Enrolment, LessonCompletion
from people.actions import issue_recovery_codes
from people.erasure import LastAdministratorError, bury, erase, reapply_erasures
from people.models import RecoveryCode, Session, StaffAction, User
from reports.choices import Population
from reports.measures import measure
from tests.factories.assessments import sitting
from tests.factories.certificates import award, certificate
from tests.factories.courses import CohortFactory, EnrolmentFactory, course_with_lessons
from tests.factories.people import PASSWORD, UserFactory
from tests.factories.reports import programme_with_waves
from tests.reading import browser, words

DAY = datetime.date(2026, 3, 9)


@pytest.fixture(autouse=True)
def erasures(settings, tmp_path):
    settings.ERASURES_FILE = str(tmp_path / "erased")


@pytest.fixture
def learnt(cast):
    """Mei has learnt, answered, been scored and certified; one sitting is still open."""
    programme = programme_with_waves("other", waves=("INTAKE", "END"))
    enrolment = EnrolmentFactory(
        learner=cast.mei, cohort=CohortFactory(programme=programme, audience=cast.mei.audience)
    )
    tests = [step.test for step in programme.steps.order_by("sort_order")]
    sitting(tests[0], enrolment, right=1, submitted_on=DAY)
    sitting(tests[1], enrolment, right=2)
    _course, lessons = course_with_lessons(cast.programme)
    complete_lesson(cast.mei, lessons[0], on=DAY)
    certificate(award([tests[0].step]), cast.mei)
    issue_recovery_codes(cast.mei)
    return programme


def test_everything_that_is_hers_goes(cast, learnt):
    browser(cast.mei)
    erase(cast.mei)
    assert not User.objects.filter(pk=cast.mei.pk).exists()
    for model in (RecoveryCode, Session, LessonCompletion, Response, Certificate):
        assert not model.objects.exists()
    assert not Completion.objects.filter(enrolment__learner=None).exists()
    assert not Sitting.objects.filter(state="OPEN").exists()


def test_the_totals_stay(cast, learnt):
    before = measure(learnt, Population.REAL)
    assert before.audiences[0].wave("INTAKE").n == 1
    erase(cast.mei)
    after = measure(learnt, Population.REAL)
    assert after.audiences[0].enrolled == before.audiences[0].enrolled
    assert after.audiences[0].wave("INTAKE") == before.audiences[0].wave("INTAKE")


def test_what_stays_has_another_id_and_a_month_for_a_day(cast, learnt):
    old = set(Sitting.objects.values_list("pk", flat=True))
    erase(cast.mei)
    left = Sitting.objects.get()
    assert left.pk not in old
    assert (left.enrolment.learner, left.submitted_on) == (None, datetime.date(2026, 3, 1))
    assert timezone.localtime(left.started_at).isoformat().startswith("2026-03-01T00:00:00")
    assert Score.objects.get().sitting == left


def test_others_keep_what_is_theirs(cast, learnt):
    erase(cast.mei)
    assert Enrolment.objects.filter(learner__in=[cast.bo, cast.ying]).count() == 2


def test_her_trainer_sees_a_cohort_without_her(cast):
    erase(cast.mei)
    page = browser(cast.lan).get(f"/en/cohorts/{cast.peers.pk}/")
    assert page.status_code == 200
    assert "mei-7kq" not in words(page)


def test_whoever_is_in_no_total_leaves_nothing(cast):
    for field in ("is_demonstration", "is_synthetic"):
        nobody = UserFactory(**{field: True})
        EnrolmentFactory(learner=nobody, cohort=CohortFactory(programme=cast.programme))
        erase(nobody)
    assert not Enrolment.objects.filter(learner=None).exists()


def test_staff_leave_their_rights_and_the_record_of_their_deeds_stays(cast):
    erase(cast.lan)
    assert not CohortStaff.objects.filter(cohort=cast.peers).exists()
    assert StaffAction.objects.get(by=cast.lan.pk).deed == "erased account"


def test_the_last_administrator_stays(cast):
    only = UserFactory(is_superuser=True, is_staff=True)
    with pytest.raises(LastAdministratorError):
        erase(only)
    UserFactory(is_superuser=True, is_staff=True)
    erase(only)
    assert not User.objects.filter(pk=only.pk).exists()


def test_somebody_erased_who_comes_back_with_a_backup_is_erased_again(cast):
    erase(cast.mei)
    User.objects.create_user("mei-7kq", PASSWORD, pk=cast.mei.pk, audience=cast.mei.audience)
    assert reapply_erasures() == 1
    assert not User.objects.filter(handle="mei-7kq").exists()
    assert User.objects.filter(pk=cast.bo.pk).exists()
    assert reapply_erasures() == 0


def test_the_command_after_a_restore_says_what_it_did(cast, capsys):
    bury(cast.mei.pk)
    call_command("reapply_erasures")
    call_command("reapply_erasures")
    said = capsys.readouterr().out
    assert "1 account was in the backup and had been erased: it is erased again." in said
    assert "Nobody in this database had been erased." in said


def test_the_file_of_tombstones_names_nobody(cast, settings):
    erase(cast.mei)
    held = Path(settings.ERASURES_FILE).read_text()
    assert len(held.strip()) == 64
    assert cast.mei.pk.hex not in held and "mei" not in held
