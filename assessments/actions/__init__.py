"""What can be done in tests, by verb: start, answer, hand in."""

from assessments.actions.answering import PAGE_STRIDE, Saved, SittingClosedError, open_page, save_answer
from assessments.actions.handing_in import grade_of, submit
from assessments.actions.importing import ImportRefusedError, import_questions
from assessments.actions.starting import start_sitting

__all__ = [
    "PAGE_STRIDE",
    "ImportRefusedError",
    "Saved",
    "SittingClosedError",
    "grade_of",
    "import_questions",
    "open_page",
    "save_answer",
    "start_sitting",
    "submit",
]
