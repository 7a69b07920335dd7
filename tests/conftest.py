"""What every test may ask for: the named cast, a quick sign-in."""

import pytest
from django.core.cache import cache

from tests.cast import Cast, make_cast


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Start each test with no rate limit used up."""
    cache.clear()


@pytest.fixture
def cast(db: None) -> Cast:
    """The named people and the small world they live in."""
    return make_cast()
