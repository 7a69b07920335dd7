"""What a blind ballot asks: the questions about behaviour on a sitting's form. No answer is ever read here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.choices import QuestionKind, SittingState, TypeCode
from assessments.definitions import definition_of, words_of
from assessments.item_types import TYPES
from assessments.item_types.base import Shown
from assessments.models import Question, Sitting, Wording

# What is answered by one of few options. What is typed could be known by the hand that wrote it.
BALLOT_TYPES = (TypeCode.SINGLE_CHOICE, TypeCode.TRUE_FALSE, TypeCode.RATING)


@dataclass(frozen=True)
class Asked:
    """One question of a ballot with its options."""

    question: Question
    wording: Wording
    options: Sequence[Shown]

    @property
    def name(self) -> str:
        """Return the name of its field."""
        return f"q{self.question.pk}"

    def read(self, given: Mapping[str, Sequence[str]]) -> str:
        """Return the chosen answer, "" for none; raises AnswerError where it is none of the options."""
        chosen = [value for value in given.get(self.name, ()) if value]
        definition = definition_of(self.question, [self.wording])
        return TYPES[self.question.type].read({"choice": chosen}, definition, "") if chosen else ""


def ballot_of(sitting: Sitting, language: str) -> list[Asked]:
    """Return what a sitting's ballot asks in a language, English where there is none; two queries."""
    found = []
    for question in _questions(sitting).prefetch_related("wordings"):
        newest = {one.language: one for one in sorted(question.wordings.all(), key=lambda one: one.version)}
        wording = newest.get(language) or newest.get("en")
        if wording is not None:
            shown = TYPES[question.type].present(words_of(wording), "", "", shuffle=False)
            found.append(Asked(question, wording, shown.options))
    return found


def is_ballot_open(sitting: Sitting) -> bool:
    """Tell whether a sitting still has a ballot to cast or leave out; one query at most."""
    if sitting.state != SittingState.OPEN or sitting.is_ballot_closed:
        return False
    return _questions(sitting).exists()


def _questions(sitting: Sitting):
    on_form = Question.objects.filter(items__form=sitting.form_id, items__is_dropped=False)
    types = [one for one in BALLOT_TYPES if one in TYPES]
    return on_form.filter(kind=QuestionKind.BEHAVIOUR, type__in=types).order_by("items__position")
