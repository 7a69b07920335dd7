"""What a writer hands back: a file, and what it could not carry. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from assessments.formats.parcel import Finding, ParcelQuestion, Weight


@dataclass(frozen=True)
class Written:
    """A file, and a sentence for each question that is not in it."""

    body: bytes
    findings: tuple[Finding, ...] = ()


def sort_out(
    questions: Iterable[ParcelQuestion], reasons: Callable[[ParcelQuestion], Iterable[str]]
) -> tuple[list[ParcelQuestion], tuple[Finding, ...]]:
    """Return the questions a format carries whole, and why the others are not in the file."""
    carried, findings = [], []
    for question in questions:
        why = next(iter(reasons(question)), "")
        if why:
            sentence = _("The question %(code)s is not in the file: %(reason)s.")
            findings.append(Finding(Weight.LOSS, sentence % {"code": question.code, "reason": why}))
        else:
            carried.append(question)
    return carried, tuple(findings)
