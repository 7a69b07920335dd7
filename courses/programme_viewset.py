"""Programmes in the staff interface: steps put in order, checked as a plan, kept for those who have joined."""

from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from courses.actions import current_edition, keep_terms
from courses.models import Edition, Enrolment, Programme
from courses.programme_forms import ProgrammeForm
from courses.programme_panels import StatePanel, StepsPanel
from courses.unused import UnusedDeleteView
from courses.views.plan_template import plan_template
from courses.views.timeline import plan_timeline


class ProgrammeCreateView(generic.CreateView):
    """A new programme."""

    def save_instance(self) -> Programme:
        """Save it with the tests of its steps."""
        programme: Programme = super().save_instance()
        self.form.hang_tests()
        return programme

    def get_success_url(self) -> str:
        """Offer the template where no steps were made."""
        name = "edit" if self.object.steps.exists() else "template"
        return reverse(f"programme:{name}", args=[self.object.pk])


class ProgrammeEditView(generic.EditView):
    """A programme, in use or not."""

    def save_instance(self) -> Programme:
        """Keep the terms of those who have joined, then save; what changed is the next edition."""
        on = timezone.localdate()
        keep_terms(self.object, on=on)
        before = Edition.objects.filter(programme=self.object).order_by("-number").first()
        programme: Programme = super().save_instance()
        self.form.hang_tests()
        self.next_edition = None
        if before is not None:
            edition = current_edition(programme, on=on)
            self.next_edition = edition if edition != before else None
        return programme

    def get_success_message(self) -> str:
        """Say for whom the change is."""
        if self.next_edition is None:
            return str(super().get_success_message())
        count = Enrolment.objects.filter(programme=self.object, learner__isnull=False).count()
        return ngettext(
            "Saved as edition {number}, for those who join from now on. {count} person keeps what they joined under.",
            "Saved as edition {number}, for those who join from now on. {count} people keep what they joined under.",
            count,
        ).format(number=self.next_edition.number, count=count)

    def get_success_url(self) -> str:
        """Stay at the programme, where it says what is still to be made."""
        return reverse("programme:edit", args=[self.object.pk])

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Offer the timeline."""
        url = reverse("programme:timeline", args=[self.object.pk])
        return [Button(gettext("Timeline"), url=url, icon_name="calendar"), *super().header_more_buttons]


class ProgrammeDeleteView(UnusedDeleteView):
    """The end of a programme without cohorts."""

    in_use = _("This programme has cohorts or certificates, so it cannot be deleted.")


STEP = [
    FieldRowPanel([FieldPanel("code"), FieldPanel("kind")]),
    FieldPanel("page"),
    FieldRowPanel([FieldPanel("material"), FieldPanel("pass_mark")]),
    FieldRowPanel([FieldPanel("opening"), FieldPanel("after_code")]),
    FieldRowPanel([FieldPanel("offset_months"), FieldPanel("offset_days"), FieldPanel("open_days")]),
    FieldRowPanel([FieldPanel("window_from"), FieldPanel("window_to")]),
]


class ProgrammeViewSet(ModelViewSet):
    """Programmes with their steps in order."""

    model = Programme
    icon = "list-ol"
    menu_label = _("Programmes")
    add_view_class = ProgrammeCreateView
    edit_view_class = ProgrammeEditView
    delete_view_class = ProgrammeDeleteView
    list_display = ["name", "slug"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            StatePanel(heading=_("How it stands")),
            FieldPanel("name"),
            FieldPanel("slug"),
            FieldPanel("audiences"),
            StepsPanel(
                "steps",
                STEP,
                heading=_("Steps in order"),
                label=_("Step"),
                help_text=_(
                    "Drag the steps into the order in which they are shown. A step may count from one above it. Whoever has "
                    "joined keeps the steps as they were on that day; what you change is for those who join later."
                ),
            ),
        ],
        base_form_class=ProgrammeForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the template and the timeline."""
        return [
            *super().get_urlpatterns(),
            path("template/<int:pk>/", plan_template, name="template"),
            path("timeline/<int:pk>/", plan_timeline, name="timeline"),
        ]
