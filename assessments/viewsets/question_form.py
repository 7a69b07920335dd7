"""The form of a question: what an author fills in, with a sentence beside each field."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList

from assessments.actions.publishing import newest_wordings
from assessments.definitions import words_of
from assessments.item_types import TYPES, Picture
from assessments.terms import FALLBACK, KEPT, Draft, broken_terms, faults, regrade_sentence
from assessments.texts import words_from
from assessments.viewsets.twins import refuse_twins


class QuestionForm(WagtailAdminModelForm):
    """Asks the type what is wrong before a question is handed in or published; a draft may be unfinished."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or FALLBACK
        self.fields["topic"].label_from_instance = lambda one: one.name_in(language)
        self.fields["audiences"].label_from_instance = lambda one: _now(one.name)
        self.is_kept = bool(self.instance.is_on_published_form())
        if self.is_kept:
            self._keep_terms()

    def _keep_terms(self) -> None:
        for name in KEPT:
            self.fields[name].disabled = True
        self.fields["type"].help_text = regrade_sentence()

    def clean(self) -> dict[str, Any]:
        """Add a sentence for each fault."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        refuse_twins(self.formsets["texts"], "language", _now("There is a text in this language already."))
        refuse_twins(self.formsets["pictures"], "letter", _now("This option has a picture already."))
        texts = self._rows("texts")
        if texts is None or data.get("type") not in TYPES:
            return data
        pictures = {one.letter: Picture("", 0, 0) for one in self._rows("pictures") or []}
        draft = Draft(
            kind=data.get("kind", ""),
            type=data["type"],
            key=data.get("key", ""),
            scoring=data.get("scoring", ""),
            tolerance=data.get("tolerance"),
            words={text.language: words_from(data["type"], text, pictures) for text in texts},
        )
        sentences = self._broken(draft) if self.is_kept else []
        if not self.is_deferred_validation:
            sentences += faults(draft)
        for sentence in sentences:
            self.add_error(None, sentence)
        return data

    def _rows(self, name: str) -> list[Any] | None:
        """Return texts or pictures as they would be; None where one is itself at fault, which is said beside it."""
        formset = self.formsets[name]
        if not formset.is_valid():
            return None
        return [one.instance for one in formset.forms if one not in formset.deleted_forms and one.cleaned_data]

    def _broken(self, draft: Draft) -> list[str]:
        published = {code: words_of(held) for code, held in newest_wordings(self.instance).items()}
        found = broken_terms(published, draft)
        # A browser sends no disabled field: this page was opened before the form was published, or tampered with.
        sent = [name for name in KEPT[:4] if self.data.get(self.add_prefix(name)) not in (None, self._held(name))]
        return found + [regrade_sentence()] if sent and regrade_sentence() not in found else found

    def _held(self, name: str) -> str:
        return str(getattr(self.instance, name))


TEXT = [
    FieldPanel("language"),
    FieldPanel("stem", help_text=_("One question, in plain words. It should make sense before the options are read.")),
    FieldPanel(
        "options",
        help_text=_(
            "One on a line, in the same order in every language: the first line is a, the second b. For pairs write "
            "left = right. For scales, true and false, free text, numbers, short answers and gaps leave it empty."
        ),
    ),
    FieldPanel(
        "accepted",
        help_text=_(
            "For short answers: every answer that counts, one on a line. For gaps: write [[1]], [[2]] into the question "
            "and here a line for each gap, its answers parted by /. Capital letters, spaces and full stops make no "
            "difference."
        ),
    ),
    FieldPanel("unit", help_text=_("For numbers: what is counted, for example minutes.")),
    FieldPanel(
        "rationale", help_text=_("Why this is right, in one or two sentences. Learners may read it afterwards.")
    ),
]

PANELS = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel("bank"),
                FieldPanel("code", help_text=_("A short name for staff, for example A12. Learners never see it.")),
                FieldPanel("topic", help_text=_("Results are shown by topic.")),
                FieldPanel(
                    "kind",
                    help_text=_(
                        "Only knowledge counts towards a score. Attitude is asked without right and wrong. Behaviour is "
                        "asked in a ballot that nobody can trace."
                    ),
                ),
                FieldPanel("audiences", widget=forms.CheckboxSelectMultiple),
            ],
            heading=_("What it is about"),
        ),
        InlinePanel(
            "texts",
            TEXT,
            heading=_("Texts, language by language"),
            label=_("Text"),
            help_text=_(
                "English is needed: it is shown where a language has no text. Add the others when you have them."
            ),
            classname="bank-texts",
        ),
        MultiFieldPanel(
            [
                FieldPanel("type"),
                FieldPanel(
                    "key",
                    help_text=_(
                        "One right option: its letter, a for the first line. Several: their letters, for example a,c. "
                        "Putting in order: the letters in the right order. True or false: true or false, in English. "
                        "A number: the number. Free text: the most points it can get. Short answers, gaps, pairs and "
                        "scales: leave it empty."
                    ),
                ),
                FieldPanel("scoring", help_text=_("It matters only where an answer has several parts.")),
                FieldPanel("tolerance", help_text=_("For numbers: how far off an answer may be and still be right.")),
                FieldPanel(
                    "better", help_text=_("For attitudes: the end of the scale that is kinder, agree or disagree.")
                ),
            ],
            heading=_("How it is answered"),
        ),
        InlinePanel(
            "pictures",
            [FieldPanel("letter", help_text=_("a for the first line of the options.")), FieldPanel("image")],
            heading=_("Pictures as options"),
            label=_("Picture"),
            help_text=_("Only for questions with pictures. The line of the options with the same letter describes it."),
        ),
        MultiFieldPanel(
            [
                FieldPanel("facts", help_text=_("Codes of the facts, with commas. No fact without a source.")),
                FieldPanel("source", help_text=_("Where the right answer can be looked up, with the year.")),
                FieldPanel("family"),
            ],
            heading=_("Where it comes from"),
        ),
    ],
    base_form_class=QuestionForm,
)
