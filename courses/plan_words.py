"""What is said of a plan that can never be finished: what is the matter, and what to do."""

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from courses.plan_checks import Fault, Trouble

SENTENCES: dict[Trouble, str | Promise] = {
    Trouble.CODE_TWICE: _("Two steps have the code {code}. Give each its own."),
    Trouble.NO_AFTER: _("Say from which step {code} counts. Without it, it would never open."),
    Trouble.AFTER_MISSING: _("{code} counts from {other}, which is not in the plan. Choose another step."),
    Trouble.AFTER_ITSELF: _("{code} counts from itself, so it would never open. Choose another step."),
    Trouble.CIRCULAR: _("{code} and {other} wait for each other, so neither would ever open. Let one open otherwise."),
    Trouble.AFTER_LATER: _(
        "{code} counts from {other}, which comes later. Move {other} above it, or choose another step."
    ),
    Trouble.NO_WINDOW: _(
        "{code} opens in a yearly window: say its first and its last day, for example 12-01 and 12-31."
    ),
    Trouble.BAD_WINDOW: _("The window of {code} has a day that no year has. Write month and day as 12-01."),
    Trouble.WRONG_PAGE: _("The page of {code} can never be finished. Choose a course, a module or a lesson."),
    Trouble.NO_PAGE: _("{code} has no page yet. Choose the book, questionnaire, video or course."),
    Trouble.PAGE_UNPUBLISHED: _("The page of {code} is not published. Publish it, or choose another one."),
    Trouble.PAGE_EMPTY: _("There is no published lesson in the page of {code}. Publish one."),
    Trouble.NO_TEST: _("{code} has no test yet. Choose from which questions it is drawn."),
    Trouble.TEST_EMPTY: _("The test of {code} has no published form yet. Publish one."),
    Trouble.NO_STEPS: _("The programme has no steps yet. Begin with the template, or add a step."),
}
FIELDS = {
    Trouble.CODE_TWICE: "code",
    **dict.fromkeys((Trouble.NO_WINDOW, Trouble.BAD_WINDOW), "window_from"),
    **dict.fromkeys((Trouble.WRONG_PAGE, Trouble.NO_PAGE, Trouble.PAGE_UNPUBLISHED, Trouble.PAGE_EMPTY), "page"),
    **dict.fromkeys((Trouble.NO_TEST, Trouble.TEST_EMPTY), "material"),
}


def sentence(fault: Fault) -> str | Promise:
    """Return the sentence for a fault."""
    return format_lazy(SENTENCES[fault.trouble], code=f"“{fault.code}”", other=f"“{fault.other}”")


def field_of(fault: Fault) -> str:
    """Return the field of the step's form at which it is said."""
    return FIELDS.get(fault.trouble, "after_code")
