"""Settings of the tests: fixed secrets, a fast password hash, jobs run where the test says so."""

from config.groundwork.catalogues import compile_catalogues
from config.settings.base import *  # noqa: F403 -- settings modules extend one another this way
from config.settings.base import CACHES, DATABASES, LOCALE_PATHS, VAR, database

# A fresh checkout holds no compiled translations, and Django reads them once: before the first test, not during it.
compile_catalogues(LOCALE_PATHS)

SECRET_KEY = "only-for-tests"
CODE_KEY = "only-for-tests-codes"
CACHE_KEY_SECRET = "only-for-tests-cache"
SECRET_BOX_KEY = "only-for-tests-box"
DEMONSTRATION_ALLOWED = True
ERASURES_FILE = str(VAR / "erased-in-tests")
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
DATABASES["default"] = database(VAR / "test.sqlite3")
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(VAR / "tests.sqlite3")}
CACHES["default"] = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "KEY_FUNCTION": "people.cache_keys.hashed_key",
}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
# Wagtail keeps its indexes of words and of references by tasks; no test asks them, and half the time of a page went there.
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
