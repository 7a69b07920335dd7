"""The whole 3-2-1 road of a programme, as rows."""

from assessments.models import StepTest
from courses.models import Programme, Step
from tests.factories.assessments import StepTestFactory, questionnaire
from tests.factories.certificates import award
from tests.factories.courses import StepFactory, course_with_lessons


def road(programme: Programme) -> dict[str, Step]:
    """Return the steps by code: three ones, first test, course, end, second test after three months, December exam."""
    book, _lessons = course_with_lessons(programme, lessons=1, slug="book")
    course, _lessons = course_with_lessons(programme, lessons=1, slug="course")

    def test(code: str, wave: str, kind: str = "TEST", **fields: object) -> Step:
        made: StepTest = StepTestFactory(
            step=StepFactory(programme=programme, code=code, kind=kind, **fields), wave=wave
        )
        return made.step

    steps = {"read": StepFactory(programme=programme, code="read", page=book)}
    steps["questionnaire"] = Step.objects.get(page=questionnaire(programme))
    steps["intake"] = test("intake", "INTAKE")
    after = {"opening": "AFTER_STEP", "after": steps["intake"]}
    steps["course"] = StepFactory(programme=programme, code="course", kind="COURSE", page=course, **after)
    steps["end"] = test("end", "END", opening="AFTER_STEP", after=steps["course"])
    months = {"opening": "OFFSET", "after": steps["intake"], "offset_months": 3, "open_days": 60}
    steps["follow-up"] = test("follow-up", "FOLLOW_UP", **months)
    window = {"opening": "YEARLY", "window_from": "12-01", "window_to": "12-31", "pass_mark": 60}
    steps["exam"] = test("exam", "ANNUAL", kind="EXAM", **window)
    award([steps[code] for code in ("read", "questionnaire", "intake", "course", "end")], slug="course")
    award(list(steps.values()), slug="three-two-one")
    return steps
