"""Casting a blind ballot. Nothing here is logged, audited or timed, and nothing leads from an answer to a person."""

import json
from collections.abc import Mapping
from random import SystemRandom

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.db import transaction

from assessments.choices import SittingState
from assessments.models import Ballot, BallotBox, Sitting
from people.models import User
from people.seals import seal, unseal

FEWEST_TOGETHER = 5
# Signs that each question has in the sealed text: a ballot left empty is as long as one that is full.
SLOT = 256


@transaction.atomic
def cast_ballot(sitting: Sitting, answers: Mapping[int, str]) -> bool:
    """Put a ballot (answers by question, "" for one left out) into the box; True once, False for every repeat.

    The sitting's row and the box are written alike whether anything was answered or not. Five with an answer in them
    are stored together, each answer apart, under random keys, and the box is emptied.
    """
    closed = Sitting.objects.filter(pk=sitting.pk, state=SittingState.OPEN, is_ballot_closed=False)
    if not closed.update(is_ballot_closed=True):
        return False
    if is_counted(sitting.enrolment.learner, is_synthetic=sitting.enrolment.cohort.is_synthetic):
        _put(sitting.enrolment.cohort_id, sitting.test_id, answers)
    return True


def is_counted(learner: User, *, is_synthetic: bool) -> bool:
    """Tell whether somebody's ballot belongs to a cohort's: no demonstration, no synthetic person among real ones."""
    return not learner.is_demonstration and learner.is_synthetic == is_synthetic


def together() -> int:
    """Return how many ballots with an answer are stored at once: the setting, and never below 5."""
    return max(FEWEST_TOGETHER, settings.BALLOTS_TOGETHER)


def _put(cohort: object, test: int, answers: Mapping[int, str]) -> None:
    BallotBox.objects.get_or_create(cohort_id=cohort, test_id=test)
    box = BallotBox.objects.select_for_update().get(cohort_id=cohort, test_id=test)
    ballots = [*_waiting(box), _line(answers)]
    SystemRandom().shuffle(ballots)
    said = [found for found in map(_said, ballots) if found]
    if len(said) >= together():
        _store(box, said)
        ballots = []
    BallotBox.objects.filter(pk=box.pk).update(sealed=seal("\n".join(ballots)), count=len(ballots))


def _waiting(box: BallotBox) -> list[str]:
    """Return the ballots in a box. Those that a former key sealed are lost, and a new box begins."""
    try:
        return unseal(box.sealed).splitlines()
    except InvalidToken:
        return []


def _line(answers: Mapping[int, str]) -> str:
    said = {question: answer for question, answer in answers.items() if answer}
    return json.dumps(said).ljust(SLOT * max(1, len(answers)))


def _said(line: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(line)
    return found


def _store(box: BallotBox, said: list[dict[str, str]]) -> None:
    """Write each answer apart. The keys are random, so the rows lie in no order that tells which belong together."""
    answers = [pair for ballot in said for pair in ballot.items()]
    SystemRandom().shuffle(answers)
    Ballot.objects.bulk_create(
        Ballot(cohort_id=box.cohort_id, test_id=box.test_id, question_id=int(question), answer=answer)
        for question, answer in answers
    )
