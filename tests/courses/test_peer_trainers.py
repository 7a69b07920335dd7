"""Peer trainers: named by the cohort's trainer among learners she sees anyway, and let go again."""

import pytest

from courses.actions import NotNameableError, name_peer_trainer
from courses.models import Cohort, CohortStaff
from courses.permissions import nameable_by
from people.choices import Deed, PrivacyClass
from people.models import StaffAction
from tests.factories.courses import CohortFactory, CohortStaffFactory, EnrolmentFactory
from tests.factories.people import UserFactory
from tests.reading import browser, words

REFUSED = "Nobody was named."


@pytest.fixture
def address(cast):
    return f"/en/cohorts/{cast.peers.pk}/peer-trainers/"


def name(user, address, handle):
    return browser(user).post(address, {"handle": handle})


def held(cast):
    return set(CohortStaff.objects.filter(cohort=cast.peers).values_list("user__handle", "role"))


def test_lan_names_mei_however_the_name_is_typed(cast, address):
    assert name(cast.lan, address, " MEI 7kq ").url == f"/en/cohorts/{cast.peers.pk}/"
    assert held(cast) == {("lan", "TRAINER"), ("mei-7kq", "PEER_TRAINER")}
    assert browser(cast.mei).get(f"/en/cohorts/{cast.peers.pk}/").status_code == 200
    assert StaffAction.objects.filter(by=cast.lan.pk, deed=Deed.GAVE_RIGHT, about="Lotus").count() == 1


def test_a_learner_of_another_cohort_of_hers_can_be_named(cast, address):
    older = CohortFactory(programme=cast.programme, audience=cast.peers.audience)
    CohortStaffFactory(cohort=older, user=cast.lan)
    EnrolmentFactory(cohort=older, learner__handle="old-hand-abc")
    name(cast.lan, address, "old-hand-abc")
    assert ("old-hand-abc", "PEER_TRAINER") in held(cast)


def test_naming_twice_gives_one_right_and_one_record(cast, address):
    for _ in range(2):
        assert name(cast.lan, address, "mei-7kq").status_code == 302
    assert CohortStaff.objects.filter(user=cast.mei).count() == 1
    assert StaffAction.objects.filter(deed=Deed.GAVE_RIGHT).count() == 1


def test_every_refusal_is_one_sentence(cast, address):
    """Nobody has the name; somebody of another's cohort has it; staff; a closed account; police in a cohort of hers."""
    CohortStaffFactory(cohort=cast.police, user=cast.lan)
    EnrolmentFactory(cohort=cast.peers, learner__handle="closed-abc", learner__is_active=False)
    sentences = set()
    for handle in ("nobody-abc", "ying-p8d", "hua", "closed-abc", "bo-x2m", cast.mei.pk.hex):
        answer = name(cast.lan, address, handle)
        assert answer.status_code == 422
        assert REFUSED in words(answer)
        sentences.add(words(answer)[words(answer).index(REFUSED) :].split("three signs.")[0])
    assert len(sentences) == 1
    assert held(cast) == {("lan", "TRAINER")}
    assert not StaffAction.objects.filter(deed=Deed.GAVE_RIGHT).exists()


def test_the_wall_in_the_database_is_met_with_the_same_refusal(cast):
    """The rule in code looks at a stale cohort; the constraint refuses all the same, and nothing is half-written."""
    CohortStaffFactory(cohort=cast.police, user=cast.lan)
    stale = Cohort.objects.get(pk=cast.peers.pk)
    stale.privacy_class = PrivacyClass.ORDINARY
    assert cast.bo in nameable_by(cast.lan, stale)
    with pytest.raises(NotNameableError):
        name_peer_trainer(stale, "bo-x2m", by=cast.lan)
    assert held(cast) == {("lan", "TRAINER")}
    assert not StaffAction.objects.exists()


def test_a_peer_is_never_shown_to_another_cohorts_police_staff(cast):
    CohortStaffFactory(cohort=cast.police, user=cast.lan)
    address = f"/en/cohorts/{cast.police.pk}/peer-trainers/"
    assert name(cast.lan, address, "mei-7kq").status_code == 422
    assert not CohortStaff.objects.filter(user=cast.mei).exists()


def test_an_empty_name_is_asked_for_again(cast, address):
    assert name(cast.lan, address, " ").status_code == 422


@pytest.mark.parametrize("who", ["mei", "bo", "ying", "hua", "lead", "auditor"])
def test_nobody_else_names_anybody(cast, address, who):
    assert name(getattr(cast, who), address, "mei-7kq").status_code == 404
    assert not CohortStaff.objects.filter(user=cast.mei).exists()


def test_a_peer_trainer_names_nobody_and_lets_nobody_go(cast, address):
    mine = CohortStaffFactory(cohort=cast.peers, user=cast.mei, role="PEER_TRAINER")
    EnrolmentFactory(cohort=cast.peers, learner__handle="green-lamp-abc")
    assert name(cast.mei, address, "green-lamp-abc").status_code == 404
    assert browser(cast.mei).post(f"{address}end/", {"right": mine.pk}).status_code == 404
    page = browser(cast.mei).get(f"/en/cohorts/{cast.peers.pk}/")
    assert "Name a peer trainer" not in words(page)


def test_lan_takes_the_right_back_once(cast, address):
    right = CohortStaffFactory(cohort=cast.peers, user=cast.mei, role="PEER_TRAINER")
    lan = browser(cast.lan)
    assert "mei-7kq Take the right back" in words(lan.get(f"/en/cohorts/{cast.peers.pk}/"))
    for _ in range(2):
        assert lan.post(f"{address}end/", {"right": right.pk}).status_code == 302
    assert held(cast) == {("lan", "TRAINER")}
    assert browser(cast.mei).get(f"/en/cohorts/{cast.peers.pk}/").status_code == 404
    assert StaffAction.objects.filter(by=cast.lan.pk, deed=Deed.TOOK_RIGHT, about="Lotus").count() == 1


def test_a_trainers_right_and_another_cohorts_are_not_taken_this_way(cast, address):
    own = CohortStaff.objects.get(cohort=cast.peers, user=cast.lan)
    foreign = CohortStaffFactory(cohort=cast.workers, user=UserFactory(), role="PEER_TRAINER")
    for right in (own, foreign):
        browser(cast.lan).post(f"{address}end/", {"right": right.pk})
    assert CohortStaff.objects.filter(pk__in=[own.pk, foreign.pk]).count() == 2
    assert not StaffAction.objects.filter(deed=Deed.TOOK_RIGHT).exists()


def test_what_is_no_right_is_not_found(cast, address):
    assert browser(cast.lan).post(f"{address}end/", {"right": "x"}).status_code == 404
