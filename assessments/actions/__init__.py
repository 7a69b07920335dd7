"""What can be done in tests, by verb: start, answer, hand in."""

from assessments.actions.answering import PAGE_STRIDE, Saved, SittingClosedError, open_page, save_answer
from assessments.actions.handing_in import add_score, clock_of, grade_of, hand_in, hand_in_if_over, submit
from assessments.actions.starting import start_sitting

__all__ = [
    "PAGE_STRIDE",
    "Saved",
    "SittingClosedError",
    "add_score",
    "clock_of",
    "grade_of",
    "hand_in",
    "hand_in_if_over",
    "open_page",
    "save_answer",
    "start_sitting",
    "submit",
]
