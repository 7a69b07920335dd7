"""The tests of steps: which instrument, which wave, how it is sat."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from assessments.choices import Feedback, Wave
from assessments.models import StepTest
from assessments.viewsets.kept import KeptWhileUsed
from courses.choices import StepKind
from courses.models import EditionStep, Step


class StepTestForm(WagtailAdminModelForm):
    """Keeps together what people have sat, and hangs tests only where one can be sat."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        steps = Step.objects.filter(kind__in=[StepKind.TEST, StepKind.EXAM]).select_related("programme")
        self.fields["step"].queryset = steps.filter(Q(test__isnull=True) | Q(test=self.instance.pk))

    def clean(self) -> dict[str, Any]:
        """Refuse another step, wave or instrument once somebody has sat or is to sit the test, and a test nobody could sit."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        moved = {"step", "wave", "instrument"} & set(self.changed_data)
        if moved and self.instance.pk and self.is_asked():
            self.add_error(
                sorted(moved)[0],
                _now(
                    "People have sat this test or joined with it in their plan, so step, wave and instrument stay. "
                    "Make another step for a new test."
                ),
            )
        instrument = data.get("instrument")
        if instrument and not instrument.forms.published().exists():
            self.add_error("instrument", _now("This instrument has no published form yet. Publish one first."))
        if data.get("feedback") == Feedback.IMMEDIATE and data.get("wave") == Wave.ANNUAL:
            self.add_error("feedback", _now("An exam gives no feedback while it is sat. Choose another one."))
        return data

    def is_asked(self) -> bool:
        """Tell whether anybody has sat the test, or is held to an edition that asks for it."""
        before = EditionStep.objects.filter(step__test=self.instance.pk, edition__terms__isnull=False)
        return bool(self.instance.sittings.exists() or before.exists())


class StepTestIndexView(generic.IndexView):
    """The tests, by programme."""

    def get_base_queryset(self) -> QuerySet[StepTest]:
        """Return the tests with their steps."""
        return StepTest.objects.select_related("step__programme", "instrument").order_by("step__programme__name", "pk")

    @cached_property
    def columns(self) -> list[Column]:
        """Return programme and wave, instrument, minutes and pass mark."""
        return [
            self._get_title_column("__str__"),
            Column("instrument", label=_("Instrument")),
            Column("minutes", label=_("Minutes"), accessor=lambda one: one.minutes or ""),
            Column("pass_mark", label=_("Pass mark"), accessor=lambda one: one.step.pass_mark or ""),
        ]


class StepTestDeleteView(KeptWhileUsed):
    """The end of a test nobody has sat."""

    sentence = _("People have sat this test, so it was not deleted.")


class StepTestViewSet(ModelViewSet):
    """The screens of tests."""

    model = StepTest
    icon = "tasks"
    menu_label = _("Tests of steps")
    index_view_class = StepTestIndexView
    delete_view_class = StepTestDeleteView
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("step"), FieldPanel("wave"), FieldPanel("instrument")], heading=_("Which test, and when")
            ),
            HelpPanel(template="assessments/bank/pass_mark.html", heading=_("Pass mark")),
            MultiFieldPanel(
                [
                    FieldRowPanel(
                        [
                            FieldPanel("minutes", help_text=_("Empty: no time limit.")),
                            FieldPanel("attempts"),
                        ]
                    ),
                    FieldPanel("layout"),
                    FieldPanel("shuffle_items"),
                    FieldPanel("shuffle_options"),
                    FieldPanel("feedback"),
                    FieldPanel("is_supervised"),
                ],
                heading=_("How it is sat"),
            ),
        ],
        base_form_class=StepTestForm,
    )
