"""Models of testing."""

from assessments.models.bank import Question, QuestionBank, Topic, Wording
from assessments.models.forms import AwarenessRule, Instrument, Item, StepTest, TestForm
from assessments.models.questionnaires import QuestionnairePage, QuestionnaireResponse
from assessments.models.sittings import Response, Score, Sitting

__all__ = [
    "AwarenessRule",
    "Instrument",
    "Item",
    "Question",
    "QuestionBank",
    "QuestionnairePage",
    "QuestionnaireResponse",
    "Response",
    "Score",
    "Sitting",
    "StepTest",
    "TestForm",
    "Topic",
    "Wording",
]
