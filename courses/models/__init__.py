"""Models of learning. Pages stand in `courses.pages`, which Django must see from here."""

from courses.models.changes import ChangedPage, ChangeSeen, LessonChange
from courses.models.cohorts import Cohort, CohortStaff, Enrolment, JoinCode
from courses.models.local import LocalRule, PlaceCountry
from courses.models.programmes import Programme, Step
from courses.models.progress import Completion, Extension, LessonCompletion
from courses.models.reviews import TextReview
from courses.models.search import LessonText
from courses.pages.courses import CoursePage, ModulePage
from courses.pages.guides import GuidePage
from courses.pages.lessons import LessonPage, ReadingPage, RoomSessionPage, VideoPage
from courses.pages.programmes import ProgrammePage

__all__ = [
    "ChangeSeen",
    "ChangedPage",
    "Cohort",
    "CohortStaff",
    "Completion",
    "CoursePage",
    "Enrolment",
    "Extension",
    "GuidePage",
    "JoinCode",
    "LessonChange",
    "LessonCompletion",
    "LessonText",
    "LessonPage",
    "LocalRule",
    "ModulePage",
    "PlaceCountry",
    "Programme",
    "ProgrammePage",
    "ReadingPage",
    "RoomSessionPage",
    "Step",
    "TextReview",
    "VideoPage",
]
