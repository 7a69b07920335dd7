"""The home page, one in each language."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from courses.translation.fields import OWN_ADDRESS
from home.help_sheets import HelpLine, HelpNote, HelpSheet

__all__ = ["HelpLine", "HelpNote", "HelpSheet", "HomePage"]


class HomePage(Page):
    """What a visitor reads first. Its words stand in the template, its programmes are the pages below it."""

    # Nowhere else: a programme would offer it among the pages that stand in it.
    parent_page_types = ["wagtailcore.Page"]
    max_count_per_parent = 5
    content_panels = [*Page.content_panels]
    promote_panels: list = []
    override_translatable_fields = [OWN_ADDRESS]
    template = "home/home.html"
    subpage_types = ["courses.ProgrammePage"]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")
