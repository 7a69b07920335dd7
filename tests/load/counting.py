"""What an answer asks of the database, and what a password check costs: counted in the site's own process."""

import time
from collections.abc import Callable

from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.db import connection
from django.test import Client
from django.utils import timezone

from assessments.actions import start_sitting
from assessments.models import StepTest
from courses.models import Enrolment
from people.hashers import Argon2InTurnHasher
from people.models import User
from tests.load.ground import saves_at
from tests.load.sitters import Answer, Ground, save_request

FIRST = 5_000_000


def answer_once(test: int, user: User) -> Callable[[], int]:
    """Sign somebody in and start the test; return what saves one more answer and gives its status."""
    enrolment = Enrolment.objects.get(learner=user, programme__steps__test=test)
    sitting = start_sitting(enrolment, StepTest.objects.get(pk=test), language="en", at=timezone.now())
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(user)
    items = list(sitting.paper)
    ground = Ground(test, {}, [], [], "", saves_at())
    sequence = FIRST

    def save() -> int:
        nonlocal sequence
        sequence += 1
        position = 1 + sequence % len(items)
        answer = Answer(str(sitting.pk), items[position - 1], sequence, "a")
        path, fields = save_request(ground, sitting.form_id, answer, position)
        return client.post(path, fields, headers={"accept": "application/json"}).status_code

    return save


def statements_of(deed: Callable[[], int]) -> list[str]:
    """Return the statements of one answer; that which begins a transaction on SQLite is none of ours."""
    found: list[str] = []

    def note(execute, sql, params, many, context):
        if not sql.startswith("BEGIN"):
            found.append(sql)
        return execute(sql, params, many, context)

    # Once before: whatever is read once for each process is not of this answer.
    assert deed() == 200
    with connection.execute_wrapper(note):
        assert deed() == 200
    return found


def hash_costs(times: int) -> dict[str, float]:
    """Return milliseconds of processor time by hash: Django's default, and ours."""
    found = {}
    for name, hasher in (("pbkdf2", PBKDF2PasswordHasher()), ("ours", Argon2InTurnHasher())):
        began = time.process_time()
        for _ in range(times):
            hasher.encode("four plain words kept", "salt" * 6)
        found[name] = 1000 * (time.process_time() - began) / times
    return found
