"""The end of a test: what is open is named, and handing in counts once."""

import pytest

from assessments.models import Score
from courses.models import Completion
from tests.factories.assessments import sitting
from tests.factories.courses import ARRIVED
from tests.reading import browser, words


@pytest.fixture
def mei(cast):
    return browser(cast.mei)


@pytest.fixture
def address(under_way):
    return f"/en/sittings/{under_way.pk}/finish/"


def test_it_names_how_many_questions_are_open_and_hands_in_nothing(mei, under_way, address):
    page = mei.get(address)
    assert "4 questions have no answer yet." in words(page)
    under_way.refresh_from_db()
    assert under_way.state == "OPEN"


def test_when_all_are_answered_it_says_so(cast, mei, intake):
    done = sitting(intake, cast.enrolment_of(cast.mei), right=2)
    assert "Every question has an answer." in words(mei.get(f"/en/sittings/{done.pk}/finish/"))


def test_handing_in_leads_to_the_result(mei, under_way, address):
    assert mei.post(address).url == f"/en/sittings/{under_way.pk}/result/"
    assert Completion.objects.get().step == under_way.test.step


def test_handing_in_twice_counts_once(mei, under_way, address):
    answers = [mei.post(address) for _ in range(3)]
    assert {answer.url for answer in answers} == {f"/en/sittings/{under_way.pk}/result/"}
    assert Score.objects.count() == Completion.objects.count() == 1


def test_afterwards_the_page_leads_to_the_result(mei, under_way, address):
    mei.post(address)
    assert mei.get(address).url == f"/en/sittings/{under_way.pk}/result/"


@pytest.mark.parametrize("name", ["bo", "lan", "lead"])
def test_a_stranger_can_hand_in_nothing(cast, under_way, address, name):
    assert browser(getattr(cast, name)).post(address).status_code == 404
    under_way.refresh_from_db()
    assert under_way.state == "OPEN"


def test_an_id_that_is_none_is_a_404(mei):
    assert mei.get("/en/sittings/00000000-0000-4000-8000-000000000000/finish/").status_code == 404
    assert mei.get("/en/sittings/1/finish/").status_code == 404


def test_the_score_is_the_same_whoever_counts_later(cast, intake):
    one = sitting(intake, cast.enrolment_of(cast.bo), right=1, submitted_on=ARRIVED)
    browser(cast.bo).post(f"/en/sittings/{one.pk}/finish/")
    assert Score.objects.get(sitting=one).points == 1
