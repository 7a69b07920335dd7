"""What the worker does for the site as a whole; safe to run twice."""

from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from assessments.retention import forget_answers, forget_boxes, forget_rooms
from certificates.retention import forget_certificates
from courses.indexing import read_lessons
from people.erasure import reapply_erasures, sweep_file
from people.models.sessions import SessionStore
from people.retention import erase_idle, forget_cards, forget_deeds


def publish_scheduled() -> None:
    """Publish and unpublish the pages whose hour has come; read for search what was published by another way."""
    call_command("publish_scheduled", verbosity=0)
    read_lessons()


def purge_expired() -> int:
    """Delete expired sessions and cache rows; return how many cache rows went.

    The database cache itself drops rows only when it is full, and a rate limit's row should not outlive its purpose.
    """
    SessionStore.clear_expired()
    cache = caches["default"]
    if not isinstance(cache, DatabaseCache):
        return 0
    now = connection.ops.adapt_datetimefield_value(timezone.now().replace(microsecond=0))
    table = connection.ops.quote_name(cache._table)
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [now])  # noqa: S608 -- the name is a setting of ours
        return int(cursor.rowcount)


def keep_no_longer() -> dict[str, int]:
    """Let go of everything whose time is over; return how much of each."""
    on = timezone.localdate()
    gone = {
        "answers": forget_answers(on),
        "boxes": forget_boxes(on),
        "rooms": forget_rooms(on),
        "certificates": forget_certificates(on),
        "accounts": erase_idle(on),
        "cards": forget_cards(on),
        "deeds": forget_deeds(on),
        # Whoever restored a backup may have forgotten to.
        "risen": reapply_erasures(),
    }
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
    sweep_file()
    return gone
