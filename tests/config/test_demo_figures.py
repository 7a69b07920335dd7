"""Synthetic people add up to the published figures, whichever way they are counted."""

from collections import Counter

import pytest
from django.db.models import Count, Sum

from assessments.models import Response, Score, Sitting
from certificates.models import Certificate
from config.demonstration.figures import GROUPS, people_of
from courses.models import Cohort, Completion
from people.models import User

PUBLISHED = {
    ("police", "INTAKE"): (60, 870),
    ("police", "END"): (60, 1157),
    ("backbone", "INTAKE"): (30, 376),
    ("backbone", "END"): (30, 572),
    ("fellow", "INTAKE"): (234, 2382),
    ("fellow", "END"): (234, 4249),
}
STAYED = {"police": 54, "backbone": 26, "fellow": 201}


class GroupTests:
    @pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.audience)
    def test_the_same_people_every_time(self, group) -> None:
        assert people_of(group) == people_of(group)

    @pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.audience)
    def test_scores_lie_apart(self, group) -> None:
        assert len({person.points["intake"] for person in people_of(group)}) > 5


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
        for sitting, choice, key in Response.objects.values_list("sitting_id", "choice", "item__question__key"):
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
