"""What certificates do when a step is completed: leave the issuing to the worker."""

from typing import Any

from django_q.tasks import async_task

from certificates.criteria import criteria_of
from courses.listeners import register


def issue_later(enrolment: Any, step: Any) -> None:
    """Queue the issue in the transaction that completed the step: with the database broker both happen, or neither."""
    if any(step.code in one.codes for one in criteria_of(enrolment)):
        async_task("certificates.tasks.issue", str(enrolment.pk), group="certificates")


register("certificates", issue_later)
