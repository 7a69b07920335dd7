"""Devices that several people use: a short stay, and nothing left behind.

A stay is shared because somebody ticked so at the door, or because the device itself is marked by a cookie. The mark
says nothing of a person. The last moment of a stay is kept in the cache alone, under a keyed digest that expires.
"""

import time

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

SHARED = "shared_device"
COUNT_EVERY = 60  # seconds: a page a second writes to the cache once a minute
MARK_LASTS = 60 * 60 * 24 * 400  # the longest that browsers keep a cookie


def is_shared_device(request: HttpRequest) -> bool:
    """Tell whether the device was set to be everybody's."""
    return request.COOKIES.get(settings.SHARED_COOKIE_NAME) == "on"


def is_shared(request: HttpRequest) -> bool:
    """Tell whether this stay is on a device that other people use too."""
    return bool(request.session.get(SHARED)) or is_shared_device(request)


def begin_stay(request: HttpRequest) -> None:
    """Remember what the person said at the door; a device that is marked needs no word."""
    if request.POST.get("shared") or is_shared_device(request):
        request.session[SHARED] = True
    elif request.method == "POST":
        request.session.pop(SHARED, None)


def is_over(request: HttpRequest) -> bool:
    """Tell whether somebody's shared stay was left alone for too long."""
    return bool(
        request.session.get(SHARED)
        and request.session.get(SESSION_KEY)
        and cache.get(_stay_key(request.session.session_key)) is None
    )


def keep_alive(request: HttpRequest) -> None:
    """Count the idle time of a shared stay from now, and let its cookie end with the browser."""
    session = request.session
    if not session.get(SESSION_KEY) or not is_shared(request):
        return
    if not session.get(SHARED):
        session[SHARED] = True
    if not session.get_expire_at_browser_close():
        session.set_expiry(0)
    key, now = _stay_key(session.session_key), time.time()
    if now - cache.get(key, 0) >= COUNT_EVERY:
        cache.set(key, now, settings.SHARED_IDLE_MINUTES * 60)


def mark_device(response: HttpResponse) -> None:
    """Set the device to be everybody's, until somebody sets it back."""
    response.set_cookie(
        settings.SHARED_COOKIE_NAME,
        "on",
        max_age=MARK_LASTS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def unmark_device(response: HttpResponse) -> None:
    """Set the device back to be one person's."""
    response.delete_cookie(settings.SHARED_COOKIE_NAME, samesite="Lax")


def sweep(response: HttpResponse, *, cookies: bool) -> None:
    """Tell the browser to forget what the site left in it; with `cookies`, every cookie but the device's own mark.

    The header's own word "cookies" would take the mark too, so they are deleted one by one.
    """
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME):
        if cookies:
            response.delete_cookie(name, samesite="Lax")


def _stay_key(session_key: str | None) -> str:
    return f"shared-stay:{session_key}"
