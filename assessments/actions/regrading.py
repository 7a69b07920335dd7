"""Regrading: a key is changed or an item dropped, and every score that was given before follows in a new version."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from wagtail.models import Revision

from assessments.consequences import Consequence, consequences_of
from assessments.impact import Tally
from assessments.item_types import TYPES
from assessments.models import Item, Question, Regrade, Score
from assessments.rescoring import Change, Person, Rescored, rescored
from courses.actions import complete_step
from courses.models import Programme
from people.audit import record
from people.choices import Deed
from people.models import User


class NothingLeftError(ValueError):
    """Without the dropped items a paper would hold nothing that counts: everybody would pass it."""


class NoKeyError(ValueError):
    """The question has no key that could be changed: a person marks its answers."""


@dataclass
class Impact:
    """What a change does: sums for protected people (True) and for others (False), and what follows in upper apps.

    `lengths` are the possible points of first attempts by programme, as they will be: more than one length, and its
    report cannot put them together.
    """

    groups: dict[bool, Tally] = field(default_factory=lambda: {True: Tally(), False: Tally()})
    consequences: Counter[Consequence] = field(default_factory=Counter)
    lengths: dict[int, set[int]] = field(default_factory=dict)
    leaves_nothing: bool = False

    @property
    def moved(self) -> int:
        """Return how many scores move."""
        return sum(one.moved for one in self.groups.values())

    def add(self, people: Iterable[Person]) -> None:
        """Add some people."""
        for one in people:
            moves = [attempt.move for attempt in one.attempts if attempt.is_reached]
            before, after = one.passed
            if moves:
                self.groups[one.is_protected].add(moves, now_pass=after > before, no_longer=before > after)
            for attempt in one.attempts:
                self._add_length(one.enrolment.programme_id, attempt)

    def _add_length(self, programme: int, attempt: Rescored) -> None:
        before, after = attempt.move.before, attempt.move.after or attempt.move.before
        self.leaves_nothing |= before[1] > 0 and after[1] == 0
        if attempt.sitting.number == 1:
            self.lengths.setdefault(programme, set()).add(after[1])


def impact(change: Change) -> Impact:
    """Return what a change would do to the scores given so far; writes nothing."""
    found = Impact()
    for people in rescored(change):
        found.add(people)
        found.consequences.update(consequences_of([one.pass_change for one in people if one.pass_change]))
    for programme, length in _other_lengths(change, found.lengths):
        found.lengths[programme].add(length)
    return found


def programmes_that_differ(found: Impact) -> list[Programme]:
    """Return the programmes whose scores will not all have the same possible points; one query."""
    return list(Programme.objects.filter(pk__in=[pk for pk, lengths in found.lengths.items() if len(lengths) > 1]))


@transaction.atomic
def apply_regrade(change: Change, *, reason: str, by: User, on: datetime.date) -> Impact:
    """Make a change and give every score that differs its next version; a repeat moves nothing and records nothing.

    Whoever reaches the mark now has completed the step on this day. Nobody loses a step or a certificate.
    Raises NothingLeftError and NoKeyError, and then nothing is written.
    """
    question = Question.objects.select_for_update().get(pk=change.question.pk)
    if change.key is not None and (question.type not in TYPES or TYPES[question.type].is_marked_by_person):
        raise NoKeyError
    old_key, dropped = question.key, _drop(change)
    if change.key is not None and change.key != old_key:
        _set_key(question, change.key, by)
    found = Impact()
    for people in rescored(change, lock=True):
        _score_anew(people)
        for one in people:
            if one.passed == (False, True) and one.enrolment.learner_id:
                complete_step(one.enrolment, one.test.step, on=on)
        found.add(people)
    if found.leaves_nothing:
        raise NothingLeftError
    if found.moved or dropped or question.key != old_key:
        _write_down(change, old_key, question.key, dropped, found.moved, reason=reason, by=by, on=on)
    return found


def _other_lengths(change: Change, programmes: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Return the possible points on forms the change does not reach, by programme; one query."""
    forms = {form for _item, form in change.items()}
    scores = Score.objects.standing().filter(sitting__number=1, sitting__enrolment__programme__in=list(programmes))
    others = scores.exclude(sitting__form__in=forms)
    return others.values_list("sitting__enrolment__programme", "max_points").distinct()


def _drop(change: Change) -> list[Item]:
    """Drop the items that are not dropped yet; return them."""
    found = list(Item.objects.filter(pk__in=change.dropped, is_dropped=False))
    Item.objects.filter(pk__in=[one.pk for one in found]).update(is_dropped=True)
    return found


def _set_key(question: Question, key: str, by: User) -> None:
    """Change the key, in drafts too: whoever publishes one later would bring the old key back."""
    question.key = key
    standing: dict[str, object] = {"key": key}
    if question.latest_revision_id is not None:
        was_draft = question.has_unpublished_changes
        draft = question.get_latest_revision_as_object()
        draft.key = key
        standing |= {"latest_revision": draft.save_revision(user=by, clean=False)}
        standing |= {"has_unpublished_changes": was_draft}
        standing |= {} if was_draft else {"live_revision": standing["latest_revision"]}
    for waiting in _waiting(question):
        waiting.content["key"] = key
        waiting.save(update_fields=["content"])
    Question.objects.filter(pk=question.pk).update(**standing)


def _waiting(question: Question) -> list[Revision]:
    """Return the drafts that are in moderation or have a day on which they are published."""
    task = question.current_workflow_task_state
    in_moderation = [task.revision] if task is not None and task.revision is not None else []
    return [*in_moderation, *question.revisions.filter(approved_go_live_at__isnull=False)]


def _score_anew(people: Iterable[Person]) -> None:
    changed = [one for person in people for one in person.attempts if one.is_changed]
    Score.objects.bulk_create(
        Score(
            sitting=one.sitting,
            version=one.score.version + 1,
            points=one.new.points,
            max_points=one.new.max_points,
            by_topic=one.topics,
        )
        for one in changed
        if one.new is not None
    )


def _write_down(
    change: Change, old: str, new: str, dropped: list[Item], moved: int, *, reason: str, by: User, on: datetime.date
) -> None:
    row = {"question": change.question, "old_key": old, "new_key": new, "reason": reason, "applied_by": by}
    Regrade.objects.bulk_create(
        Regrade(dropped=one, applied_on=on, scores_moved=moved, **row) for one in dropped or [None]
    )
    record(by, Deed.REGRADED, f"{change.question.bank}: {change.question.code}")
