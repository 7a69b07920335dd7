"""A site on one's own machine: secrets are made at first run in `var/`."""

from config.secrets import read_or_make
from config.settings.base import *  # noqa: F403 -- settings modules extend one another this way
from config.settings.base import VAR, env

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = read_or_make(VAR / "secrets", "secret-key")
CODE_KEY = read_or_make(VAR / "secrets", "code-key")
CACHE_KEY_SECRET = read_or_make(VAR / "secrets", "cache-key")
SECRET_BOX_KEY = read_or_make(VAR / "secrets", "box-key")
DEMONSTRATION_ALLOWED = True
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *env.list("ALLOWED_HOSTS", default=[])]
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
