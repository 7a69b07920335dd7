"""What holds in a country, and which place is in which, in the staff interface."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from courses.models import LocalRule, PlaceCountry


class LocalRuleViewSet(ModelViewSet):
    """The screens of local rules."""

    model = LocalRule
    icon = "globe"
    menu_label = _("Local rules")
    list_filter = ["country", "topic", "language"]
    list_display = [
        "__str__",
        Column("checked_in", label=_("Checked in"), accessor=lambda one: f"{one.checked_in:%Y-%m}"),
    ]
    copy_view_enabled = True
    panels = [
        FieldRowPanel([FieldPanel("country"), FieldPanel("topic"), FieldPanel("language")]),
        FieldPanel("text"),
        FieldPanel("source"),
        FieldPanel("checked_in"),
    ]


class PlaceCountryViewSet(ModelViewSet):
    """The screens of countries."""

    model = PlaceCountry
    icon = "site"
    menu_label = _("Countries")
    list_display = ["__str__"]
    copy_view_enabled = False
    panels = [FieldPanel("organisation"), FieldPanel("country")]
