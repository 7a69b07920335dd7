"""The database fails in the middle of an answer: nobody is told "saved", everybody is told in a sentence, and goes on."""

import random

import pytest
from django.test import Client
from django.utils import timezone

from assessments.actions import start_sitting
from assessments.models import Response, Sitting, StepTest
from courses.models import Enrolment
from tests.faults.trouble import TROUBLES, failing
from tests.load.sitters import Answer, Ground, save_request
from tests.reading import words

pytestmark = pytest.mark.django_db(transaction=True)
SEED = 17
SAMPLE = 20


class Person:
    """A learner with an open sitting in a browser that is shown errors, not tracebacks."""

    def __init__(self, made: Ground) -> None:
        self.ground = made
        enrolment = Enrolment.objects.get(learner__handle=made.handles[0])
        test = StepTest.objects.get(pk=made.test)
        self.sitting = start_sitting(enrolment, test, language="en", at=timezone.now())
        self.client = Client(raise_request_exception=False)
        self.client.force_login(enrolment.learner)
        self.items = made.papers[str(self.sitting.form_id)]
        self.sequence = 1_000_000

    def next_answer(self) -> Answer:
        """Return an answer that was never sent."""
        self.sequence += 1
        return Answer(str(self.sitting.pk), self.items[self.sequence % len(self.items)], self.sequence, "a")

    def send(self, answer: Answer):
        """Send it as the page's script does."""
        position = self.items.index(answer.item) + 1
        path, fields = save_request(self.ground, self.sitting.form_id, answer, position)
        return self.client.post(path, fields, headers={"accept": "application/json"})

    def kept(self, answer: Answer) -> int:
        """Return how many rows hold this answer."""
        return Response.objects.filter(
            sitting=answer.sitting, item=answer.item, sequence=answer.sequence, answer=answer.choice
        ).count()


@pytest.fixture
def person(ground):
    return Person(ground(1))


def faults(person: Person, seed: int, count: int):
    """Yield so many faults: each thing asked of the database, each trouble, before and after it was done, in turn."""
    # Once before: what reading an answer needs of a form is kept by the process, and asked for no more.
    person.send(person.next_answer())
    with failing(0) as counted:
        person.send(person.next_answer())
    every = [
        (nth, error, after) for nth in range(1, counted.asked + 1) for error in TROUBLES for after in (False, True)
    ]
    random.Random(seed).shuffle(every)  # noqa: S311 -- repeatable on purpose
    # The last thing asked is the commit: with and without it done, always.
    yield from [(counted.asked, TROUBLES[0], after) for after in (False, True)]
    for at in range(count - 2):
        yield every[at % len(every)]


def check(person: Person, nth: int, error: Exception, after: bool) -> None:
    """Let one answer meet one fault, then send it again."""
    answer = person.next_answer()
    with failing(nth, error, after=after):
        told = person.send(answer)
    assert told.status_code == 503, (nth, error, after)
    assert told.json()["state"] == "unavailable"
    assert told.json()["message"].startswith("Not saved yet:")
    assert told["Retry-After"] == "5"
    again = person.send(answer)
    assert (again.status_code, again.json()["state"]) == (200, "saved")
    assert person.kept(answer) == 1


def test_no_false_saved_in_a_sample_of_faults(person):
    for fault in faults(person, SEED, SAMPLE):
        check(person, *fault)


@pytest.mark.long
def test_no_false_saved_in_any_of_a_hundred_faults(person, record_property):
    for fault in faults(person, SEED, 100):
        check(person, *fault)
    record_property("faults between Django and its database, no false saved", 100)


def test_a_page_that_cannot_be_shown_says_what_to_do(person):
    for address in (f"/en/sittings/{person.sitting.pk}/1/", f"/en/sittings/{person.sitting.pk}/finish/", "/en/me/"):
        with failing(2):
            told = person.client.get(address)
        assert told.status_code == 503
        assert "What was saved before is kept." in words(told)
        assert person.client.get(address).status_code == 200


def test_handing_in_counts_once_or_not_at_all(person):
    address = f"/en/sittings/{person.sitting.pk}/finish/"
    person.send(person.next_answer())
    nth = 1
    while True:
        with failing(nth) as fault:
            told = person.client.post(address)
        if fault.asked < nth:
            break
        assert told.status_code == 503
        sitting = Sitting.objects.get(pk=person.sitting.pk)
        assert (sitting.state, sitting.scores.count()) == ("OPEN", 0)
        nth += 1
    assert told.status_code == 302
    assert Sitting.objects.get(pk=person.sitting.pk).scores.count() == 1
