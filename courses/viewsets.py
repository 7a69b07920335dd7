"""Programmes and cohorts in the staff interface: lists and forms without code."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.db.models import ProtectedError, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.views import generic
from wagtail.admin.views.generic import history, usage
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from courses.choices import CohortRole
from courses.local_viewsets import LocalRuleViewSet, PlaceCountryViewSet
from courses.models import Cohort, CohortStaff, Programme
from courses.permissions import cohorts_seen_by
from people.permissions import is_law_enforcement


class OwnCohort:
    """Fetches only a cohort the account looks after: fetching is authorising."""

    request: HttpRequest
    kwargs: dict[str, Any]

    def get_object(self, queryset: Any = None) -> Cohort:
        """Return one's own cohort; any other does not exist."""
        seen = cohorts_seen_by(self.request.user)
        found: Cohort = get_object_or_404(seen, pk=unquote(str(self.kwargs["pk"])))
        return found


class CohortIndexView(generic.IndexView):
    """The list of one's cohorts."""

    def get_base_queryset(self) -> QuerySet[Cohort]:
        """Return the cohorts this account may see."""
        return cohorts_seen_by(self.request.user)


class CohortEditView(OwnCohort, generic.EditView):
    """A cohort one looks after."""


class UnusedDeleteView(generic.DeleteView):
    """The end of something as long as nothing stands on it."""

    http_method_names = ["get", "head", "post", "options"]
    in_use: Any

    def form_valid(self, form: Any) -> HttpResponse:
        """Delete it, or say what stands on it."""
        try:
            return super().form_valid(form)
        except ProtectedError:
            messages.error(self.request, self.in_use)
            return redirect(self.get_delete_url())


class CohortDeleteView(OwnCohort, UnusedDeleteView):
    """The end of a cohort nobody has joined."""

    in_use = _("People have joined this cohort, so it cannot be deleted. Give it a last day instead.")


class ProgrammeDeleteView(UnusedDeleteView):
    """The end of a programme without cohorts."""

    in_use = _("This programme has cohorts or certificates, so it cannot be deleted.")


class CohortHistoryView(OwnCohort, history.HistoryView):
    """What staff did to a cohort."""


class CohortUsageView(OwnCohort, usage.UsageView):
    """Where a cohort is referred to."""


class CohortCreateView(generic.CreateView):
    """A new cohort, looked after by whoever made it."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Refuse a protected cohort to a police account, who would hold a right over it."""
        if form.instance.is_protected and is_law_enforcement(self.request.user):
            form.add_error("audience", _("A police account can hold no right over a protected cohort."))
            return self.form_invalid(form)
        return super().form_valid(form)

    def save_instance(self) -> Cohort:
        """Save the cohort and give its maker the trainer's right over it."""
        cohort: Cohort = super().save_instance()
        if not CohortStaff.objects.filter(cohort=cohort, user=self.request.user).exists():
            CohortStaff.objects.create(cohort=cohort, user=self.request.user, role=CohortRole.TRAINER)
        return cohort


class CohortViewSet(ModelViewSet):
    """Cohorts: one's own."""

    model = Cohort
    icon = "group"
    menu_label = _("Cohorts")
    index_view_class = CohortIndexView
    add_view_class = CohortCreateView
    edit_view_class = CohortEditView
    delete_view_class = CohortDeleteView
    history_view_class = CohortHistoryView
    usage_view_class = CohortUsageView
    list_display = ["name", "programme", "audience", "starts_on", "is_open"]
    inspect_view_enabled = False
    copy_view_enabled = False
    panels = [
        FieldPanel("name"),
        FieldPanel("programme"),
        FieldPanel("audience"),
        FieldPanel("organisation"),
        FieldPanel("language"),
        MultiFieldPanel([FieldPanel("starts_on"), FieldPanel("ends_on")], heading=_("Dates")),
        FieldPanel("is_open"),
        InlinePanel("staff", [FieldPanel("user"), FieldPanel("role")], heading=_("Who looks after it")),
    ]


class ProgrammeViewSet(ModelViewSet):
    """Programmes with their steps in order."""

    model = Programme
    icon = "list-ol"
    menu_label = _("Programmes")
    delete_view_class = ProgrammeDeleteView
    list_display = ["name", "slug"]
    copy_view_enabled = False
    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("audiences"),
        InlinePanel(
            "steps",
            [
                FieldPanel("code"),
                FieldPanel("kind"),
                FieldPanel("page"),
                FieldPanel("opening"),
                FieldPanel("after"),
                FieldPanel("offset_months"),
                FieldPanel("open_days"),
                FieldPanel("window_from"),
                FieldPanel("window_to"),
                FieldPanel("pass_mark"),
            ],
            heading=_("Steps in order"),
        ),
    ]


class LearningGroup(ModelViewSetGroup):
    """The menu of everything that is learnt."""

    menu_label = _("Learning")
    menu_icon = "openquote"
    items = (ProgrammeViewSet, CohortViewSet, LocalRuleViewSet, PlaceCountryViewSet)
