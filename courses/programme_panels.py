"""The parts of the programme editor that are more than a field."""

from typing import Any

from wagtail.admin.panels import InlinePanel, Panel

from courses.models import Edition
from courses.plan_facts import faults_of
from courses.plan_words import sentence
from courses.programme_forms import StepForm, StepFormSet


class StepsPanel(InlinePanel):
    """The steps in their order, with the forms that know what fits together."""

    def get_form_options(self) -> dict[str, Any]:
        """Put our own forms in place of the general ones."""
        options: dict[str, Any] = super().get_form_options()
        options["formsets"][self.relation_name] |= {"form": StepForm, "formset": StepFormSet}
        return options


class StatePanel(Panel):
    """What is still to be made before people can join, and which edition they would join under."""

    class BoundPanel(Panel.BoundPanel):
        """The panel for one programme."""

        template_name = "courses/programme_state.html"

        def is_shown(self) -> bool:
            """Show it once there is a programme."""
            return bool(self.instance.pk)

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Return the faults in sentences and the last edition."""
            found = faults_of(self.instance)
            return {
                **super().get_context_data(parent_context),
                "programme": self.instance,
                "sentences": [sentence(fault) for fault in found],
                "edition": Edition.objects.filter(programme=self.instance).order_by("-number").first(),
            }
