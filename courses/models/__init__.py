"""Models of learning. Pages stand in `courses.pages`, which Django must see from here."""

from courses.models.clarity import ClearnessAsked, ClearnessCount
from courses.models.cohorts import Cohort, CohortStaff, Enrolment, JoinCode
from courses.models.editions import Edition, EditionStep, Terms
from courses.models.programmes import Programme, Step
from courses.models.progress import Completion, Extension, LessonCompletion
from courses.models.search import LessonText
from courses.pages.courses import CoursePage, ModulePage
from courses.pages.guides import GuidePage
from courses.pages.lessons import LessonPage, ReadingPage, RoomSessionPage, VideoPage
from courses.pages.programmes import ProgrammePage

__all__ = [
    "ClearnessAsked",
    "ClearnessCount",
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
    "LessonCompletion",
    "LessonPage",
    "LessonText",
    "ModulePage",
    "Programme",
    "ProgrammePage",
    "ReadingPage",
    "RoomSessionPage",
    "Step",
    "Terms",
    "VideoPage",
]
