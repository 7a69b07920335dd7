"""Settings of the site the browser walks through: those of development, with files and secrets of its own."""

from pathlib import Path

from config.settings.dev import *  # noqa: F403 -- settings modules extend one another this way
from config.settings.dev import env

PLACE = Path(env.str("THREETWOONE_TEST_SITE"))
VAR = PLACE
MEDIA_ROOT = PLACE / "media"
STATIC_ROOT = PLACE / "static"
# Fixed, so that a database kept from an earlier run can still be read.
SECRET_KEY = "only-for-browser-tests"
CODE_KEY = "only-for-browser-tests-codes"
CACHE_KEY_SECRET = "only-for-browser-tests-cache"
SECRET_BOX_KEY = "only-for-browser-tests-box"
