"""Where the fonts are, for what is printed."""

import os
from pathlib import Path

import pytest

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
