"""The trainer's guide of a programme: read by those who teach it, seen by nobody else."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from courses.blocks import GuideBlocks
from courses.pages.baselines import KeepsWhatIsLive
from courses.pages.previews import Previewed
from courses.translation.fields import SAME_ADDRESS


class GuidePage(Previewed, KeepsWhatIsLive, Page):
    """How to teach a programme. It is no lesson: nobody has to finish it."""

    minutes = models.PositiveSmallIntegerField(_("minutes to read it"), default=10)
    body = StreamField(GuideBlocks(), verbose_name=_("content"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("minutes"), FieldPanel("body")]
    promote_panels = [FieldPanel("slug")]
    override_translatable_fields = [SAME_ADDRESS]
    parent_page_types = ["courses.ProgrammePage"]
    subpage_types: list[str] = []
    template = "courses/guide.html"

    class Meta:
        verbose_name = _("trainer’s guide")
        verbose_name_plural = _("trainer’s guides")
