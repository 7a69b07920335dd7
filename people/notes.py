"""Messages wait in a cookie of this host alone until they are read; no row is made for a visitor's."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage


class HostCookieStorage(CookieStorage):
    """Django's storage under a name that browsers bind to this host, wherever the session's cookie has one."""

    cookie_name = settings.SESSION_COOKIE_NAME.replace("session", "messages")
