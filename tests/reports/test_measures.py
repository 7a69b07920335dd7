"""What is counted, against another way of counting it."""

from fractions import Fraction

import pytest

from assessments.models import AwarenessRule, Response, Score, Sitting, StepTest
from reports.choices import Population
from reports.measures import MixedInstrumentsError, default_population, measure
from tests.factories.assessments import StepTestFactory, instrument, sitting
from tests.factories.courses import CohortFactory, EnrolmentFactory
from tests.factories.people import UserFactory
from tests.factories.reports import A_DAY, crowd, programme_with_waves

REAL, SYNTHETIC = Population.REAL, Population.SYNTHETIC
pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return programme_with_waves(waves=("INTAKE", "END"))


def test_of(programme, wave):
    return StepTest.objects.get(step__programme=programme, wave=wave)


test_of.__test__ = False


def rights_by_hand(sitting):
    """Count right answers from the answers themselves: the last one to each question against its key."""
    last = {}
    for answer in Response.objects.filter(sitting=sitting).order_by("sequence").select_related("item__question"):
        last[answer.item_id] = answer.answer == answer.item.question.key
    return sum(last.values())


def test_the_figures_are_those_of_the_answers(programme):
    """Real sittings on both forms; means, squares, mark and pairs counted again from each answer."""
    cohort = CohortFactory(programme=programme)
    by_hand = {}
    for at, (before, after) in enumerate([(3, 18), (12, 16), (16, 20), (17, 9), (20, 20)]):
        person = EnrolmentFactory(cohort=cohort)
        for wave, right in (("INTAKE", before), ("END", after)):
            form = "AB"[(at + (wave == "END")) % 2]
            one = sitting(test_of(programme, wave), person, form=form, right=right, submitted_on=A_DAY)
            by_hand.setdefault(wave, {})[person.pk] = rights_by_hand(one)
    [found] = measure(programme, REAL).audiences
    for wave, points in by_hand.items():
        counted = found.wave(wave)
        assert (counted.n, counted.started) == (5, 5)
        assert counted.points == sum(points.values())
        assert counted.squares == sum(one**2 for one in points.values())
        assert counted.reached == {"at-least-k": sum(one >= 16 for one in points.values())}
        mean = Fraction(sum(Fraction(100 * one, 20) for one in points.values()), 5)
        assert Fraction(100 * counted.points, 20 * counted.n) == mean
    before, after = by_hand["INTAKE"], by_hand["END"]
    ways = [(before[one] >= 16, after[one] >= 16) for one in before]
    expected = tuple(ways.count(way) for way in ((True, True), (True, False), (False, True), (False, False)))
    assert found.wave("END").pairs == {"at-least-k": expected} == {"at-least-k": (2, 1, 2, 0)}


def test_only_the_first_submitted_attempt_counts(programme):
    person = EnrolmentFactory(cohort__programme=programme)
    sitting(test_of(programme, "INTAKE"), person, right=4, submitted_on=A_DAY)
    sitting(test_of(programme, "INTAKE"), person, right=20, submitted_on=A_DAY, number=2)
    sitting(test_of(programme, "END"), person, right=20)
    [found] = measure(programme, REAL).audiences
    assert (found.enrolled, found.wave("INTAKE").n, found.wave("INTAKE").points) == (1, 1, 4)
    assert found.wave("END").n == 0


def test_a_regraded_score_stands(programme):
    crowd(programme, "police", {"INTAKE": [5]})
    Score.objects.create(sitting=Sitting.objects.get(), version=2, points=6, max_points=20)
    [found] = measure(programme, SYNTHETIC).audiences
    assert (found.wave("INTAKE").n, found.wave("INTAKE").points) == (1, 6)


def test_synthetic_and_real_people_are_never_mixed(programme):
    crowd(programme, "police", {"INTAKE": [10, 10]})
    crowd(programme, "police", {"INTAKE": [20, 20, 20]}, synthetic=False)
    [synthetic], [real] = (measure(programme, one).audiences for one in (SYNTHETIC, REAL))
    assert (synthetic.enrolled, synthetic.wave("INTAKE").points) == (2, 20)
    assert (real.enrolled, real.wave("INTAKE").points) == (3, 60)


def test_a_real_person_in_a_synthetic_cohort_is_counted_nowhere(programme):
    cohort = CohortFactory(programme=programme, is_synthetic=True)
    crowd(programme, "social-worker", {"INTAKE": [20]}, synthetic=False, cohort=cohort)
    assert measure(programme, SYNTHETIC).audiences == measure(programme, REAL).audiences == ()


def test_demonstration_accounts_are_nobody(programme):
    for is_synthetic in (True, False):
        shown = UserFactory(is_demonstration=True, is_synthetic=is_synthetic)
        person = EnrolmentFactory(cohort__programme=programme, learner=shown)
        sitting(test_of(programme, "INTAKE"), person, right=4, submitted_on=A_DAY)
    assert measure(programme, SYNTHETIC).audiences == measure(programme, REAL).audiences == ()
    assert default_population(programme) == REAL


def test_another_programme_on_the_same_instrument_is_not_counted(programme):
    other = programme_with_waves("other", waves=("INTAKE",))
    crowd(other, "police", {"INTAKE": [10]})
    assert measure(programme, SYNTHETIC).audiences == ()


def test_people_count_by_their_cohorts_audience(programme):
    cohort = CohortFactory(programme=programme, is_synthetic=True)
    crowd(programme, "police", {"INTAKE": [10]}, cohort=cohort)
    assert [one.code for one in measure(programme, SYNTHETIC).audiences] == ["social-worker"]


def test_the_newest_version_of_a_rule_counts(programme):
    AwarenessRule.objects.create(
        instrument=instrument("twenty"), slug="at-least-k", version=2, kind="AT_LEAST_K", cut_off=10
    )
    crowd(programme, "police", {"INTAKE": [10, 9]})
    found = measure(programme, SYNTHETIC)
    assert [(rule.slug, rule.version) for rule in found.rules] == [("mean-percent", 1), ("at-least-k", 2)]
    assert found.audiences[0].wave("INTAKE").reached == {"at-least-k": 1}


def test_tests_of_different_lengths_are_not_put_together(programme):
    crowd(programme, "police", {"INTAKE": [10, 9]})
    Score.objects.filter(points=9).update(max_points=15)
    with pytest.raises(MixedInstrumentsError):
        measure(programme, SYNTHETIC)


def test_a_form_of_another_instrument_is_not_put_in(programme):
    crowd(programme, "police", {"INTAKE": [10, 9]})
    Sitting.objects.filter(scores__points=9).update(form=instrument("other").forms.get(letter="A"))
    with pytest.raises(MixedInstrumentsError):
        measure(programme, SYNTHETIC)


def test_two_tests_of_one_wave_are_not_put_together(programme):
    StepTestFactory(step__programme=programme, step__code="again", wave="END", instrument=instrument("twenty"))
    with pytest.raises(MixedInstrumentsError):
        measure(programme, SYNTHETIC)


def test_different_instruments_are_not_put_together(programme):
    StepTestFactory(step__programme=programme, step__code="exam", wave="ANNUAL", instrument=instrument("other"))
    with pytest.raises(MixedInstrumentsError):
        measure(programme, REAL)


@pytest.mark.parametrize("cohorts", [1, 30])
def test_three_queries_at_any_size(programme, cohorts, django_assert_num_queries):
    for _ in range(cohorts):
        crowd(programme, "police", {"INTAKE": [10], "END": [12]})
    with django_assert_num_queries(3):
        measure(programme, SYNTHETIC)
