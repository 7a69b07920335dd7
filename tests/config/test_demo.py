"""The demonstration: named learners at their stations, synthetic people with known figures, and its removal.

Both stand in one file, since making it takes seconds and is done once for a module.
"""

import datetime
from collections import Counter
from io import StringIO
from unittest import mock

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count, Sum
from django.utils import timezone

from assessments.models import Response, Score, Sitting
from certificates.models import Certificate
from config.demonstration import keys
from config.demonstration.cast import ACCOUNTS
from config.demonstration.cohorts import usable_codes
from courses.actions import find_join_code
from courses.models import Cohort, CohortStaff, Completion, Enrolment, JoinCode, Programme
from courses.permissions import cohorts_seen_by
from courses.plans import plan_of
from people.choices import PrivacyClass
from people.models import Organisation, User
from tests.factories.courses import EnrolmentFactory

PUBLISHED = {
    ("police", "INTAKE"): (60, 870),
    ("police", "END"): (60, 1157),
    ("backbone", "INTAKE"): (30, 376),
    ("backbone", "END"): (30, 572),
    ("fellow", "INTAKE"): (234, 2382),
    ("fellow", "END"): (234, 4249),
}
STAYED = {"police": 54, "backbone": 26, "fellow": 201}


def standing(handle: str, code: str, on: datetime.date) -> str:
    enrolment = Enrolment.objects.get(learner__handle=handle)
    step = plan_of(enrolment, on).of(code)
    assert step is not None
    return step.standing.state.value


def demo(on: datetime.date) -> None:
    with mock.patch.object(timezone, "localdate", return_value=on):
        call_command("demo", verbosity=0)


@pytest.mark.django_db
class DemonstrationTests:
    @pytest.fixture(autouse=True)
    def site(self, demonstration: None) -> None:
        """Look at one site with the demonstration."""

    @pytest.mark.parametrize(
        ("handle", "code", "state"),
        [
            ("just-joined", "intake", "open"),
            ("mid-test", "intake", "open"),
            ("waiting", "follow-up", "waiting"),
            ("follow-up-open", "follow-up", "open"),
            ("follow-up-missed", "follow-up", "missed"),
            ("certified", "exam", "done"),
            ("exam-open", "exam", "open"),
            ("officer", "course", "open"),
            ("social-worker", "course", "open"),
            ("peer", "read", "open"),
        ],
    )
    def test_station(self, handle: str, code: str, state: str) -> None:
        assert standing(handle, code, timezone.localdate()) == state

    def test_mid_test_has_seven_answers(self) -> None:
        sitting = Sitting.objects.get(enrolment__learner__handle="mid-test", state="OPEN")
        assert sitting.responses.count() == 7

    def test_the_certified_learner_holds_both_certificates(self) -> None:
        held = Certificate.objects.filter(learner__handle="certified").values_list("award__slug", flat=True)
        assert set(held) == {"course", "three-two-one"}

    def test_everybody_signs_in_with_one_password(self) -> None:
        hashes = set(User.objects.filter(is_demonstration=True).values_list("password", flat=True))
        assert len(hashes) == 1
        assert User.objects.get(handle="officer").check_password(keys.password())

    @pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.handle)
    def test_code_of_a_second_factor(self, account) -> None:
        out = StringIO()
        if account.has_second_factor:
            call_command("demo_code", account.handle, stdout=out)
            assert len(out.getvalue().strip()) == 6
        else:
            with pytest.raises(CommandError, match="needs no code"):
                call_command("demo_code", account.handle, stdout=out)

    def test_the_trainer_sees_protected_and_synthetic_cohorts(self) -> None:
        seen = cohorts_seen_by(User.objects.get(handle="trainer"))
        assert {cohort.name for cohort in seen} >= {"River", "Bridge", "Willow"}
        assert seen.filter(is_synthetic=True).count() == 2

    def test_no_police_account_has_a_right_over_a_protected_cohort(self) -> None:
        rights = CohortStaff.objects.filter(cohort__audience__privacy_class=PrivacyClass.PROTECTED)
        assert rights.exists()
        assert not rights.filter(user__audience__privacy_class=PrivacyClass.LAW_ENFORCEMENT).exists()

    def test_each_audience_can_be_joined_by_a_code(self) -> None:
        codes = usable_codes(timezone.localdate())
        assert {cohort.audience.code for cohort, _code in codes} == {"police", "social-worker", "backbone", "fellow"}
        for cohort, code in codes:
            found = find_join_code(code, timezone.localdate())
            assert found is not None
            assert found.cohort == cohort

    def test_an_open_cohort_needs_no_code(self) -> None:
        found = Cohort.objects.joinable_without_code(timezone.localdate())
        assert [cohort.programme.slug for cohort in found] == ["community-treatment"]

    def test_a_second_run_changes_nothing(self) -> None:
        def state() -> list[int]:
            models = (User, Cohort, Enrolment, Completion, Sitting, Response, Certificate, JoinCode, CohortStaff)
            return [model.objects.count() for model in models]

        before = state()
        call_command("demo", verbosity=0)
        assert state() == before

    @pytest.mark.parametrize("days", [1, 40, 200, 400])
    def test_later_the_stations_are_where_they_were(self, days: int) -> None:
        later = timezone.localdate() + datetime.timedelta(days=days)
        demo(later)
        assert standing("waiting", "follow-up", later) == "waiting"
        assert standing("follow-up-open", "follow-up", later) == "open"
        assert standing("follow-up-missed", "follow-up", later) == "missed"
        assert standing("exam-open", "exam", later) == "open"
        synthetic = Completion.objects.filter(enrolment__learner__is_synthetic=True, step__code="exam")
        assert {row.completed_on.year for row in synthetic} == {later.year - 1}

    def test_what_a_visitor_did_is_kept(self) -> None:
        enrolment = Enrolment.objects.get(learner__handle="just-joined")
        step = enrolment.programme.steps.get(code="intake")
        Completion.objects.create(enrolment=enrolment, step=step, completed_on=timezone.localdate())
        call_command("demo", verbosity=0)
        assert enrolment.completions.count() == 1

    def test_removal_takes_everything_away(self) -> None:
        call_command("demo", remove=True, stdout=StringIO())
        assert not User.objects.exists()
        assert not Cohort.objects.exists()
        assert not Response.objects.exists()
        assert not Organisation.objects.exists()
        assert set(Programme.objects.values_list("slug", flat=True)) == {"anshan", "community-treatment"}

    def test_removal_leaves_a_cohort_that_others_joined(self) -> None:
        EnrolmentFactory(cohort=Cohort.objects.get(name="Lotus", is_synthetic=False))
        out = StringIO()
        call_command("demo", remove=True, stdout=out)
        assert "1 of its cohorts stay" in out.getvalue()
        assert Enrolment.objects.count() == 1

    def test_a_real_account_is_never_taken_over(self) -> None:
        User.objects.filter(handle="officer").update(is_demonstration=False)
        with pytest.raises(CommandError, match='A real account is called "officer"'):
            call_command("demo", verbosity=0)

    def test_a_site_for_real_people_gets_none(self, settings) -> None:
        settings.DEMONSTRATION_ALLOWED = False
        with pytest.raises(CommandError, match="This site is for real people"):
            call_command("demo", verbosity=0)


@pytest.mark.django_db
class DemonstrationFigureTests:
    @pytest.fixture(autouse=True)
    def site(self, demonstration: None) -> None:
        """Look at one site with the demonstration."""

    def test_stored_scores(self) -> None:
        rows = (
            Score.objects.filter(sitting__enrolment__learner__is_synthetic=True)
            .values("sitting__enrolment__learner__audience__code", "sitting__test__wave")
            .annotate(people=Count("sitting__enrolment", distinct=True), right=Sum("points"))
            .values_list("sitting__enrolment__learner__audience__code", "sitting__test__wave", "people", "right")
        )
        found = {(audience, wave): (people, right) for audience, wave, people, right in rows}
        assert PUBLISHED.items() <= found.items()
        for audience, people in STAYED.items():
            assert found[audience, "FOLLOW_UP"][0] == found[audience, "ANNUAL"][0] == people
        assert found["social-worker", "END"][0] == 48

    def test_scores_agree_with_the_answers(self) -> None:
        right: Counter = Counter()
        for sitting, choice, key in Response.objects.values_list("sitting_id", "answer", "item__question__key"):
            right[sitting] += choice == key
        for score in Score.objects.filter(sitting__enrolment__learner__is_synthetic=True):
            assert score.points == right[score.sitting_id]
            assert score.points == sum(points for points, _most in score.by_topic.values())
            assert score.max_points == 20

    def test_forms_are_balanced_and_change_from_wave_to_wave(self) -> None:
        sittings = Sitting.objects.filter(enrolment__learner__is_synthetic=True).order_by("started_at")
        by_cohort: dict[object, Counter] = {}
        letters: dict[object, list[str]] = {}
        for sitting in sittings.select_related("form", "test", "enrolment"):
            letters.setdefault(sitting.enrolment_id, []).append(sitting.form.letter)
            if sitting.test.wave == "INTAKE":
                by_cohort.setdefault(sitting.enrolment.cohort_id, Counter())[sitting.form.letter] += 1
        assert all(abs(count["A"] - count["B"]) <= 1 for count in by_cohort.values())
        assert all(a != b for had in letters.values() for a, b in zip(had, had[1:], strict=False))

    def test_cohorts_of_fellows(self) -> None:
        cohorts = Cohort.objects.filter(is_synthetic=True, audience__code="fellow").annotate(size=Count("enrolments"))
        assert Counter(cohort.size for cohort in cohorts) == {8: 24, 7: 6}

    def test_nobody_can_sign_in_as_a_synthetic_person(self) -> None:
        people = User.objects.filter(is_synthetic=True)
        assert people.count() == 60 + 30 + 234 + 48
        assert not any(person.has_usable_password() for person in people)

    def test_certificates_are_held_already(self) -> None:
        """The worker finds nothing to issue."""
        passed = Completion.objects.filter(step__code="exam", enrolment__learner__is_synthetic=True).count()
        held = Certificate.objects.filter(learner__is_synthetic=True)
        assert held.filter(award__slug="three-two-one").count() == passed
        assert held.filter(award__slug="course").count() == 60 + 30 + 234 + 48
