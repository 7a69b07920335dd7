"""What a course's file holds of tests: banks with their questions, instruments with their forms and rules, step tests.

The file holds the right answers: whoever may take it away is asked in `courses.views.exchange`.
"""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from assessments.bank_exchange import bank_out, check_bank, write_bank
from assessments.form_exchange import instrument_out, write_instrument
from assessments.models import Instrument, QuestionBank, QuestionnairePage, StepTest, Topic
from courses.exchange.faults import Report
from courses.exchange.names import register_name
from courses.exchange.parts import register
from courses.exchange.references import Incoming, Outgoing
from courses.exchange.values import row_out, values_in
from courses.models import Programme

SHAPE = ("banks", "instruments", "tests")


class QuestionsPart:
    """The share of this app."""

    def collect(self, programme: Programme, refs: Outgoing) -> dict[str, Any]:
        """Return banks, instruments and tests of a programme."""
        tests = list(StepTest.objects.filter(step__programme=programme).select_related("step").order_by("step__code"))
        instruments = Instrument.objects.filter(pk__in={one.instrument_id for one in tests}).order_by("slug")
        asked = [
            pk
            for root in programme.pages.all()
            for pk in QuestionnairePage.objects.descendant_of(root).values_list("bank_id", flat=True)
        ]
        on_forms = Q(questions__items__form__instrument__in=instruments)
        banks = QuestionBank.objects.filter(on_forms | Q(pk__in=asked)).distinct().order_by("slug")
        return {
            "banks": [bank_out(bank, refs) for bank in banks],
            "instruments": [instrument_out(one) for one in instruments],
            "tests": [row_out(one, refs, without=("step",)) | {"step": one.step.code} for one in tests],
        }

    def check(self, data: Any, report: Report) -> None:
        """Note what can be seen before anything is written."""
        if not isinstance(data, dict) or any(not isinstance(data.get(name), list) for name in SHAPE):
            report.fault(_("questions"), _("Something is missing here. Export the course again."))
            return
        for bank in data["banks"]:
            check_bank(bank, report)

    def before(self, data: Mapping[str, Any], refs: Incoming, report: Report) -> None:
        """Write banks and forms: a questionnaire names its bank."""
        for bank in data["banks"]:
            write_bank(bank, refs, report)
        for instrument in data["instruments"]:
            write_instrument(instrument, report)

    def after(self, data: Mapping[str, Any], programme: Programme, refs: Incoming, report: Report) -> None:
        """Write the tests of the steps, and what to read again for each topic."""
        steps = {step.code: step for step in programme.steps.all()}
        for wanted in data["tests"]:
            place = f"{_('test of the step')} {wanted.get('step')}"
            plain = {name: value for name, value in wanted.items() if name != "step"}
            values = values_in(StepTest, plain, refs, report, place, without=("step",))
            step = steps.get(wanted.get("step"))
            held = StepTest.objects.filter(step=step).first() if step else None
            if step is None:
                report.leave(place, _("There is no such step here, so its test was left out."))
            elif held is None:
                made = StepTest(step=step, **values)
                made.full_clean()
                made.save()
                report.made.append(place)
            elif any(getattr(held, name) != value for name, value in values.items()):
                report.leave(place, _("It is set up otherwise here and was left as it is."))
            else:
                report.same.append(place)
        for bank in data["banks"]:
            for topic in bank["topics"]:
                page = refs.page(topic["read_again"])
                if page:
                    Topic.objects.filter(bank__slug=bank["slug"], code=topic["code"], read_again=None).update(
                        read_again=page
                    )


register("questions", QuestionsPart())
register_name(QuestionBank, "slug")
register_name(Instrument, "slug")
