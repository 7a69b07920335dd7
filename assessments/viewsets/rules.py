"""Awareness rules: a change makes the next version, because figures name the version they were made with."""

from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from assessments.actions.publishing import next_rule_version
from assessments.models import AwarenessRule
from assessments.viewsets.kept import KeptWhileUsed


class RuleIndexView(generic.IndexView):
    """The rules, newest version first."""

    def get_base_queryset(self) -> QuerySet[AwarenessRule]:
        """Return the rules with their instruments."""
        return AwarenessRule.objects.select_related("instrument").order_by("instrument__name", "slug", "-version")

    @cached_property
    def columns(self) -> list[Column]:
        """Return rule, instrument and terms."""
        return [
            self._get_title_column("__str__"),
            Column("instrument", label=_("Instrument")),
            Column("kind", label=_("Kind"), accessor="get_kind_display"),
            Column("cut_off", label=_("At least so many right"), accessor=lambda one: one.cut_off or ""),
        ]


class RuleEditView(generic.EditView):
    """A change to a rule: its next version."""

    success_message = _("Rule '%(object)s' is the newest version.")

    def save_instance(self) -> AwarenessRule:
        """Make the next version; the one that was opened stays as it is."""
        data = self.form.cleaned_data
        return next_rule_version(self.object, kind=data["kind"], cut_off=data["cut_off"], by=self.request.user)


class RuleViewSet(ModelViewSet):
    """The screens of awareness rules."""

    model = AwarenessRule
    icon = "check"
    menu_label = _("Awareness rules")
    index_view_class = RuleIndexView
    edit_view_class = RuleEditView
    delete_view_class = KeptWhileUsed
    copy_view_enabled = False
    panels = [FieldPanel("instrument"), FieldPanel("slug"), FieldPanel("kind"), FieldPanel("cut_off")]
    _changed = ObjectList(
        [
            FieldPanel("kind", help_text=_("A change is saved as the next version. Earlier figures keep theirs.")),
            FieldPanel("cut_off"),
        ]
    )

    def get_form_class(self, for_update: bool = False) -> Any:
        """Return a form for a new rule, or for the terms of an old one."""
        return self._changed_handler.get_form_class() if for_update else super().get_form_class()

    def get_edit_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Show the terms alone where a rule is changed."""
        return super().get_edit_view_kwargs(**{"panel": self._changed_handler, **kwargs})

    @cached_property
    def _changed_handler(self) -> Any:
        return self._changed.bind_to_model(self.model)
