"""What can be done in tests, by verb: start, answer, hand in; rooms, and time of one's own."""

from assessments.actions.allowances import give_extra_time, take_extra_time_back
from assessments.actions.answering import PAGE_STRIDE, Saved, SittingClosedError, open_page, save_answer
from assessments.actions.handing_in import add_score, clock_of, grade_of, graded_items, hand_in, hand_in_if_over, submit
from assessments.actions.importing import ImportRefusedError, import_questions
from assessments.actions.rooms import (
    NotOpenerError,
    NotSupervisedError,
    accept_late,
    close_forgotten,
    close_room,
    open_room,
)
from assessments.actions.starting import (
    AttemptsUsedError,
    NoFormError,
    NotStartedError,
    OpenTextError,
    RoomNeededError,
    start_sitting,
)

__all__ = [
    "PAGE_STRIDE",
    "AttemptsUsedError",
    "ImportRefusedError",
    "NoFormError",
    "NotOpenerError",
    "NotStartedError",
    "NotSupervisedError",
    "OpenTextError",
    "RoomNeededError",
    "accept_late",
    "close_forgotten",
    "close_room",
    "give_extra_time",
    "open_room",
    "take_extra_time_back",
    "Saved",
    "SittingClosedError",
    "add_score",
    "clock_of",
    "grade_of",
    "graded_items",
    "hand_in",
    "hand_in_if_over",
    "import_questions",
    "open_page",
    "save_answer",
    "start_sitting",
    "submit",
]
