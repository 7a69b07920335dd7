"""The two reads of an answer, as statements written once: letting Django write them anew took two thirds of an answer.

Measured on the server as it is shipped: docs/performance.md; why not the ORM: docs/decisions/0023-load.md.
"""

import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from assessments.models import Response, Sitting

# With the number of the learner's other items of which a standing answer is there; late ones do not count.
OWN = """
SELECT s.id, s.enrolment_id, s.test_id, s.form_id, s.language, s.started_at, s.ends_at, s.seed, s.paper,
    (SELECT COUNT(*) FROM assessments_response r
     WHERE r.sitting_id = s.id AND r.item_id <> %s AND r.answer <> '' AND r.timing <> 'LATE' AND NOT EXISTS
        (SELECT 1 FROM assessments_response n WHERE n.sitting_id = r.sitting_id AND n.item_id = r.item_id
         AND n.sequence > r.sequence AND n.timing <> 'LATE')) AS answered
FROM assessments_sitting s JOIN courses_enrolment e ON e.id = s.enrolment_id
WHERE s.id = %s AND e.learner_id = %s
"""
# With the highest sequence of the item, and the answer of this very sequence where it is there.
LOCKED = """
SELECT s.state, s.ending, s.ends_at, s.late_accepted, room.closed_at,
    (SELECT MAX(r.sequence) FROM assessments_response r WHERE r.sitting_id = s.id AND r.item_id = %s),
    same.saved_at, same.answer, same.come_back, same.timing
FROM assessments_sitting s
LEFT JOIN assessments_room room ON room.id = s.room_id
LEFT JOIN assessments_response same ON same.sitting_id = s.id AND same.item_id = %s AND same.sequence = %s
WHERE s.id = %s
"""


class Locked(NamedTuple):
    """A sitting while its row is locked; `same_...` are None where no answer of this sequence is there."""

    state: str
    ending: str
    ends_at: datetime.datetime | None
    late_accepted: bool
    closed_at: datetime.datetime | None
    newest: int | None
    same_at: datetime.datetime | None
    same_answer: str | None
    same_back: bool | None
    same_timing: str | None


def own_sitting(learner: UUID, sitting: UUID, item: int) -> Sitting | None:
    """Return a learner's own sitting with `answered`, or None; one statement. Other fields cost one each."""
    return next(iter(Sitting.objects.raw(OWN, [item, _key(sitting), _key(learner)])), None)


def lock(new: Response) -> Locked | None:
    """Return the sitting of a new answer, its row locked until the commit, or None; one statement, in a transaction."""
    ending = " FOR UPDATE OF s" if connection.features.has_select_for_update_of else ""
    with connection.cursor() as cursor:
        cursor.execute(LOCKED + ending, [new.item_id, new.item_id, new.sequence, _key(new.sitting_id)])
        row = cursor.fetchone()
    if row is None:
        return None
    state, ended, ends_at, accepted, closed_at, newest, at, answer, back, timing = row
    return Locked(
        state, ended, _moment(ends_at), bool(accepted), _moment(closed_at), newest, _moment(at), answer, back, timing
    )


def _key(value: UUID) -> Any:
    """Return an id as this database holds it: SQLite has no type for it."""
    return value if connection.features.has_native_uuid_field else value.hex


def _moment(value: datetime.datetime | None) -> datetime.datetime | None:
    """Return a moment with its zone; SQLite keeps it in UTC and gives it back without."""
    return value.replace(tzinfo=datetime.UTC) if value is not None and value.tzinfo is None else value
