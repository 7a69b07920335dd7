"""How often something may be tried: allauth's limits, whose keys our cache keeps as keyed digests."""

from allauth.core import ratelimit
from allauth.core.internal.ratelimit import get_ip
from django.http import HttpRequest

from people.handles import tidy


def allowed(request: HttpRequest, action: str, key: str | None = None) -> bool:
    """Tell whether this try is within the limit that `ACCOUNT_RATE_LIMITS` sets for the action, and count it."""
    return ratelimit.consume(request, action=action, key=key)


def tries_key(request: HttpRequest, handle: str) -> str:
    """Return what tries at a handle are counted by: the handle, however it is spelt, and the network they come from.

    By the handle alone, anybody anywhere could lock a person out with five wrong tries.
    """
    return f"{tidy(handle)}|{get_ip(request)}"
