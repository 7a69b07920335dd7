"""Question banks, and the topics of their questions."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from assessments.models import QuestionBank, Topic
from assessments.viewsets.kept import KeptWhileUsed

NAMES = {code: f"name_{code.replace('-', '_')}" for code, _name in settings.LANGUAGES}


class NamesForm(WagtailAdminModelForm):
    """Asks for a topic's name in each language; what is left empty is shown in English."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, field in NAMES.items():
            self.fields[field].initial = self.instance.names.get(code, "")

    def save(self, commit: bool = True) -> Topic:
        """Keep the names that were given."""
        given = {code: self.cleaned_data[field].strip() for code, field in NAMES.items()}
        self.instance.names = {code: name for code, name in given.items() if name}
        topic: Topic = super().save(commit)
        return topic


# One field for each language of the site, whichever they are.
TopicForm = type(
    "TopicForm",
    (NamesForm,),
    {
        NAMES[code]: forms.CharField(label=name, max_length=80, required=code == "en")
        for code, name in settings.LANGUAGES
    },
)


class TopicIndexView(generic.IndexView):
    """The topics, by bank."""

    def get_base_queryset(self) -> QuerySet[Topic]:
        """Return the topics with their banks."""
        return Topic.objects.select_related("bank").order_by("bank__name", "position")

    @cached_property
    def columns(self) -> list[Column]:
        """Return the name in the reader's language, the code and the bank."""
        language = get_language() or "en"
        return [
            self._get_title_column_class(TitleColumn)(
                "name", label=_("Name"), accessor=lambda one: one.name_in(language), get_url=self.get_edit_url
            ),
            Column("code", label=_("Code")),
            Column("bank", label=_("Question bank")),
        ]


class TopicViewSet(ModelViewSet):
    """The screens of topics."""

    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    index_view_class = TopicIndexView
    delete_view_class = KeptWhileUsed
    copy_view_enabled = False
    list_filter = ["bank"]
    edit_handler = ObjectList(
        [
            FieldPanel("bank"),
            FieldPanel("code", help_text=_("Small letters and hyphens. It stays for good: figures go by it.")),
            MultiFieldPanel([FieldPanel(name) for name in NAMES.values()], heading=_("Name in each language")),
            FieldPanel("read_again"),
            FieldPanel("position", heading=_("Place in the order")),
        ],
        base_form_class=TopicForm,
    )


class BankViewSet(ModelViewSet):
    """The screens of question banks."""

    model = QuestionBank
    icon = "folder-inverse"
    menu_label = _("Question banks")
    delete_view_class = KeptWhileUsed
    copy_view_enabled = False
    list_display = ["name", "slug"]
    panels = [FieldPanel("name"), FieldPanel("slug")]
