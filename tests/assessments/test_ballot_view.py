"""The page of a blind ballot: asked once, on its own, before handing in; leaving out is as good as answering."""

import pytest

from assessments.models import Ballot, BallotBox, Response
from tests.factories.assessments import behaviour_questions, sitting
from tests.factories.courses import ARRIVED, EnrolmentFactory
from tests.reading import browser, links, words


@pytest.fixture
def asked(intake):
    return behaviour_questions(intake.instrument.forms.get(letter="A"))


@pytest.fixture
def address(asked, under_way):
    return f"/en/sittings/{under_way.pk}/ballot/"


@pytest.fixture
def mei(cast):
    return browser(cast.mei)


def fields(asked, *answers):
    return {f"q{one.pk}": answer for one, answer in zip(asked, answers, strict=True)}


def test_it_says_in_plain_words_that_nobody_can_lead_it_back(mei, address):
    said = words(mei.get(address))
    assert "nobody can lead an answer back to you" in said
    assert "What about Habit 0?" in said and "What about Habit 1?" in said
    assert said.count("I leave this out.") == 2


def test_the_paper_does_not_ask_it(mei, under_way, asked):
    assert "Habit" not in words(mei.get(f"/en/sittings/{under_way.pk}/1/"))
    assert mei.get(f"/en/sittings/{under_way.pk}/5/").url == f"/en/sittings/{under_way.pk}/finish/"


def test_the_end_leads_to_it_until_it_is_cast(mei, under_way, asked, address):
    finish = f"/en/sittings/{under_way.pk}/finish/"
    assert address in links(mei.get(finish))
    assert mei.post(address, fields(asked, "a", "b")).url == finish
    assert address not in links(mei.get(finish))
    assert mei.get(address).url == finish


@pytest.mark.parametrize("answers", [("a", "b"), ("", "b"), ("", "")])
def test_full_half_or_empty_it_is_cast_and_answered_alike(mei, under_way, asked, address, answers):
    sent = mei.post(address, fields(asked, *answers))
    assert (sent.status_code, sent.url) == (302, f"/en/sittings/{under_way.pk}/finish/")
    assert BallotBox.objects.get().count == 1
    assert not Response.objects.exists() and not Ballot.objects.exists()


def test_sending_it_again_changes_nothing(mei, asked, address):
    first = mei.post(address, fields(asked, "a", "b"))
    sealed = BallotBox.objects.get().sealed
    assert mei.post(address, fields(asked, "c", "c")).url == first.url
    assert BallotBox.objects.get().sealed == sealed


def test_an_answer_of_no_option_is_refused_and_nothing_is_put_in(mei, under_way, asked, address):
    refused = mei.post(address, fields(asked, "a", "<b>"))
    assert refused.status_code == 422
    assert "Nothing was put in" in words(refused)
    under_way.refresh_from_db()
    assert not under_way.is_ballot_closed and not BallotBox.objects.exists()


def test_a_form_without_such_questions_has_no_ballot(cast, mei, intake, asked, under_way):
    other = sitting(intake, EnrolmentFactory(cohort=cast.workers, learner=cast.lan), form="B")
    lan = browser(cast.lan)
    finish = f"/en/sittings/{other.pk}/finish/"
    assert lan.get(f"/en/sittings/{other.pk}/ballot/").url == finish
    assert "without a name" not in words(lan.get(finish))


def test_after_handing_in_it_is_closed(mei, under_way, asked, address):
    mei.post(f"/en/sittings/{under_way.pk}/finish/")
    assert mei.post(address, fields(asked, "a", "a")).url == f"/en/sittings/{under_way.pk}/finish/"
    assert not BallotBox.objects.exists()


@pytest.mark.parametrize("name", ["bo", "lan", "lead"])
def test_strangers_find_nothing(cast, under_way, asked, address, name):
    client = browser(getattr(cast, name))
    assert client.get(address).status_code == client.post(address, fields(asked, "a", "a")).status_code == 404
    assert not BallotBox.objects.exists()


def test_handing_in_without_it_counts_as_any_other(cast, mei, under_way, asked):
    assert mei.post(f"/en/sittings/{under_way.pk}/finish/").url == f"/en/sittings/{under_way.pk}/result/"
    under_way.refresh_from_db()
    assert (under_way.state, under_way.is_ballot_closed) == ("SUBMITTED", False)
    assert under_way.scores.get().max_points == 4
    assert under_way.submitted_on >= ARRIVED
