"""Keys of the cache: keyed digests, so that no address or handle stands in the cache's table."""

import hashlib
import hmac

from django.conf import settings


def hashed_key(key: str, prefix: str, version: int) -> str:
    """Return the digest under which `key` is kept (Django's KEY_FUNCTION)."""
    text = f"{prefix}:{version}:{key}"
    return hmac.new(settings.CACHE_KEY_SECRET.encode(), text.encode(), hashlib.sha256).hexdigest()
