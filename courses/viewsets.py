"""Cohorts in the staff interface, and the menu they share with programmes."""

from typing import Any

from django.contrib.admin.utils import unquote
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.views import generic
from wagtail.admin.views.generic import history, usage
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from courses.choices import CohortRole
from courses.local_viewsets import LocalRuleViewSet, PlaceCountryViewSet
from courses.models import Cohort, CohortStaff
from courses.permissions import cohorts_seen_by
from courses.plan_facts import faults_of
from courses.plan_words import sentence
from courses.programme_viewset import ProgrammeViewSet
from courses.unused import UnusedDeleteView
from people.choices import PrivacyClass
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


class CohortForm(WagtailAdminModelForm):
    """A cohort that can start, looked after by somebody who may."""

    def clean(self) -> dict[str, Any]:
        """Refuse a programme that nobody can finish, and a protected cohort of a police account's own making."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        audience = data.get("audience")
        is_new = self.instance._state.adding
        if (
            is_new
            and audience
            and audience.privacy_class == PrivacyClass.PROTECTED
            and is_law_enforcement(self.for_user)
        ):
            self.add_error("audience", _("A police account can hold no right over a protected cohort."))
        programme = data.get("programme")
        for fault in faults_of(programme) if programme and "programme" in self.changed_data else []:
            self.add_error("programme", sentence(fault))
        return data


class CohortIndexView(generic.IndexView):
    """The list of one's cohorts."""

    def get_base_queryset(self) -> QuerySet[Cohort]:
        """Return the cohorts this account may see."""
        return cohorts_seen_by(self.request.user)


class CohortEditView(OwnCohort, generic.EditView):
    """A cohort one looks after."""


class CohortDeleteView(OwnCohort, UnusedDeleteView):
    """The end of a cohort nobody has joined."""

    in_use = _("People have joined this cohort, so it cannot be deleted. Give it a last day instead.")


class CohortHistoryView(OwnCohort, history.HistoryView):
    """What staff did to a cohort."""


class CohortUsageView(OwnCohort, usage.UsageView):
    """Where a cohort is referred to."""


class CohortCreateView(generic.CreateView):
    """A new cohort, looked after by whoever made it."""

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
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("programme"),
            FieldPanel("audience"),
            FieldPanel("organisation"),
            FieldPanel("language"),
            MultiFieldPanel([FieldPanel("starts_on"), FieldPanel("ends_on")], heading=_("Dates")),
            FieldPanel("is_open"),
            InlinePanel("staff", [FieldPanel("user"), FieldPanel("role")], heading=_("Who looks after it")),
        ],
        base_form_class=CohortForm,
    )


class LearningGroup(ModelViewSetGroup):
    """The menu of everything that is learnt."""

    menu_label = _("Learning")
    menu_icon = "openquote"
    items = (ProgrammeViewSet, CohortViewSet, LocalRuleViewSet, PlaceCountryViewSet)
