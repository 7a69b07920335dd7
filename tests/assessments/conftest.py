"""A test under way: Mei sits form A of four questions."""

import pytest

from assessments.models import Sitting, StepTest
from tests.cast import Cast
from tests.factories.assessments import StepTestFactory, sitting


@pytest.fixture
def intake(cast: Cast) -> StepTest:
    """The first test of the programme, of four questions whose right answer is a."""
    return StepTestFactory(step__programme=cast.programme)


@pytest.fixture
def under_way(cast: Cast, intake: StepTest) -> Sitting:
    """Mei's open sitting."""
    return sitting(intake, cast.enrolment_of(cast.mei))
