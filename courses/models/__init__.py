"""Models of learning. Pages stand in `courses.pages`, which Django must see from here."""

from courses.models.changes import ChangedPage, ChangeSeen, LessonChange
from courses.models.clarity import ClearnessAsked, ClearnessCount
from courses.models.cohorts import Cohort, CohortStaff, Enrolment, JoinCode
from courses.models.editions import Edition, EditionStep, Terms
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
    "ClearnessAsked",
    "ClearnessCount",
    "ChangeSeen",
    "ChangedPage",
    "Cohort",
    "CohortStaff",
    "Completion",
    "CoursePage",
    "Edition",
    "EditionStep",
    "Enrolment",
    "Extension",
    "GuidePage",
    "JoinCode",
    "LessonChange",
    "LessonCompletion",
    "LessonPage",
    "LessonText",
    "LocalRule",
    "ModulePage",
    "PlaceCountry",
    "Programme",
    "ProgrammePage",
    "ReadingPage",
    "RoomSessionPage",
    "Step",
    "Terms",
    "TextReview",
    "VideoPage",
]
