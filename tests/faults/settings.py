"""Settings of a server under faults: those of the tests, with little patience for a locked database."""

from config.settings.test import *  # noqa: F403 -- settings modules extend one another this way
from config.settings.test import DATABASES

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = DATABASES["default"]["OPTIONS"] | {"timeout": 1}
