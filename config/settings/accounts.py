"""How people sign in and stay signed in. A part of `base`, which is too long for one page."""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()


def readable_list(path: str) -> str:
    """Return the path of an operator's list, empty where there is none; a path that leads nowhere stops the site."""
    if path and not Path(path).is_file():
        raise ImproperlyConfigured(
            f"BREACHED_PASSWORDS names {path}, and there is no such file. Mend it or leave it out."
        )
    return path


AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "people.backends.AccountBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "people.hashers.Argon2InTurnHasher",
    "people.hashers.ScryptInTurnHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "people.passwords.LengthValidator"},
    {"NAME": "people.passwords.CommonValidator"},
    {"NAME": "people.passwords.HandleValidator"},
    {"NAME": "people.passwords.BreachedValidator"},
]
# A sorted list of SHA-1 digests of leaked passwords, as Have I Been Pwned hands out; see people.breaches.
BREACHED_PASSWORDS = readable_list(env.str("BREACHED_PASSWORDS", default=""))
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "me"
LOGOUT_REDIRECT_URL = "front"

ACCOUNT_ADAPTER = "people.adapters.AccountAdapter"
MFA_ADAPTER = "people.adapters.MFAAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "handle"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_USERNAME_VALIDATORS = "people.handles.username_validators"
# A room of thirty-five behind one address must be able to sign in; one account must not be guessed.
# The limit of the account is asked first: whoever is past it does not use up what the room shares.
OUR_LIMITS = {
    "recover": "5/300s/key,60/m/ip",
    "erase": "5/300s/key",
    "join": "120/m/ip",
    # A room's code has 30 bits; the key is the learner.
    "room": "10/300s/key,240/m/ip",
    "verify": "60/m/ip,600/m/key",
}
SIGN_IN_LIMITS = {
    "login": "240/m/ip",
    "login_failed": "5/300s/key,120/m/ip",  # for wrong tries; the key is handle and network, see people.adapters
    "login_anywhere": "100/h/key",  # for wrong tries at one handle, from everywhere
    "signup": "120/m/ip",
}
ACCOUNT_RATE_LIMITS = {**SIGN_IN_LIMITS, **OUR_LIMITS}
ACCOUNT_FORMS = {"login": "people.sign_in.SignInForm"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
# A finger, a face or a PIN each time: a passkey is two factors in one.
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_FORMS = {
    "authenticate_webauthn": "people.sign_in.AskPasskeyForm",
    "login_webauthn": "people.sign_in.SignInPasskeyForm",
    "reauthenticate_webauthn": "people.sign_in.ConfirmPasskeyForm",
    "add_webauthn": "people.sign_in.AddPasskeyForm",
    "edit_webauthn": "people.sign_in.RenamePasskeyForm",
}
MFA_RATE_LIMITS = {"webauthn_login": "120/m/ip"}
MFA_TOTP_ISSUER = "Three-Two-One"
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=0)

SESSION_ENGINE = "people.models.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 200  # a session outlives the course
SESSION_COOKIE_SAMESITE = "Lax"
# A room whose addresses are plain http: browsers keep Secure cookies on https and on the loopback alone. Passwords then
# travel readable in that room, so production refuses it (docs/guides/operator.md).
PLAIN_HTTP = env.bool("PLAIN_HTTP", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = not PLAIN_HTTP
SESSION_COOKIE_NAME = "session" if PLAIN_HTTP else "__Host-session"
CSRF_COOKIE_NAME = "csrf" if PLAIN_HTTP else "__Host-csrf"
LANGUAGE_COOKIE_NAME = "language" if PLAIN_HTTP else "__Host-language"
CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "people.notes.HostCookieStorage"
# Rights over others are worth more than convenience; learners stay signed in.
STAFF_SESSION_HOURS = env.int("STAFF_SESSION_HOURS", default=12)
STAFF_IDLE_MINUTES = env.int("STAFF_IDLE_MINUTES", default=60)
SHARED_IDLE_MINUTES = env.int("SHARED_IDLE_MINUTES", default=15)
SHARED_COOKIE_NAME = "shared" if PLAIN_HTTP else "__Host-shared"
CSRF_FAILURE_VIEW = "home.views.errors.csrf_failure"
