"""A name and a password: what is refused is said in a sentence, and nothing is lost."""

import datetime

import pytest

from courses.actions import create_join_code, plain_join_code
from courses.models import Cohort, Enrolment, JoinCode
from people.models import RecoveryCode, User
from tests.clock import on
from tests.factories.courses import ARRIVED
from tests.factories.people import PASSWORD, OrganisationFactory
from tests.reading import browser, form_with, words

LAST_DAY = ARRIVED + datetime.timedelta(days=30)


@pytest.fixture(autouse=True)
def today():
    with on(ARRIVED):
        yield


def newcomer(cohort, seats=1):
    """Return the browser of somebody who typed a code and read the notice."""
    client = browser()
    code = create_join_code(cohort, seats=seats, expires_on=LAST_DAY)
    client.post("/en/join/", {"code": plain_join_code(code)})
    client.post("/en/join/notice/", {"read": "on"})
    return client


def send(client, own="", password=PASSWORD, handle="own"):
    return client.post("/en/join/name/", {"handle": handle, "own": own, "password": password})


def test_a_newcomer_gets_account_and_seat_and_is_signed_in(cast):
    client = newcomer(cast.peers)
    assert send(client, "Quiet Heron").url == "/en/join/codes/"
    made = User.objects.get(handle__startswith="quiet-heron-")
    assert (made.audience, made.joined_in) == (cast.peers.audience, ARRIVED.replace(day=1))
    assert Enrolment.objects.get(learner=made).cohort == cast.peers
    assert JoinCode.objects.get().used == 1
    assert str(client.session["_auth_user_id"]) == str(made.pk)


def test_a_suggested_handle_can_be_taken(cast):
    client = newcomer(cast.peers)
    offered = client.session.get("join_offered") or form_with(client.get("/en/join/name/"), "handle")["data"]["handle"]
    chosen = offered if isinstance(offered, str) else offered[0]
    assert send(client, handle=chosen).status_code == 302
    assert User.objects.filter(handle__startswith=f"{chosen}-").exists()


@pytest.mark.parametrize(
    ("own", "password", "sentence"),
    [
        ("heron", "short", "The password is too short"),
        ("heron", "1234567890", "Many people use this password"),
        ("quiet-heron", "quiet-heron-1", "too much like your name"),
        ("王小明", PASSWORD, "This looks like a real name"),
        ("Nguyễn Văn An", PASSWORD, "This looks like a real name"),
        ("13912345678", PASSWORD, "This looks like a phone or ID number"),
        ("mei@example.org", PASSWORD, "Only letters, numbers and hyphens"),
        ("m", PASSWORD, "This name is too short"),
        ("m" * 25, PASSWORD, "This name is too long"),
        ("", PASSWORD, "This name is too short"),
    ],
)
def test_what_is_refused_is_said_and_nothing_is_written_or_lost(cast, own, password, sentence):
    client, people = newcomer(cast.peers), User.objects.count()
    answer = send(client, own, password)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert form_with(answer, "own")["data"]["own"] == own
    assert (User.objects.count(), RecoveryCode.objects.count(), JoinCode.objects.get().used) == (people, 0, 0)
    assert send(client, "heron").status_code == 302


def test_a_password_is_never_sent_back(cast):
    assert "four plain words" not in send(newcomer(cast.peers), "王小明", PASSWORD).content.decode().split("<input")[-1]


def test_a_taken_handle_is_never_said_to_be_taken(cast):
    for _ in range(2):
        assert send(newcomer(cast.peers), "mei").status_code == 302
    assert User.objects.filter(handle__startswith="mei-").count() == 3


def test_whoever_loses_the_last_seat_is_told_and_leaves_no_account(cast):
    client, people = newcomer(cast.peers), User.objects.count()
    JoinCode.objects.update(used=1)
    answer = send(client, "heron")
    assert answer.status_code == 409
    assert "The last seat of this code was taken" in words(answer)
    assert User.objects.count() == people
    assert form_with(answer, "own")["data"]["own"] == "heron"


def test_a_code_that_was_deleted_meanwhile_opens_nothing(cast):
    client, people = newcomer(cast.peers), User.objects.count()
    JoinCode.objects.all().delete()
    assert send(client, "heron").url == "/en/join/"
    assert User.objects.count() == people


def test_an_open_cohort_that_was_closed_meanwhile_takes_nobody(cast):
    Cohort.objects.filter(pk=cast.workers.pk).update(is_open=True)
    client = browser()
    client.post(f"/en/join/open/{cast.workers.pk}/")
    client.post("/en/join/notice/", {"read": "on"})
    Cohort.objects.update(is_open=False)
    assert send(client, "heron").url == "/en/join/"
    assert Enrolment.objects.filter(cohort=cast.workers).count() == 1


def test_a_second_press_of_the_button_makes_no_second_account(cast):
    client = newcomer(cast.peers, seats=5)
    send(client, "heron")
    assert send(client, "heron").url == "/en/join/"
    assert User.objects.filter(handle__startswith="heron-").count() == 1


def test_a_protected_account_is_tied_to_no_organisation(cast):
    place = OrganisationFactory()
    Cohort.objects.update(organisation=place)
    send(newcomer(cast.peers), "heron")
    send(newcomer(cast.police), "lamp")
    assert User.objects.get(handle__startswith="heron-").organisation is None
    assert User.objects.get(handle__startswith="lamp-").organisation == place


def test_without_a_code_there_is_nothing_to_name(db, client):
    assert client.get("/en/join/name/").url == "/en/join/"
