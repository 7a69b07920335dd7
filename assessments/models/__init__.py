"""Models of testing."""

from assessments.models.ballots import Ballot, BallotBox
from assessments.models.bank import Question, QuestionBank, QuestionPicture, QuestionText, Topic, Wording
from assessments.models.forms import AwarenessRule, BlueprintRow, Instrument, Item, StepTest, TestForm
from assessments.models.questionnaires import QuestionnairePage, QuestionnaireResponse
from assessments.models.regrades import Regrade
from assessments.models.rooms import ExtraTime, Room
from assessments.models.sittings import Mark, Response, Score, Sitting

__all__ = [
    "AwarenessRule",
    "Ballot",
    "BallotBox",
    "BlueprintRow",
    "ExtraTime",
    "Instrument",
    "Item",
    "Mark",
    "Question",
    "QuestionBank",
    "QuestionPicture",
    "QuestionText",
    "QuestionnairePage",
    "QuestionnaireResponse",
    "Regrade",
    "Response",
    "Room",
    "Score",
    "Sitting",
    "StepTest",
    "TestForm",
    "Topic",
    "Wording",
]
