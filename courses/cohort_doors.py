"""What else can be done for a cohort, beside its page in `courses`. Upper apps register theirs in `doors.py`."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from courses.models import Cohort


@dataclass(frozen=True)
class CohortDoor:
    """A page about a cohort for its trainer: where it is, what it is called, what it is for."""

    url: str
    title: str | Promise
    about: str | Promise


CohortDoorKeeper = Callable[[Cohort], list[CohortDoor]]
_keepers: list[CohortDoorKeeper] = []


def register(keeper: CohortDoorKeeper) -> None:
    """Show a trainer the doors that `keeper(cohort)` answers with."""
    if keeper not in _keepers:
        _keepers.append(keeper)


def cohort_doors(cohort: Cohort) -> list[CohortDoor]:
    """Return every door of a cohort, for those who lead it."""
    return [door for keeper in _keepers for door in keeper(cohort)]
