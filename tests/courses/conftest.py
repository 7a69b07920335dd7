"""Where the fonts are, for what is printed."""

import os
from pathlib import Path

import pytest
from django.test import Client

from config.groundwork.roles import make_roles
from people.actions import grant_role
from people.choices import Role
from tests.factories.courses import home_page
from tests.factories.people import UserFactory
from tests.reading import browser

FONTS = Path(os.environ.get("THREETWOONE_FONTS") or Path(__file__).parents[2] / "var" / "fonts")


@pytest.fixture
def fonts_dir(settings) -> Path:
    """The folder of fonts, for the views as well."""
    if not list(FONTS.glob("*.ttf")):
        if os.environ.get("CI"):
            pytest.fail(f"No fonts in {FONTS}: run `python -m config.fonts`.")
        pytest.skip(f"No fonts in {FONTS}: run `python -m config.fonts`, or name a folder in THREETWOONE_FONTS.")
    settings.FONTS_ROOT = FONTS
    return FONTS


@pytest.fixture
def planner(db: None) -> Client:
    """A browser of an author, who puts programmes together, in a site whose roles are in place."""
    make_roles([home_page()])
    user = UserFactory(handle="planner", is_staff=True)
    grant_role(user, Role.AUTHOR)
    return browser(user)
