"""Lessons: the abstract one that upper apps may extend, reading, video, and the session in a room."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Page

from courses.blocks import LessonBlocks
from courses.captions import MOST_BYTES, NotCaptionsError, check_captions
from courses.pages.baselines import KeepsWhatIsLive
from courses.pages.previews import Previewed
from courses.translation.fields import SAME_ADDRESS, same


class LessonPage(Previewed, KeepsWhatIsLive, Page):
    """What every lesson has. Concrete lessons say by `kind` how they are completed."""

    minutes = models.PositiveSmallIntegerField(_("minutes to take it"), default=5)
    is_sample = models.BooleanField(_("may be read without joining"), default=False)
    objectives = models.TextField(
        _("what one can do after it"), blank=True, help_text=_("One to three lines, each beginning with a verb.")
    )
    body = StreamField(LessonBlocks(), verbose_name=_("content"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("minutes"), FieldPanel("objectives"), FieldPanel("body")]
    promote_panels = [FieldPanel("slug"), FieldPanel("is_sample")]
    override_translatable_fields = [SAME_ADDRESS]
    subpage_types: list[str] = []
    parent_page_types = ["courses.CoursePage", "courses.ModulePage"]
    # Who is let in, and what is kept, is decided before a page is served: see wagtail_hooks. Previews render this alone.
    is_lesson = True
    # Whether the learner says when it is finished; otherwise a trainer does.
    is_finished_by_learner = True

    class Meta:
        abstract = True


class ReadingPage(LessonPage):
    """A lesson to read."""

    template = "courses/lesson.html"

    class Meta:
        verbose_name = _("reading lesson")
        verbose_name_plural = _("reading lessons")


class RoomSessionPage(LessonPage):
    """A meeting in a room; a trainer of the cohort signs it off for each learner, and only then it is finished."""

    template = "courses/room_session.html"
    # A step may ask for one meeting alone.
    parent_page_types = [*LessonPage.parent_page_types, "courses.ProgrammePage"]
    is_finished_by_learner = False

    class Meta:
        verbose_name = _("session in a room")
        verbose_name_plural = _("sessions in a room")


class VideoPage(LessonPage):
    """A lesson to watch, with captions and the words to read."""

    video = models.ForeignKey(
        "wagtailmedia.Media", models.PROTECT, null=True, related_name="+", verbose_name=_("video file")
    )
    poster = models.FileField(_("still picture (SVG)"), upload_to="posters", blank=True)
    transcript = models.TextField(_("the words of the film"), help_text=_("One line per sentence."))

    content_panels = [
        *Page.content_panels,
        FieldPanel("minutes"),
        FieldPanel("objectives"),
        FieldPanel("video"),
        InlinePanel("captions", label=_("Captions"), min_num=1),
        FieldPanel("transcript"),
        FieldPanel("body"),
    ]
    override_translatable_fields = [SAME_ADDRESS, same("video")]
    template = "courses/video.html"
    # A film may stand by itself, so that a step asks for it alone.
    parent_page_types = [*LessonPage.parent_page_types, "courses.ProgrammePage"]

    class Meta:
        verbose_name = _("video lesson")
        verbose_name_plural = _("video lessons")


class CaptionTrack(models.Model):
    """Captions of a film in one language (WebVTT)."""

    page = ParentalKey(VideoPage, on_delete=models.CASCADE, related_name="captions")
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    file = models.FileField(_("WebVTT file"), upload_to="captions")

    panels = [FieldPanel("language"), FieldPanel("file")]

    class Meta:
        verbose_name = _("captions")
        verbose_name_plural = _("captions")
        ordering = ["language"]

    def clean(self) -> None:
        """Refuse a file that is no WebVTT, saying where it goes wrong."""
        super().clean()
        if self.file:
            try:
                check_captions(self.file.read(MOST_BYTES + 1))
            except NotCaptionsError as error:
                raise ValidationError({"file": str(error)}) from error
            finally:
                self.file.seek(0)
