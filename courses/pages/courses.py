"""Courses and their modules: what lessons stand in."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from courses.pages.baselines import KeepsWhatIsLive
from courses.pages.previews import Previewed
from courses.translation.fields import SAME_ADDRESS


class ContentsPage(Previewed, KeepsWhatIsLive, Page):
    """A page that lists what is in it."""

    summary = models.TextField(_("what it is about"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = [FieldPanel("slug")]
    override_translatable_fields = [SAME_ADDRESS]

    class Meta:
        abstract = True


class CoursePage(ContentsPage):
    """A course, or a book: modules and lessons."""

    template = "courses/contents.html"
    parent_page_types = ["courses.ProgrammePage"]

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")


class ModulePage(ContentsPage):
    """A part of a course that is taken in one go."""

    template = "courses/contents.html"
    parent_page_types = ["courses.CoursePage"]

    class Meta:
        verbose_name = _("module")
        verbose_name_plural = _("modules")
