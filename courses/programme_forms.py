"""The programme editor's forms: rows of steps, what fits together in them, what is kept when one is taken out."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm

from courses.choices import Opening
from courses.materials import tests
from courses.models import EditionStep, Programme, Step
from courses.plan_checks import WITH_PAGE, Trouble, faults
from courses.plan_facts import facts, steps_in_use
from courses.plan_words import field_of, sentence
from courses.requirements import objections

NOTHING: dict[str, Any] = {
    **dict.fromkeys(("page", "open_days", "pass_mark"), None),
    **dict.fromkeys(("offset_months", "offset_days"), 0),
    **dict.fromkeys(("window_from", "window_to", "after_code", "material"), ""),
}


def unused_fields(kind: str, opening: str) -> set[str]:
    """Return the fields that do not matter for a step of this kind that opens in this way."""
    unused = set(NOTHING)
    unused -= {"page"} if kind in WITH_PAGE else {"pass_mark", "material"}
    unused -= {"after_code"} if opening != Opening.AT_ONCE else set()
    unused -= {"offset_months", "offset_days", "open_days"} if opening == Opening.OFFSET else set()
    return unused - {"window_from", "window_to"} if opening == Opening.YEARLY else unused


class StepForm(WagtailAdminModelForm):
    """One step. What does not matter for its kind and its opening is emptied."""

    after_code = forms.ChoiceField(
        label=_("Counted from this step"),
        required=False,
        help_text=_("A step above this one. In a yearly window it may be left empty."),
    )
    material = forms.ChoiceField(label=_("Questions of this test"), required=False)
    offset_months = forms.IntegerField(label=_("Months after it"), required=False, min_value=0, max_value=120)
    offset_days = forms.IntegerField(label=_("Days after it"), required=False, min_value=0, max_value=3650)

    def clean(self) -> dict[str, Any]:
        """Empty what does not matter, so that nothing unseen is kept."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for name in ("offset_months", "offset_days"):
            data[name] = data.get(name) or 0
        for name in unused_fields(data.get("kind", ""), data.get("opening", "")):
            if name in self.fields:
                data[name] = NOTHING[name]
                self.errors.pop(name, None)
        return data


class StepFormSet(BaseChildFormSet):
    """All steps of a programme that are asked of whoever joins now."""

    def __init__(self, *args: Any, instance: Programme | None = None, **kwargs: Any) -> None:
        if instance is not None:
            kwargs["queryset"] = instance.steps.filter(is_retired=False)
        super().__init__(*args, instance=instance, **kwargs)

    @cached_property
    def in_use(self) -> set[int]:
        """Return the steps that somebody is held to."""
        return steps_in_use(self.instance)

    @cached_property
    def chosen(self) -> dict[int, str]:
        """Return what the tests of the steps are sat with."""
        return tests().chosen(step.pk for step in self.get_queryset() if step.pk)

    @cached_property
    def codes(self) -> list[str]:
        """Return the codes a step may count from: those in the form that was sent, or those that stand."""
        if self.is_bound:
            sent = (self.data.get(f"{self.add_prefix(at)}-code", "") for at in range(self.total_form_count()))
            return [code.strip() for code in sent if code.strip()]
        return [step.code for step in self.get_queryset()]

    @cached_property
    def materials(self) -> list[tuple[str, str]]:
        """Return what tests can be sat with."""
        return [("", "---------"), *tests().choices()]

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """Offer the steps and questions of this programme; lock what somebody is held to."""
        super().add_fields(form, index)
        step = form.instance
        form.fields["after_code"].choices = [("", "---------"), *((code, code) for code in self.codes)]
        form.fields["material"].choices = self.materials
        form.initial.setdefault("after_code", step.after.code if step.after_id else "")
        form.initial.setdefault("material", self.chosen.get(step.pk, ""))
        for name in ("code", "kind", "material") if step.pk in self.in_use else ():
            # A test that is missing may still be hung.
            form.fields[name].disabled = name != "material" or bool(form.initial["material"])

    def clean(self) -> None:
        """Refuse a plan that can never be finished; what is only unmade yet, where people can join already."""
        super().clean()
        kept = [form for form in self.forms if form.is_valid() and not self._should_delete_form(form)]
        if len(kept) < len(self.forms) - len(self.deleted_forms):
            return
        kept.sort(key=lambda form: form.cleaned_data.get("ORDER") or len(self.forms))
        self._say_refusals(kept)
        self._say_faults(kept)
        against = objections([form.instance for form in self.deleted_forms if form.instance.pk])
        if against:
            raise ValidationError(against)
        if any(form.errors for form in kept):
            return
        by_code = {form.instance.code: form.instance for form in kept}
        for form in kept:
            form.instance.after = by_code.get(form.cleaned_data["after_code"])

    def _say_faults(self, kept: list[StepForm]) -> None:
        rows = [
            (form.instance, form.cleaned_data["after_code"], form.cleaned_data.get("material", "")) for form in kept
        ]
        forms_by_code = {form.instance.code: form for form in reversed(kept)}
        can_be_joined = bool(self.instance.pk) and self.instance.cohorts.exists()
        for fault in faults(facts(rows)):
            if fault.is_unfinished and not can_be_joined:
                continue
            if fault.trouble is Trouble.NO_STEPS:
                raise ValidationError(sentence(fault))
            forms_by_code[fault.code].add_error(field_of(fault), sentence(fault))

    def _say_refusals(self, kept: list[StepForm]) -> None:
        """Refuse the code of a step that was retired, and questions that are none for these people."""
        retired = set()
        if self.instance.pk:
            retired = set(Step.objects.filter(programme=self.instance, is_retired=True).values_list("code", flat=True))
        for form in kept:
            if form.instance.code in retired:
                form.add_error("code", gettext("A step that was taken out has this code. Choose another one."))
            choice = form.cleaned_data["material"]
            refused = tests().refusal(self.instance, choice) if choice else None
            if refused:
                form.add_error("material", refused)

    def save(self, commit: bool = True) -> list[Step]:
        """Save the steps; one that somebody is held to is retired, not deleted."""
        saved: list[Step] = super().save(commit=False)
        manager = self.instance.steps
        kept = set(EditionStep.objects.filter(step__in=self.deleted_objects).values_list("step", flat=True))
        gone = [step for step in self.deleted_objects if step.pk not in kept]
        for step in self.deleted_objects:
            if step.pk in kept:
                step.is_retired = True
                manager.add(step)
        # The keys between steps protect: rows that count from one that goes are written anew, or were refused.
        counting = Step.objects.filter(after__in=gone)
        counting.update(opening=Opening.AT_ONCE, after=None)
        if commit:
            manager.commit()
        return saved


class ProgrammeForm(WagtailAdminModelForm):
    """A programme with its steps."""

    class Media:
        css = {"all": ["courses/programme_editor.css"]}
        js = ["courses/programme_editor.js"]

    def hang_tests(self) -> None:
        """Hang the tests that were chosen on the steps; to be called once they are saved."""
        formset = self.formsets["steps"]
        for form in formset.forms:
            choice = form.cleaned_data.get("material")
            if choice and form not in formset.deleted_forms and formset.chosen.get(form.instance.pk) != choice:
                tests().hang(form.instance, choice)
