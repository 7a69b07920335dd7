"""What ways of asking share that take typed text."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from assessments.choices import DONT_KNOW
from assessments.item_types.base import AnswerError, Given, single
from assessments.normalising import looks_like_zawgyi, normal

SHORT = 200


def typed(given: Given, name: str) -> str:
    """Return what was typed into a field of one line, without spaces around it.

    Raises AnswerError for more than the field takes. A typed "dk" gets a space, so that it is never taken for the tick
    at "I don't know".
    """
    text = typed_lines(given, name, SHORT).replace("\n", " ")
    return f"{text} " if text == DONT_KNOW else text


def typed_lines(given: Given, name: str, limit: int) -> str:
    """Return what was typed into a field of many lines. Raises AnswerError for more characters than `limit`."""
    text = single(given, name).replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(text) > limit or "\x00" in text:
        raise AnswerError
    return text


def accepted_faults(accepted: Sequence[str]) -> list[str]:
    """Return a sentence for each accepted answer that nobody could give."""
    found = []
    for text in accepted:
        if len(text) > SHORT:
            found.append(_("An accepted answer is longer than 200 characters, which nobody can type."))
        elif not normal(text):
            found.append(
                _("The accepted answer “%(text)s” holds nothing to compare: no letter and no digit.") % {"text": text}
            )
        elif looks_like_zawgyi(text):
            found.append(
                _("The accepted answer “%(text)s” looks like Zawgyi. Write it in Unicode, so that it can be compared.")
                % {"text": text}
            )
    return found
