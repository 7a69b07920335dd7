"""Instruments and their forms: put together as a draft, published once, then only read and copied."""

from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel, MultipleChooserPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from assessments.form_checks import warnings
from assessments.form_facts import facts_of, published_beside
from assessments.models import Instrument, Item, Question, TestForm
from assessments.permissions import may_publish_forms
from assessments.terms import FALLBACK
from assessments.views.forms import copy, publish
from assessments.viewsets.kept import KeptWhileUsed
from assessments.viewsets.twins import refuse_twins

FROZEN = _("This form is published, so it stays as people sat it. To change something, copy it to a new draft.")


class TestFormForm(WagtailAdminModelForm):
    """Puts a form's items in the order in which they were dragged."""

    def clean(self) -> dict[str, Any]:
        """Refuse the same question, or the same topic, twice."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        refuse_twins(self.formsets["items"], "question", _now("This question stands on the form already."))
        refuse_twins(self.formsets["rows"], "topic", _now("The blueprint has a row for this topic already."))
        return data

    def save(self, commit: bool = True) -> TestForm:
        """Write all items anew: a draft has no answers, and places and questions may be exchanged freely."""
        if not commit:
            return super().save(commit=False)
        with transaction.atomic():
            form: TestForm = super().save(commit=False)
            items = list(form.items.all())
            for at, item in enumerate(sorted(items, key=lambda one: one.position), 1):
                item.pk, item.position = None, at
            if form.pk:
                Item.objects.filter(form=form.pk).delete()
            form.save()
        return form


class FormIndexView(generic.IndexView):
    """The forms, by instrument."""

    def get_base_queryset(self) -> QuerySet[TestForm]:
        """Return the forms with their number of items."""
        found = TestForm.objects.select_related("instrument").annotate(size=Count("items", Q(items__is_dropped=False)))
        return found.order_by("instrument__name", "letter")

    @cached_property
    def columns(self) -> list[Column]:
        """Return the form, its kind, its size and its state."""
        return [
            self._get_title_column("__str__"),
            Column("kind", label=_("Kind"), accessor="get_kind_display"),
            Column("size", label=_("Questions")),
            Column("state", label=_("State"), accessor=lambda one: _("published") if one.published_at else _("draft")),
        ]


class FormEditView(generic.EditView):
    """A draft; a published form is only shown."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the draft."""
        return self.refused() or super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save the draft."""
        return self.refused() or super().post(request, *args, **kwargs)

    def refused(self) -> HttpResponse | None:
        """Say why a published form does not change."""
        if not self.get_object().published_at:
            return None
        messages.info(self.request, FROZEN)
        return redirect("testform:inspect", self.kwargs["pk"])

    def form_valid(self, form: Any) -> HttpResponse:
        """Save the draft, unless somebody published it in this very moment."""
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except IntegrityError:
            messages.error(self.request, FROZEN)
            return redirect("testform:inspect", self.kwargs["pk"])

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Offer to look at the form, where it is published and copied."""
        return [
            Button(_("Look at it and publish"), url=self.get_inspect_url(), icon_name="view"),
            *super().header_more_buttons,
        ]


class FormInspectView(generic.InspectView):
    """A form as it stands, with what can be done to it."""

    page_title = _("Form")
    template_name = "assessments/bank/form.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the items in order and what the author should know."""
        facts = facts_of(self.object)
        questions = Question.objects.with_stem(get_language() or FALLBACK).select_related("topic")
        items = self.object.items.prefetch_related(Prefetch("question", questions)).order_by("position")
        return {
            **super().get_context_data(**kwargs),
            "form": self.object,
            "items": items,
            "rows": self.object.rows.select_related("topic"),
            "length": facts.length,
            "points": facts.points,
            "warnings": warnings(facts, published_beside(self.object)),
            "frozen": FROZEN,
            "may_publish": may_publish_forms(self.request.user) and not self.object.published_at,
            "may_copy": self.user_has_permission("add"),
        }

    def get_edit_url(self) -> str | None:
        """Return no way to edit what is published."""
        return None if self.object.published_at else super().get_edit_url()


class FormDeleteView(KeptWhileUsed):
    """The end of a draft."""

    sentence = _("This form is published or has been sat, so it was not deleted.")


class FormViewSet(ModelViewSet):
    """The screens of forms."""

    model = TestForm
    icon = "form"
    menu_label = _("Forms")
    index_view_class = FormIndexView
    edit_view_class = FormEditView
    delete_view_class = FormDeleteView
    inspect_view_class = FormInspectView
    inspect_view_enabled = True
    inspect_template_name = "assessments/bank/form.html"
    inspect_view_fields = ["instrument", "letter", "kind", "published_at"]
    copy_view_enabled = False
    list_filter = ["instrument"]
    edit_handler = ObjectList(
        [
            FieldPanel("instrument", help_text=_("Forms of one instrument measure the same and take turns.")),
            FieldPanel("letter", help_text=_("A, B, C ...")),
            FieldPanel("kind"),
            MultipleChooserPanel(
                "items",
                chooser_field_name="question",
                panels=[FieldPanel("question"), FieldPanel("is_anchor")],
                heading=_("Questions in order"),
                label=_("Question"),
                help_text=_(
                    "Drag them into order. Questions that stand on all forms of the instrument are its anchors: at least "
                    "5, and one in five. On a blueprint an anchor is on every paper, the others are drawn from; leave "
                    "out here what must not be drawn. Of one family a paper never has two."
                ),
            ),
            InlinePanel(
                "rows",
                [FieldPanel("topic"), FieldPanel("count")],
                heading=_("Blueprint: how many of each topic"),
                label=_("Row"),
                help_text=_("Only where papers are drawn for each person: so many questions beside the anchors."),
            ),
        ],
        base_form_class=TestFormForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add what is done to a form as a whole."""
        return [
            *super().get_urlpatterns(),
            path("publish/<int:pk>/", publish, name="publish"),
            path("copy/<int:pk>/", copy, name="copy_form"),
        ]


class InstrumentViewSet(ModelViewSet):
    """The screens of instruments."""

    model = Instrument
    icon = "list-ul"
    menu_label = _("Instruments")
    delete_view_class = KeptWhileUsed
    copy_view_enabled = False
    list_display = ["name", "slug"]
    panels = [
        FieldPanel("name", help_text=_("A set of parallel forms. Figures are compared within one instrument only.")),
        FieldPanel("slug"),
    ]
