"""The dialogue in which an author chooses questions for a form."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.permissions import policy_registry
from wagtail.snippets.views import chooser

from assessments.models import Question
from assessments.terms import FALLBACK

SEEING = {"view", "add", "change"}


class QuestionSearchForm(BaseFilterForm):
    """Finds questions by code and words."""

    q = forms.CharField(label=_("Search"), required=False)

    def filter(self, objects: Any) -> Any:
        """Keep what was asked for."""
        words = self.cleaned_data.get("q")
        self.is_searching, self.search_query = bool(words), words
        return super().filter(objects.asking(words) if words else objects)


class ForTheBank:
    """Lets in whoever may see the bank: Wagtail's choosers ask for nothing."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse everybody else."""
        if not policy_registry.get_by_type(Question).user_has_any_permission(request.user, SEEING):
            raise PermissionDenied
        # Wagtail would fail on a name that is no number.
        named = [str(kwargs.get("pk", "")), *request.GET.getlist("id")]
        if not all(one.isdigit() for one in named if one):
            raise Http404
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer


class PublishedOnly:
    """Offers published questions, with what they ask."""

    columns: list[Column]
    filter_form_class = QuestionSearchForm

    def get_object_list(self) -> QuerySet[Question]:
        """Return what can be put on a form."""
        return Question.objects.with_stem(get_language() or FALLBACK).filter(live=True)


class ChooseQuestion(ForTheBank, PublishedOnly, chooser.ChooseView):
    """The dialogue that offers questions."""

    @property
    def columns(self) -> list[Column]:
        """Return the code and the words."""
        return [*super().columns[:1], Column("stem", label=_("Question"))]


class ChooseQuestionResults(ForTheBank, PublishedOnly, chooser.ChooseResultsView):
    """A further page of it."""

    @property
    def columns(self) -> list[Column]:
        """Return the code and the words."""
        return [*super().columns[:1], Column("stem", label=_("Question"))]


class ChosenQuestion(ForTheBank, chooser.SnippetChosenView):
    """What was chosen."""


class ChosenQuestions(ForTheBank, chooser.SnippetChosenMultipleView):
    """What was chosen, several at once."""


class NoQuestionHere(chooser.SnippetCreateView):
    """Nothing: a question is written in its own form, with all its texts."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Be nowhere to be found."""
        raise Http404


class QuestionChooserViewSet(chooser.SnippetChooserViewSet):
    """The dialogue in which an author chooses questions."""

    choose_view_class = ChooseQuestion
    choose_results_view_class = ChooseQuestionResults
    chosen_view_class = ChosenQuestion
    chosen_multiple_view_class = ChosenQuestions
    create_view_class = NoQuestionHere
