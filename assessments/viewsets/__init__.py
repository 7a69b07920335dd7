"""The bank, the forms and the tests in the staff interface, under one entry of the menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from assessments.viewsets.banks import BankViewSet, TopicViewSet
from assessments.viewsets.forms import FormViewSet, InstrumentViewSet
from assessments.viewsets.questions import QuestionViewSet
from assessments.viewsets.rules import RuleViewSet
from assessments.viewsets.tests import StepTestViewSet


class TestsGroup(SnippetViewSetGroup):
    """The menu of everything that is asked."""

    menu_label = _("Tests")
    menu_icon = "clipboard-list"
    items = (
        QuestionViewSet,
        TopicViewSet,
        BankViewSet,
        InstrumentViewSet,
        FormViewSet,
        StepTestViewSet,
        RuleViewSet,
    )
