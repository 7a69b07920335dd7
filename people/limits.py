"""How often something may be tried: allauth's limits, whose keys our cache keeps as keyed digests."""

from allauth.core import ratelimit
from django.http import HttpRequest


def allowed(request: HttpRequest, action: str, key: str | None = None) -> bool:
    """Tell whether this try is within the limit that `ACCOUNT_RATE_LIMITS` sets for the action, and count it."""
    return ratelimit.consume(request, action=action, key=key)
