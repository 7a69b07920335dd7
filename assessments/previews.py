"""A question as a learner will see it, before anybody has. Nothing of the key is shown."""

from typing import Any

from assessments.choices import DONT_KNOW
from assessments.item_types import TYPES
from assessments.pictures import picture_of
from assessments.terms import FALLBACK, language_name
from assessments.texts import Text, words_from

PREVIEW_TEMPLATE = "assessments/bank/preview.html"


def preview_context(question: Any, language: str) -> dict[str, Any]:
    """Return what the preview shows: the text in a language, else in English; `wording` is None without either."""
    texts: dict[str, Text] = {one.language: one for one in question.texts.all()}
    text = texts.get(language) or texts.get(FALLBACK)
    kind = TYPES[question.type]
    pictures = {one.letter: picture for one in question.pictures.all() if (picture := picture_of(one.image))}
    shown = kind.present(words_from(question.type, text, pictures), "", "preview", shuffle=False) if text else None
    return {
        "question": question,
        "wording": text,
        "language": language_name(language),
        "is_translated": language in texts,
        "shown": shown,
        "template": kind.template,
        "place": {"item": "preview", "answer": None},
        "dont_know": DONT_KNOW,
    }
