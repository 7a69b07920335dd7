"""Audiences and organisations in the staff interface."""

from typing import Any

from django.db.models import Model, ProtectedError, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from people.models import Audience, Organisation


class UnusedOnly(generic.DeleteView):
    """Deletes what nothing refers to; what is in use stays, and a sentence says so."""

    # Django would take a DELETE as well, past what is asked below.
    http_method_names = ["get", "head", "post", "options"]
    sentence = _("It is in use, so it was not deleted. Take it away from where it is used first.")

    def form_valid(self, form: Any) -> HttpResponse:
        """Delete, or say why not."""
        try:
            if not is_in_use(self.object):
                return super().form_valid(form)
        except ProtectedError:
            # Somebody began to use it in this very moment.
            pass
        messages.error(self.request, self.sentence)
        return redirect(self.get_success_url())


def is_in_use(row: Model) -> bool:
    """Tell whether any row of any table refers to this one; a query for each such table until one is found."""
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: row}).exists()
        for relation in row._meta.related_objects
    )


class OrganisationIndexView(generic.IndexView):
    """The tree of organisations."""

    def get_base_queryset(self) -> QuerySet[Organisation]:
        """Return the places in the order of the tree."""
        return Organisation.objects.in_tree()

    def order_queryset(self, queryset: QuerySet[Organisation]) -> QuerySet[Organisation]:
        """Keep the order of the tree."""
        return queryset

    @cached_property
    def columns(self) -> list[Column]:
        """Return the way to each place, and its kind."""
        return [
            TitleColumn("way", label=_("Organisation"), get_url=self.get_edit_url),
            Column("kind", label=_("Kind"), accessor="get_kind_display"),
        ]


class AudienceIndexView(generic.IndexView):
    """The audiences with their classes."""

    @cached_property
    def columns(self) -> list[Column]:
        """Return translated name, code and class."""
        return [
            TitleColumn("name", label=_("Name"), accessor=lambda one: gettext(one.name), get_url=self.get_edit_url),
            Column("code", label=_("Code")),
            Column("privacy_class", label=_("Privacy class"), accessor="get_privacy_class_display"),
        ]


class OrganisationViewSet(ModelViewSet):
    """The screens of organisations."""

    model = Organisation
    icon = "site"
    menu_label = _("Organisations")
    index_view_class = OrganisationIndexView
    delete_view_class = UnusedOnly
    search_fields = ["name"]
    list_filter = ["kind"]
    copy_view_enabled = False
    add_to_reference_index = False
    panels = [FieldPanel("name"), FieldPanel("kind"), FieldPanel("parent", heading=_("Belongs to"))]


class AudienceViewSet(ModelViewSet):
    """The screens of audiences."""

    model = Audience
    icon = "group"
    menu_label = _("Audiences")
    index_view_class = AudienceIndexView
    delete_view_class = UnusedOnly
    copy_view_enabled = False
    add_to_reference_index = False
    panels = [
        FieldPanel("name", help_text=_("In English; the translation stands in the catalogues.")),
        FieldPanel("code"),
        FieldPanel("privacy_class", help_text=_("The wall stands on it. Once saved it can never be changed.")),
        FieldPanel("position"),
    ]


class PeopleGroup(ModelViewSetGroup):
    """The menu of who people are, without a list of them."""

    menu_label = _("People")
    menu_icon = "group"
    items = (AudienceViewSet, OrganisationViewSet)
