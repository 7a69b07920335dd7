"""Questions as snippets: list, form, drafts, moderation, lock, history, preview, and what is known of each."""

from typing import Any

import django_filters
from django.conf import settings
from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import SafeString, format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.models import WorkflowState
from wagtail.snippets.views import snippets
from wagtail.snippets.views.snippets import SnippetViewSet

from assessments.choices import QuestionKind, TypeCode
from assessments.models import Question, QuestionText, Topic
from assessments.panels import panels_of
from assessments.permissions import may_add_questions
from assessments.terms import FALLBACK, missing_languages
from assessments.viewsets.choosing import QuestionChooserViewSet
from assessments.viewsets.question_form import PANELS


class QuestionFilterSet(WagtailFilterSet):
    """What a list of questions can be narrowed by."""

    topic = django_filters.ModelChoiceFilter(queryset=Topic.objects.select_related("bank"), label=_("Topic"))
    type = django_filters.ChoiceFilter(choices=TypeCode.choices, label=_("Type"))
    kind = django_filters.ChoiceFilter(choices=QuestionKind.choices, label=_("Kind"))
    live = django_filters.ChoiceFilter(
        choices=[
            ("true", _("published")),
            ("false", _("not published")),
            ("changed", _("with changes that are not published")),
            ("moderated", _("waiting for a moderator")),
        ],
        method="by_state",
        label=_("State"),
    )
    lacking = django_filters.ChoiceFilter(choices=settings.LANGUAGES, method="by_language", label=_("No text in"))

    class Meta:
        model = Question
        fields = ["bank", "topic", "type", "kind", "live", "lacking"]

    def by_state(self, questions: Any, name: str, value: str) -> Any:
        """Keep those in a state."""
        if value == "moderated":
            return questions.filter(is_moderated=True)
        if value == "changed":
            return questions.filter(live=True, has_unpublished_changes=True)
        return questions.filter(live=value == "true")

    def by_language(self, questions: Any, name: str, value: str) -> Any:
        """Keep those without a text in a language."""
        return questions.lacking(value)


class QuestionIndexView(snippets.IndexView):
    """The list of questions."""

    def get_base_queryset(self) -> QuerySet[Question]:
        """Return the questions with what the list shows."""
        found = Question.objects.with_stem(get_language() or FALLBACK).annotate(is_moderated=Exists(moderation()))
        return found.select_related("bank", "topic").prefetch_related("texts")

    def search_queryset(self, queryset: Any) -> Any:
        """Search codes and texts in all languages."""
        return queryset.asking(self.search_query) if self.is_searching else queryset

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Lead to questions as files."""
        found: list[Button] = super().header_more_buttons
        if may_add_questions(self.request.user):
            found.append(Button(_("Import questions"), url=reverse("questions_import"), icon_name="upload"))
            found.append(Button(_("Export questions"), url=reverse("questions_export"), icon_name="download"))
        return found

    @cached_property
    def columns(self) -> list[Column]:
        """Return code, words, topic, type, missing languages and state."""
        language = get_language() or FALLBACK
        title = self._get_title_column("code")
        return [
            title,
            Column("stem", label=_("Question"), accessor=lambda one: one.stem[:120]),
            Column("topic", label=_("Topic"), accessor=lambda one: one.topic.name_in(language) if one.topic else ""),
            Column("type", label=_("Type"), accessor="get_type_display", sort_key="type"),
            Column("lacking", label=_("No text in"), accessor=lacking_shown),
            Column("state", label=_("State"), accessor=state_of),
        ]


class QuestionCreateView(snippets.CreateView):
    """A new question, with a text in English and one in the author's language side by side."""

    def get_initial_form_instance(self) -> Question:
        """Return a question with empty texts."""
        codes = dict.fromkeys([FALLBACK, get_language() or FALLBACK])
        return Question(texts=[QuestionText(language=code) for code in codes])

    def run_after_hook(self) -> HttpResponse | None:
        """Say which languages are missing."""
        if self.action == "publish":
            say_missing(self.request, self.object)
        return super().run_after_hook()


class QuestionEditView(snippets.EditView):
    """A question with its history."""

    def run_after_hook(self) -> HttpResponse | None:
        """Say which languages are missing."""
        if self.action == "publish":
            say_missing(self.request, self.object)
        return super().run_after_hook()


class QuestionInspectView(snippets.InspectView):
    """A question with its wordings and what is known of it."""

    page_title = _("About the question")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the wordings, newest first, and the panels."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        wordings = self.object.wordings.order_by("language", "-version")
        return context | {"wordings": wordings, "panels": panels_of(self.request, self.object)}


class QuestionViewSet(SnippetViewSet):
    """The screens of questions. None is ever deleted: one that is no longer wanted is withdrawn."""

    model = Question
    icon = "help"
    menu_label = _("Questions")
    base_url_path = "question"
    chooser_base_url_path = "question/choose"
    chooser_per_page = 25
    chooser_viewset_class = QuestionChooserViewSet
    index_view_class = QuestionIndexView
    add_view_class = QuestionCreateView
    edit_view_class = QuestionEditView
    inspect_view_class = QuestionInspectView
    inspect_view_enabled = True
    inspect_template_name = "assessments/bank/question.html"
    inspect_view_fields = ["bank", "topic", "kind", "type", "key", "scoring", "source", "facts", "family"]
    copy_view_enabled = False
    filterset_class = QuestionFilterSet
    search_fields = ["code"]
    list_display = ["code"]
    edit_handler = PANELS


def moderation() -> QuerySet[WorkflowState]:
    """Return the moderation under way of the question outside; for a statement around it."""
    return WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Question),
        object_id=Cast(OuterRef("pk"), CharField()),
        status__in=[WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES],
    )


def state_of(question: Any) -> Any:
    """Return where a question of the list stands; Wagtail's own column asks twice for each row."""
    if question.is_moderated:
        return _("waiting for a moderator")
    if not question.live:
        return _("not published")
    return _("with changes that are not published") if question.has_unpublished_changes else _("published")


def lacking(question: Question) -> list[str]:
    """Return the languages a question has no text in."""
    return missing_languages({text.language for text in question.texts.all()})


def lacking_shown(question: Question) -> SafeString:
    """Return the same for the list: Burmese and Khmer letters need higher lines than a table gives them."""
    return format_html('<span class="bank-tongues">{}</span>', ", ".join(lacking(question)))


def say_missing(request: HttpRequest, question: Question) -> None:
    """Say, as a question is published, who reads English until there is a text."""
    names = lacking(question)
    if names:
        sentence = _now("There is no text yet in %(languages)s. Learners of these languages read the English one.")
        messages.info(request, sentence % {"languages": ", ".join(names)})
