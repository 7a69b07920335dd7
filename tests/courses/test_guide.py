"""The trainer's guide: for those who look after a cohort of the programme, and for authors; for nobody else."""

import pytest

from courses.lessons import lesson_models
from courses.models import GuidePage
from tests.factories.courses import CohortStaffFactory, ProgrammeFactory, programme_page
from tests.reading import browser, words


@pytest.fixture
def guide(cast):
    body = [("key", "Listen first."), ("steps", ["Greet", "Ask"]), ("terms", [{"word": "Ask", "meaning": "To put."}])]
    return programme_page(cast.programme).add_child(instance=GuidePage(title="How to teach", slug="guide", body=body))


@pytest.mark.parametrize(
    ("who", "status"), [("lan", 200), ("author", 200), ("hua", 404), ("mei", 404), ("bo", 404), ("lead", 404)]
)
def test_who_reads_it(cast, guide, who, status):
    assert browser(getattr(cast, who)).get(guide.url).status_code == status


def test_what_it_says(cast, guide):
    said = words(browser(cast.lan).get(guide.url))
    assert "How to teach" in said and "Listen first." in said and "Words explained" in said


def test_visitors_sign_in_first(cast, guide, client):
    assert client.get(guide.url).url.endswith(f"login/?next={guide.url}")


def test_a_peer_trainer_reads_it_and_finds_it_on_the_cohorts_page(cast, guide):
    CohortStaffFactory(cohort=cast.peers, user=cast.mei, role="PEER_TRAINER")
    mei = browser(cast.mei)
    assert mei.get(guide.url).status_code == 200
    assert guide.url in mei.get(f"/en/cohorts/{cast.peers.pk}/").content.decode()


def test_the_police_who_teach_police_read_it(cast, guide):
    CohortStaffFactory(cohort=cast.police, user=cast.bo)
    assert browser(cast.bo).get(guide.url).status_code == 200


def test_a_guide_of_another_programme_stays_shut(cast, guide):
    other = programme_page(ProgrammeFactory())
    page = other.add_child(instance=GuidePage(title="Another", slug="guide"))
    assert browser(cast.lan).get(page.url).status_code == 404


def test_it_is_no_lesson(guide):
    assert GuidePage not in lesson_models()


def test_an_author_sees_it_before_it_is_published(guide):
    answer = guide.make_preview_request()
    assert answer.status_code == 200
    assert "Words explained" in words(answer)
