"""What a visitor reads of a programme."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from courses.models.programmes import Programme
from courses.pages.baselines import KeepsWhatIsLive
from courses.pages.previews import Previewed
from courses.translation.fields import SAME_ADDRESS, same


class ProgrammePage(Previewed, KeepsWhatIsLive, Page):
    """For whom a programme is, what it asks, what it gives."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="pages", verbose_name=_("programme"))
    audience_line = models.CharField(_("for whom"), max_length=160)
    points = models.TextField(_("what it is about"), help_text=_("One line for each point."))
    asks = models.TextField(_("what it asks"))
    gives = models.TextField(_("what it gives"))
    sample = models.ForeignKey(
        "wagtailcore.Page", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("sample lesson")
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("programme"),
        FieldPanel("audience_line"),
        FieldPanel("points"),
        FieldPanel("asks"),
        FieldPanel("gives"),
        FieldPanel("sample"),
    ]
    promote_panels = [FieldPanel("slug")]
    override_translatable_fields = [SAME_ADDRESS, same("programme"), same("sample")]
    template = "courses/programme.html"

    class Meta:
        verbose_name = _("programme page")
        verbose_name_plural = _("programme pages")
