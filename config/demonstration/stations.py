"""The named learners at their stations, from "just joined" to "certified"."""

import datetime

from django.utils import timezone

from assessments.actions import open_page, save_answer, start_sitting
from assessments.choices import Wave
from assessments.models import StepTest
from certificates.actions import issue_due
from config.demonstration.cast import ACCOUNTS, Account
from config.demonstration.days import STATIONS, Days
from config.demonstration.histories import History, Recorder, redate
from courses.actions import enrol
from courses.lessons import lessons_in
from courses.models import Cohort, Enrolment, LessonCompletion
from people.actions import month_of
from people.models import User

POINTS = {"intake": 12, "end": 18, "follow-up": 17, "exam": 16}
ANSWERS_GIVEN = 7


def place_learners(users: dict[str, User], cohorts: dict[str, Cohort], today: datetime.date) -> None:
    """Enrol the named learners and bring each to its station; one who is there already only has the days moved."""
    placed = Enrolment.objects.filter(learner__in=users.values()).select_related("learner", "cohort")
    held = {(one.learner.handle, one.cohort_id): one for one in placed}
    for account in ACCOUNTS:
        if not account.cohort:
            continue
        cohort, days = cohorts[account.cohort], STATIONS[account.station](today)
        enrolment = held.get((account.handle, cohort.pk))
        if enrolment is None:
            _bring(account, users[account.handle], cohort, days, today)
        else:
            redate(Enrolment.objects.filter(pk=enrolment.pk), days)
        _mark_joined(users[account.handle], days.get("intake", today))


def _bring(account: Account, user: User, cohort: Cohort, days: Days, today: datetime.date) -> None:
    enrolment = enrol(user, cohort, code=None, on=today)
    recorder = Recorder(cohort.programme)
    recorder.add(History(enrolment, days, POINTS, "A"))
    recorder.write()
    _finish_lessons(enrolment, recorder, days)
    issue_due(enrolment)
    if account.station == "mid-test":
        _begin_test(enrolment)


def _finish_lessons(enrolment: Enrolment, recorder: Recorder, days: Days) -> None:
    """Finish the lessons of each step done, and the first lesson of a course that is open but not done."""
    rows = []
    for code, step in recorder.steps.items():
        if step.page_id is None or "intake" not in days:
            continue
        lessons = lessons_in(step.page)
        for lesson in lessons if code in days else lessons[:1] if code == "course" else []:
            on = days.get(code, days["intake"])
            rows.append(LessonCompletion(learner=enrolment.learner, lesson_key=lesson.translation_key, completed_on=on))
    LessonCompletion.objects.bulk_create(rows)


def _begin_test(enrolment: Enrolment) -> None:
    test = StepTest.objects.get(step__programme=enrolment.programme_id, wave=Wave.INTAKE)
    now = timezone.now()
    sitting = start_sitting(enrolment, test, language=enrolment.learner.language, at=now)
    for item in sitting.form.items.select_related("question")[:ANSWERS_GIVEN]:
        save_answer(sitting, item, item.question.key, sequence=open_page(sitting) + 1, come_back=False, at=now)


def _mark_joined(user: User, day: datetime.date) -> None:
    if user.joined_in != month_of(day):
        User.objects.filter(pk=user.pk).update(joined_in=month_of(day))
