"""What several people do at the same moment: on a real database of its own, each thread with its own connection."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from assessments.actions import save_answer, start_sitting, submit
from assessments.models import Response, Score, Sitting
from certificates.actions import issue_due, make_version
from certificates.models import Certificate, CertificateVersion
from courses.actions import NoSeatError, create_join_code, enrol, withdraw_join_code
from courses.models import Completion, Enrolment, JoinCode
from people.actions import issue_recovery_codes, make_card, recover
from tests.factories.assessments import StepTestFactory, sitting
from tests.factories.certificates import award, certificate, complete
from tests.factories.courses import ARRIVED, StepFactory
from tests.factories.people import UserFactory

AT_ONCE = 4
pytestmark = pytest.mark.django_db(transaction=True)


def race(*calls: Callable[[], Any]) -> list[Any]:
    """Do all at the same moment; return what each gave or raised."""
    start = Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        try:
            start.wait()
            return call()
        except NoSeatError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(run, calls))


def test_of_several_at_the_last_seat_one_gets_it(cast):
    code = create_join_code(cast.peers, seats=1, expires_on=ARRIVED)
    learners = [UserFactory() for _ in range(AT_ONCE)]
    told = race(*(lambda one=one: enrol(one, cast.peers, code=code, on=ARRIVED) for one in learners))
    assert sum(isinstance(one, Enrolment) for one in told) == 1
    assert JoinCode.objects.get().used == 1
    assert Enrolment.objects.filter(learner__in=learners).count() == 1


def test_a_sitting_started_on_several_devices_is_one(cast):
    test, mei = StepTestFactory(step__programme=cast.programme), cast.enrolment_of(cast.mei)
    told = race(*[lambda: start_sitting(mei, test, language="en", at=timezone.now())] * AT_ONCE)
    assert len({one.pk for one in told}) == 1
    assert Sitting.objects.count() == 1


def test_a_sitting_handed_in_several_times_counts_once(cast):
    made = sitting(StepTestFactory(step__programme=cast.programme), cast.enrolment_of(cast.mei), right=3)
    seen_by_each = [Sitting.objects.get(pk=made.pk) for _ in range(AT_ONCE)]
    told = race(*(lambda one=one: submit(one, on=ARRIVED) for one in seen_by_each))
    assert sorted(told) == [False] * (AT_ONCE - 1) + [True]
    assert Score.objects.count() == Completion.objects.count() == 1


def test_an_answer_sent_several_times_is_kept_once(cast):
    made = sitting(StepTestFactory(step__programme=cast.programme), cast.enrolment_of(cast.mei))
    item, at = made.form.items.first(), timezone.now()
    told = race(*[lambda: save_answer(made, item, "a", sequence=1, come_back=False, at=at)] * AT_ONCE)
    assert not any(one.is_overtaken for one in told)
    assert Response.objects.count() == 1


def test_a_certificate_due_to_several_workers_is_issued_once(cast):
    step, mei = StepFactory(programme=cast.programme), cast.enrolment_of(cast.mei)
    award([step])
    complete(mei, step)
    told = race(*[lambda: len(issue_due(mei))] * AT_ONCE)
    assert sum(told) == 1
    assert Certificate.objects.count() == 1


def test_a_sheet_asked_for_several_times_has_one_code(cast):
    held = certificate(award([StepFactory(programme=cast.programme)]), cast.mei)
    assert len(set(race(*[lambda: make_version(held, "Lin Xiaoman")] * AT_ONCE))) == 1
    assert CertificateVersion.objects.count() == 1


def test_a_recovery_code_used_several_times_works_once(cast):
    code = issue_recovery_codes(cast.mei)[0]
    told = race(*(lambda n=n: recover("mei-7kq", code, f"four other words {n}", on=ARRIVED) for n in range(AT_ONCE)))
    assert sum(one is not None for one in told) == 1


def test_of_several_cards_made_at_once_one_is_good(cast):
    race(*[lambda: make_card(cast.mei, by=cast.lan, on=ARRIVED)] * AT_ONCE)
    assert cast.mei.recovery_codes.count() == 1


def test_a_code_withdrawn_several_times_is_withdrawn_once(cast):
    code = create_join_code(cast.peers, seats=1, expires_on=ARRIVED)
    assert sum(race(*[lambda: withdraw_join_code(code, by=cast.lan)] * AT_ONCE)) == 1
