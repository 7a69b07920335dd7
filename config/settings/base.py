"""Settings every site shares. Development, tests and production add what is theirs."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.core.exceptions import ImproperlyConfigured

from config.settings.accounts import *  # noqa: F403 -- settings modules extend one another this way
from config.static_headers import add_headers

ROOT = Path(__file__).resolve().parents[2]
VAR = ROOT / "var"
env = environ.Env()

INSTALLED_APPS = [
    "config",
    "home",
    "reports",
    "certificates",
    "assessments",
    "courses",
    "people",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtailmedia",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "people.apps.StaffAccountsConfig",
    "wagtail.sites",
    "wagtail.admin",
    "wagtail.search",
    "wagtail",
    "taggit",
    "modelcluster",
    "django_q",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "people.middleware.KnownMethodsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "people.middleware.CrowdMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "people.middleware.StaffPolicyMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "people.middleware.StayMiddleware",
    "people.middleware.SecondFactorMiddleware",
    "people.middleware.PrivatePagesMiddleware",
    "people.activity.ActivityMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    },
]

SQLITE_OPTIONS = {
    # IMMEDIATE takes the write lock at BEGIN: with Django's default half of the writes failed beside a worker.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # FULL: NORMAL can lose an acknowledged answer when the power goes.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
}


def database(default_path: Path) -> dict[str, object]:
    """Return the database of `DATABASE_URL`, or the embedded one at `default_path`."""
    found: dict[str, object] = environ.Env.db_url_config(
        env.str("DATABASE_URL", default="") or f"sqlite:///{default_path}"
    )
    if not found.get("ENGINE"):
        raise ImproperlyConfigured("DATABASE_URL names no known database. Write postgres://user:password@host/name.")
    if found["ENGINE"] == "django.db.backends.sqlite3":
        found["OPTIONS"] = SQLITE_OPTIONS
    # Opening costs a third of an answer, and the last to close an SQLite file writes back its whole log.
    found |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    return found


DATABASES = {"default": database(VAR / "site.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        # A rate limit's key holds an address: no key is stored in the clear.
        "KEY_FUNCTION": "people.cache_keys.hashed_key",
        # Django drops a third of the rows above 300, and with them the limits on tries of a few classrooms.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

# Digests of erased accounts, outside the database: a restored backup must not bring them back. Back it up by itself.
ERASURES_FILE = env.str("ERASURES_FILE", default=str(VAR / "erased"))
# How long things are kept (docs/rules/retention.md). Nothing is ever kept longer by a missing worker: jobs run daily.
RETENTION = {
    "ANSWERS_DAYS": env.int("KEEP_ANSWERS_DAYS", default=30),
    "EXAM_ANSWERS_MONTHS": env.int("KEEP_EXAM_ANSWERS_MONTHS", default=13),
    "IDLE_MONTHS": env.int("KEEP_IDLE_MONTHS", default=12),
    "AUDIT_MONTHS": env.int("KEEP_AUDIT_MONTHS", default=12),
    "CERTIFICATE_MONTHS": env.int("KEEP_CERTIFICATE_MONTHS", default=12),
}

# Blind ballots of a cohort that are stored at once; below 5 nothing is (docs/rules/ballots.md).
BALLOTS_TOGETHER = env.int("BALLOTS_TOGETHER", default=5)

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", "English"),
    ("zh-hans", "中文"),
    ("my", "မြန်မာ"),
    ("km", "ខ្មែរ"),
    ("vi", "Tiếng Việt"),
]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
LOCALE_PATHS = [ROOT / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
TIME_ZONE = env.str("SITE_TIME_ZONE", default="Asia/Shanghai")
USE_I18N = True
USE_TZ = True
WAGTAIL_I18N_ENABLED = True
# No text of ours goes to a machine of anybody else; a translation goes live when a moderator says so.
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = None
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
MEDIA_URL = "media/"
MEDIA_ROOT = VAR / "media"
FONTS_ROOT = VAR / "fonts"
WHITENOISE_ADD_HEADERS_FUNCTION = add_headers
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

WAGTAIL_SITE_NAME = "Three-Two-One"
WAGTAILADMIN_BASE_URL = env.str("SITE_URL", default="http://localhost:8000")
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# The report names whoever published last, peers among the staff too; its address is routed away as well.
WAGTAIL_AGING_PAGES_ENABLED = False
# Everybody reads the site's days; a list of zones on the account page would break in browsers that lack one of them.
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp", "svg"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "home.uploads.ImageForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
# A picture of so many pixels needs 120 MB of memory to be made smaller.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 30_000_000
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "epub", "odp", "ods", "odt", "pdf", "pptx", "txt", "vtt", "xlsx"]
WAGTAILDOCS_DOCUMENT_FORM_BASE = "home.uploads.DocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
MEDIA_MAX_UPLOAD_SIZE = 300 * 1024 * 1024
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILMEDIA = {
    "MEDIA_MODEL": "wagtailmedia.Media",
    "MEDIA_FORM_BASE": "home.uploads.MediaForm",
    "VIDEO_EXTENSIONS": ["mp4", "webm"],
    "AUDIO_EXTENSIONS": ["m4a", "mp3", "ogg"],
}
WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 20
TAGGIT_CASE_INSENSITIVE = True

Q_CLUSTER = {
    "name": "three-two-one",
    "orm": "default",
    "workers": env.int("WORKERS", default=1),
    # A job taken twice must be harmless, a job lost must come back: bulk 1, retry far above timeout, few tries.
    "bulk": 1,
    "timeout": 120,
    "retry": 600,
    "max_attempts": 5,
    "ack_failures": False,
    "catch_up": False,
    "poll": 1,
    "save_limit": 100,
    "label": "jobs",
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
    },
}
# The staff interface (people.middleware.StaffPolicyMiddleware). Wagtail puts scripts and styles into its pages; it
# shows pictures before they are sent, and previews in a frame. Nothing from another host, and no script made of text.
STAFF_CONTENT_SECURITY_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF],
    "media-src": [SELF],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "manifest-src": [SELF],
    "form-action": [SELF],
    "base-uri": [SELF],
    "object-src": [NONE],
    "frame-ancestors": [SELF],
}
# Not no-referrer: browsers then send "Origin: null" with a form, and every form would be refused as foreign.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
# W019: the staff preview shows a page of ours in a frame of ours; nobody else may.
SILENCED_SYSTEM_CHECKS = ["security.W019"]

# Where somebody who finds a hole can write: a URL or mailto: address, shown at /.well-known/security.txt.
SECURITY_CONTACT = env.str("SECURITY_CONTACT", default="")

ISSUER_NAMES = {"en": "Three-Two-One training network", "zh-hans": "三二一培训网络"}
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # Time to the minute, no address, no agent, no path parameters: what is not written cannot be taken.
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s", "datefmt": "%Y-%m-%d %H:%M"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}},
}
