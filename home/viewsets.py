"""The help pages of countries in the staff interface."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel
from wagtail.admin.viewsets.model import ModelViewSet

from home.models import HelpSheet

ADVICE = _(
    "Write down only what you have tried yourself: dial each number, ask each place. Learners read this page in an "
    "emergency, without signing in. A country without an entry says that nobody has entered a number yet."
)


class HelpViewSet(ModelViewSet):
    """Numbers and places by country."""

    model = HelpSheet
    icon = "help"
    menu_label = _("Help pages")
    add_to_admin_menu = True
    menu_order = 260
    list_display = ["country", "checked_in"]
    inspect_view_enabled = False
    copy_view_enabled = False
    panels = [
        HelpPanel(ADVICE),
        FieldPanel("country"),
        FieldPanel("checked_in"),
        InlinePanel(
            "lines",
            [FieldPanel(name) for name in ("kind", "name", "number", "note", "language")],
            heading=_("Numbers and places"),
        ),
        InlinePanel(
            "notes",
            [FieldPanel(name) for name in ("language", "text", "source")],
            heading=_("Local words on an overdose"),
        ),
    ]
