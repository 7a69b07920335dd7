"""The whole road without a browser: enrol, learn, be tested, be certified, be verified."""

import datetime
import re
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from assessments.models import QuestionBank, QuestionnairePage, Sitting, StepTest
from certificates.models import Award, AwardText, Certificate
from certificates.tasks import issue_forgotten
from courses.actions import create_join_code, plain_join_code
from courses.models import Cohort, Completion, Programme
from tests.factories.assessments import instrument
from tests.factories.courses import CohortFactory, ProgrammeFactory, StepFactory, course_with_lessons, programme_page
from tests.factories.people import PASSWORD, AudienceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def cohort() -> Cohort:
    """A cohort of backbone peers in a programme of intake, book, questionnaire, end and one award."""
    programme = ProgrammeFactory(slug="small")
    page = programme_page(programme)
    course, _lessons = course_with_lessons(programme, lessons=2)
    bank = QuestionBank.objects.create(slug="attitudes", name="Attitudes")
    question = bank.questions.create(code="ATT-1", kind="ATTITUDE")
    question.wordings.create(language="en", stem="Peers teach well.")
    questionnaire = page.add_child(instance=QuestionnairePage(title="Your view", slug="view", bank=bank))
    found = instrument()
    intake = StepFactory(programme=programme, code="intake", kind="TEST")
    read = StepFactory(programme=programme, code="read", kind="READ", page=course, opening="AFTER_STEP", after=intake)
    ask = StepFactory(programme=programme, code="ask", kind="QUESTIONNAIRE", page=questionnaire)
    end = StepFactory(programme=programme, code="end", kind="TEST", opening="AFTER_STEP", after=read)
    StepTest.objects.create(step=intake, wave="INTAKE", instrument=found)
    StepTest.objects.create(step=end, wave="END", instrument=found)
    award = Award.objects.create(programme=programme, slug="course", valid_years=3)
    award.steps.set([intake, read, ask, end])
    AwardText.objects.create(award=award, language="en", title="Course completed", statement="Read and took two tests.")
    audience = AudienceFactory(code="backbone", privacy_class="protected")
    return CohortFactory(programme=programme, audience=audience, name="Lotus")


def join(client: Client, cohort: Cohort) -> None:
    code = create_join_code(cohort, seats=1, expires_on=timezone.localdate() + datetime.timedelta(days=30))
    assert client.post("/en/join/", {"code": plain_join_code(code).lower()}).url == "/en/join/notice/"
    assert "Before you join" in client.get("/en/join/notice/").content.decode()
    assert client.post("/en/join/notice/", {"read": "on"}).url == "/en/join/name/"
    assert client.get("/en/join/name/").status_code == 200
    answer = client.post("/en/join/name/", {"handle": "own", "own": "Quiet Heron", "password": PASSWORD})
    assert answer.url == "/en/join/codes/"
    codes = re.findall(r"<li>([0-9A-Z-]{19})</li>", client.get("/en/join/codes/").content.decode())
    assert len(codes) == 8


def take(client: Client, code: str, programme: Programme) -> None:
    test = StepTest.objects.get(step__code=code, step__programme=programme)
    assert client.get(f"/en/tests/{test.pk}/").status_code == 200
    first = client.post(f"/en/tests/{test.pk}/").url
    sitting = Sitting.objects.get(test=test)
    assert first == f"/en/sittings/{sitting.pk}/1/"
    for position in range(1, 5):
        body = client.get(f"/en/sittings/{sitting.pk}/{position}/").content.decode()
        hidden = dict(re.findall(r'name="(item|form|sequence)" value="(\d+)"', body))
        answer = client.post(f"/en/sittings/{sitting.pk}/{position}/", {**hidden, "choice": "a", "go": "next"})
        assert answer.status_code == 302
    assert "Every question has an answer" in client.get(f"/en/sittings/{sitting.pk}/finish/").content.decode()
    assert client.post(f"/en/sittings/{sitting.pk}/finish/").url == f"/en/sittings/{sitting.pk}/result/"
    assert "4 of 4" in client.get(f"/en/sittings/{sitting.pk}/result/").content.decode()


def test_a_peer_joins_learns_is_tested_certified_and_verified(client: Client, cohort: Cohort) -> None:
    join(client, cohort)
    body = client.get("/en/me/").content.decode()
    assert "Now: First test" in body and "quiet-heron-" in body

    take(client, "intake", cohort.programme)
    contents = client.get("/en/small/book/")
    assert contents.status_code == 200
    for number in (1, 2):
        lesson = f"/en/small/book/one/lesson-{number}/"
        assert client.get(lesson).status_code == 200
        client.post(lesson, {"done": "1"})
    question = QuestionnairePage.objects.get().bank.questions.get()
    assert "Peers teach well" in client.get("/en/small/view/").content.decode()
    assert client.post("/en/small/view/", {f"q{question.pk}": "5"}).status_code == 302
    take(client, "end", cohort.programme)
    assert Completion.objects.count() == 4

    issue_forgotten()
    certificate = Certificate.objects.get()
    assert f"/en/certificates/{certificate.pk}/" in client.get("/en/me/").content.decode()
    answer = client.post(f"/en/certificates/{certificate.pk}/", {"name": "Lin Xiaoman"})
    text = PdfReader(BytesIO(answer.content)).pages[0].extract_text()
    assert "Lin Xiaoman" in text and "Course completed" in text
    code = re.search(r"(?:[0-9A-Z]{4}\s){5}[0-9A-Z]{4}", text).group()

    stranger = Client()
    assert "Yes, it is valid." in stranger.post("/c/", {"code": code}).content.decode()
    assert "Does not match" in stranger.post("/c/", {"code": code, "name": "Somebody Else"}).content.decode()
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    assert "We do not know this code." in stranger.post("/c/", {"code": wrong}).content.decode()
