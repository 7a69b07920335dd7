"""A site for real people: starts only when every secret is given."""

from django.core.exceptions import ImproperlyConfigured

from config.secrets import differing, given
from config.settings.base import *  # noqa: F403 -- settings modules extend one another this way
from config.settings.base import PLAIN_HTTP, env

if PLAIN_HTTP:
    raise ImproperlyConfigured(
        "PLAIN_HTTP is for a room without https, and this is a site for real people. Unset it and serve the site by https."
    )
DEBUG = False
SECRET_KEY = given("SECRET_KEY")
CODE_KEY = given("CODE_KEY")
CACHE_KEY_SECRET = given("CACHE_KEY_SECRET")
SECRET_BOX_KEY = given("SECRET_BOX_KEY")
differing(SECRET_KEY=SECRET_KEY, CODE_KEY=CODE_KEY, CACHE_KEY_SECRET=CACHE_KEY_SECRET, SECRET_BOX_KEY=SECRET_BOX_KEY)
DEMONSTRATION_ALLOWED = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.int("TRUSTED_PROXIES", default=0) else None
