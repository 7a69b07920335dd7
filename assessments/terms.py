"""What must hold before a question is published, and what stays once it stands on a published form. Pure.

Whoever sat a form was asked these options and graded by this key: an edit must change neither (docs/rules/bank.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings
from django.utils.translation import gettext as _

from assessments.choices import QuestionKind, TypeCode
from assessments.item_types import TYPES, Definition, Words
from assessments.item_types.matching import pairs_of

# What a draft or a revision never changes of a question on a published form.
KEPT = ("kind", "type", "key", "scoring", "tolerance")
FALLBACK = "en"


@dataclass(frozen=True)
class Draft:
    """A question as it would be published: its terms, and its words by language."""

    kind: str
    type: str
    key: str
    scoring: str
    tolerance: Decimal | None
    words: Mapping[str, Words]


def regrade_sentence() -> str:
    """Say why something stays, and what to do instead."""
    return str(
        _(
            "This question stands on a published form, so its kind, type, right answer and scoring stay as they are, "
            "and so do the number of its options and its accepted answers. If the right answer was wrong, have the "
            "test regraded; if you want to ask something else, write a new question."
        )
    )


def language_name(code: str) -> str:
    """Return a language's own name."""
    return str(dict(settings.LANGUAGES).get(code, code))


def faults(draft: Draft) -> list[str]:
    """Return a sentence for each reason why the question cannot be published."""
    if FALLBACK not in draft.words:
        missing = _("Write the English text as well: it is shown to learners for whose language there is no text.")
        return [missing, *_faults_of_texts(draft)]
    return [*_faults_of_texts(draft), *_uneven_options(draft)]


def _faults_of_texts(draft: Draft) -> list[str]:
    found = []
    for language, words in draft.words.items():
        for sentence in TYPES[draft.type].faults(_definition(draft, words), words):
            found.append(_in_language(language, sentence))
    return found


def _uneven_options(draft: Draft) -> list[str]:
    wanted = len(draft.words[FALLBACK].options)
    return [
        _in_language(
            language,
            _("There are %(here)s options here and %(there)s in English. Write the same ones in the same order.")
            % {"here": len(words.options), "there": wanted},
        )
        for language, words in draft.words.items()
        if len(words.options) != wanted
    ]


def broken_terms(published: Mapping[str, Words], draft: Draft) -> list[str]:
    """Return a sentence for each way in which the draft of a question on a published form breaks its terms.

    `published` are the newest wordings by language. The fields of KEPT are compared where the form is read.
    """
    gone = [language for language in published if language not in draft.words]
    found = [
        _in_language(language, _("This text has been published, so it can be changed but not taken away. Put it back."))
        for language in gone
    ]
    kept = {language: words for language, words in published.items() if language in draft.words}
    letters = {_shape(draft.type, words) for words in published.values()}
    moved = any(_shape(draft.type, words) not in letters for words in draft.words.values())
    other_answers = any(words.accepted != draft.words[language].accepted for language, words in kept.items())
    return [*found, regrade_sentence()] if published and (moved or other_answers) else found


def _shape(type_code: str, words: Words) -> tuple[object, ...]:
    """Return what of the options is part of the key: their letters, and which belong together."""
    letters = tuple(one.id for one in words.options)
    return (letters, pairs_of(words.options)) if type_code == TypeCode.MATCHING else (letters,)


def missing_languages(languages: Mapping[str, object] | set[str]) -> list[str]:
    """Return the names of the site's languages in which there is no text."""
    return [name for code, name in settings.LANGUAGES if code not in languages]


def _definition(draft: Draft, words: Words) -> Definition:
    return Definition(
        type=draft.type,
        key=draft.key,
        scoring=draft.scoring,
        tolerance=draft.tolerance,
        options=tuple(one.id for one in words.options),
        accepted=words.accepted,
        counts=draft.kind == QuestionKind.KNOWLEDGE,
    )


def _in_language(language: str, sentence: str) -> str:
    return _("%(language)s: %(sentence)s") % {"language": language_name(language), "sentence": sentence}
