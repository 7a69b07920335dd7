"""A programme with an award for two steps, and Mei's certificate of it."""

import pytest

from certificates.models import Award, Certificate
from courses.models import Step
from tests.cast import Cast
from tests.factories.certificates import award, certificate
from tests.factories.courses import StepFactory


@pytest.fixture
def steps(cast: Cast) -> list[Step]:
    """The two steps that earn the award."""
    codes = ("read", "exam")
    return [StepFactory(programme=cast.programme, code=code, sort_order=at) for at, code in enumerate(codes)]


@pytest.fixture
def course(steps: list[Step]) -> Award:
    """The award."""
    return award(steps)


@pytest.fixture
def held(cast: Cast, course: Award) -> Certificate:
    """Mei's certificate."""
    return certificate(course, cast.mei)
