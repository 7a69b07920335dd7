"""A test under way: Mei sits form A of four questions."""

import pytest

from assessments.models import Item, Sitting, StepTest
from config.groundwork.roles import make_roles
from tests.cast import Cast
from tests.factories.assessments import StepTestFactory, open_question, sitting, written_sitting
from tests.factories.courses import home_page


@pytest.fixture
def intake(cast: Cast) -> StepTest:
    """The first test of the programme, of four questions whose right answer is a."""
    return StepTestFactory(step__programme=cast.programme)


@pytest.fixture
def under_way(cast: Cast, intake: StepTest) -> Sitting:
    """Mei's open sitting."""
    return sitting(intake, cast.enrolment_of(cast.mei))


@pytest.fixture
def roles(cast: Cast) -> None:
    """Let every role into the staff interface, as `setup_site` does."""
    make_roles([home_page()])


@pytest.fixture
def exam(cast: Cast) -> StepTest:
    """An exam of four questions whose right answer is a; 60 per cent are needed."""
    return StepTestFactory(step__programme=cast.programme, step__kind="EXAM", step__pass_mark=60, wave="ANNUAL")


@pytest.fixture
def free_text(exam: StepTest) -> Item:
    """A free text of four points on form A of the exam."""
    return open_question(exam.instrument.forms.get(letter="A"))


@pytest.fixture
def written(cast: Cast, exam: StepTest, free_text: Item) -> Sitting:
    """Ying's exam: three of eight points, and a free text without any yet."""
    return written_sitting(exam, cast.enrolment_of(cast.ying), free_text)
