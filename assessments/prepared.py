"""The statements of an answer, written once: letting Django write them anew took two thirds of an answer.

Measured on the server as it is shipped: docs/performance.md; why not the ORM: docs/decisions/0023-load.md.
"""

import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from assessments.models import Response, Sitting
from people.rows import Row, as_moment, as_stored

OWN = Row(
    Sitting,
    "FROM assessments_sitting JOIN courses_enrolment e ON e.id = assessments_sitting.enrolment_id "
    "WHERE assessments_sitting.id = %s AND e.learner_id = %s",
    fields=[
        "id", "enrolment_id", "test_id", "form_id", "room_id", "language", "started_at", "ends_at", "seed", "paper"
    ],
    # The learner's other items of which a standing answer is there; late ones do not count.
    answered="""
    (SELECT COUNT(*) FROM assessments_response r
     WHERE r.sitting_id = assessments_sitting.id AND r.item_id <> %s AND r.answer <> '' AND r.timing <> 'LATE'
     AND NOT EXISTS (SELECT 1 FROM assessments_response n WHERE n.sitting_id = r.sitting_id AND n.item_id = r.item_id
                     AND n.sequence > r.sequence AND n.timing <> 'LATE'))
    """,
)  # fmt: skip
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
ADDED = """
INSERT INTO assessments_response (sitting_id, item_id, answer, come_back, sequence, saved_at, timing)
VALUES (%s, %s, %s, %s, %s, %s, %s)
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
    return OWN.get(item, sitting, learner)


def lock(new: Response) -> Locked | None:
    """Return the sitting of a new answer, its row locked until the commit, or None; one statement, in a transaction."""
    ending = " FOR UPDATE OF s" if connection.features.has_select_for_update_of else ""
    with connection.cursor() as cursor:
        cursor.execute(LOCKED + ending, [new.item_id, new.item_id, new.sequence, as_stored(new.sitting_id)])
        row = cursor.fetchone()
    if row is None:
        return None
    found = Locked(*row)
    return found._replace(
        ends_at=as_moment(found.ends_at),
        late_accepted=bool(found.late_accepted),
        closed_at=as_moment(found.closed_at),
        same_at=as_moment(found.same_at),
    )


def add(new: Response) -> None:
    """Add an answer; one statement. Raises IntegrityError where one of its sequence is there already."""
    values = [
        new.sitting_id, new.item_id, new.answer, new.come_back, new.sequence, new.saved_at, str(new.timing)
    ]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(ADDED, [as_stored(one) for one in values])
