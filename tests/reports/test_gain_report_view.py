"""The report page: what it says, whom it lets in, what it costs."""

import pytest
from django.conf import settings

from assessments.models import Score
from people.actions import grant_role
from people.choices import Role
from tests.factories.people import UserFactory
from tests.factories.reports import crowd, programme_with_waves, spread
from tests.reading import queries, words

ADDRESS = "/cms/reports/gains/anshan/"


@pytest.fixture
def lead(staff):
    account = UserFactory(handle="lead")
    grant_role(account, Role.LEAD)
    return staff(account)


def test_it_says_the_gain_in_people(anshan, lead):
    told = words(lead.get(ADDRESS))
    assert "Of 60 people: 72.5 % of answers right before, 96.4 % after. Clear" in told
    assert "Of about 30 people: 63 % of answers right before, 95 % after. Clear" in told
    assert "Of 60 people, 0 reached the mark before and 60 after." in told
    assert "This is a change, not an effect" in told
    assert "at-least-k (version 1)" in told
    assert "at least 16 of 20 answers right" in told
    assert "Synthetic people. Nobody on this page exists" in told


def test_the_chart_is_drawn_and_hidden_from_readers(anshan, lead):
    page = lead.get(ADDRESS).content.decode()
    assert page.count('<svg class="plot two pct" aria-hidden="true">') >= 3
    assert page.count('<svg class="plot rows-4 pct" aria-hidden="true">') >= 3
    assert "style=" not in page.partition('<div class="gains">')[2]


def test_who_is_missing(anshan, lead):
    told = words(lead.get(ADDRESS))
    assert "Police officers 60 60 0 0 6 6" in told
    assert "Fellows about 235 about 235 4 or fewer 4 or fewer about 35 about 35" in told


def test_limits_of_the_missing(lead):
    programme = programme_with_waves(waves=("INTAKE", "END"))
    crowd(programme, "police", {"INTAKE": spread(600, 60), "END": [18] * 40 + [10] * 10})
    told = words(lead.get(ADDRESS))
    assert "66.7 % reached the mark by the end if none of the missing did, 83.3 % if all did." in told


def test_a_small_audience_takes_its_place_without_a_figure(lead):
    programme = programme_with_waves()
    crowd(programme, "social-worker", {"INTAKE": [7] * 9, "END": [20] * 9})
    told = words(lead.get(ADDRESS))
    assert "Social workers Not shown: fewer than 10 people" in told
    assert "35" not in told.partition("What people knew")[2].partition("How this was worked out")[0]


def test_synthetic_people_unless_there_are_none(anshan, lead):
    crowd(anshan, "social-worker", {"INTAKE": spread(400, 48)}, synthetic=False)
    assert "Social workers" not in words(lead.get(ADDRESS))
    real = words(lead.get(f"{ADDRESS}?people=real"))
    assert "Social workers" in real
    assert "Police officers" not in real
    assert "Nobody on this page exists" not in real


def test_a_programme_without_people_says_so(lead):
    programme_with_waves()
    assert "Nobody is counted here yet." in words(lead.get(ADDRESS))
    assert lead.get("/cms/reports/gains/").status_code == 200


@pytest.mark.parametrize(
    "question", ["people=all", "people=", "people=real&people=synthetic", "from=2026", "people=real&x=1"]
)
def test_no_question_but_the_fixed_ones(anshan, lead, question):
    assert lead.get(f"{ADDRESS}?{question}", follow=True).status_code == 404


def test_an_unknown_programme_is_not_found(anshan, lead):
    assert lead.get("/cms/reports/gains/nothing/", follow=True).status_code == 404


def test_scores_that_do_not_belong_together_are_refused_in_words(anshan, lead):
    Score.objects.filter(points=14).update(max_points=15)
    answer = lead.get(ADDRESS)
    assert answer.status_code == 409
    assert "These scores cannot be put together" in words(answer)


def test_it_reads_in_chinese(anshan, lead):
    lead.cookies[settings.LANGUAGE_COOKIE_NAME] = "zh-hans"
    answer = lead.get(ADDRESS)
    assert answer.status_code == 200
    assert 'lang="zh-hans"' in answer.content.decode()
    assert "72.5" in words(answer)


def test_four_queries_more_than_an_empty_report(lead):
    programme = programme_with_waves()
    empty = queries(lead, "/cms/reports/gains/")
    crowd(programme, "police", {"INTAKE": [10]})
    one = queries(lead, ADDRESS)
    for _ in range(30):
        crowd(programme, "police", {"INTAKE": spread(300, 30), "END": spread(500, 30)})
    assert queries(lead, ADDRESS) == one <= empty + 8
