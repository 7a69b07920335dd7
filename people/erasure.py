"""Erasing an account, for good and at once. Upper apps register in their `erasure.py` what they let go of or keep.

A backup that is restored brings erased people back: so each erasure leaves a keyed digest of the account's id in a file
outside the database, and `reapply_erasures` (at every start, and after a restore) erases again whom it finds in it.
"""

import hashlib
import hmac
import os
import uuid
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from wagtail.models import ModelLogEntry, PageLogEntry, ReferenceIndex

from people.audit import record
from people.choices import Deed
from people.models import User

Eraser = Callable[[User], None]
_erasers: dict[str, Eraser] = {}


class LastAdministratorError(Exception):
    """The only technical administrator cannot be erased: nobody could let staff in any more."""


def register(name: str, eraser: Eraser) -> None:
    """Call `eraser(user)` inside the transaction that erases an account; the uppermost app comes first.

    An eraser deletes what is the person's, or cuts it off from the person where totals need it.
    """
    _erasers[name] = eraser


def erase(user: User) -> None:
    """Erase an account and all that leads to it; totals stay. Erasing again does nothing.

    Raises LastAdministratorError. The tombstone is written first: should the rest fail, the next start completes it.
    """
    if user.is_superuser and not User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk).exists():
        raise LastAdministratorError
    bury(user.pk)
    _erase(user)
    sweep_file()


@transaction.atomic
def _erase(user: User) -> None:
    for eraser in _erasers.values():
        eraser(user)
    # Wagtail's logs keep the id of whoever did something without a key on it.
    for log in (PageLogEntry, ModelLogEntry):
        log.objects.filter(user_id=user.pk).update(user=None)
    # So does its index of references, of the staff of cohorts that were saved in the staff interface.
    ids = (str(user.pk), user.pk.hex)
    ReferenceIndex.objects.filter(Q(object_id__in=ids) | Q(to_object_id__in=ids)).delete()
    if user.is_staff:
        record(user, Deed.ERASED_ACCOUNT)
    User.objects.filter(pk=user.pk).delete()


def sweep_file() -> None:
    """Let nothing of deleted rows lie in the files of SQLite: its log is written back and emptied.

    Freed pages are overwritten by `secure_delete`. PostgreSQL frees its pages by VACUUM, which the daily job runs.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def tombstone(account: uuid.UUID) -> str:
    """Return the keyed digest that stands for an erased account; from it nobody learns whose it was."""
    return hmac.new(settings.CODE_KEY.encode(), f"erased:{account.hex}".encode(), hashlib.sha256).hexdigest()


def bury(account: uuid.UUID) -> None:
    """Add the account's tombstone to the file, safe on disk before this returns."""
    path = Path(settings.ERASURES_FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, f"{tombstone(account)}\n".encode())
        os.fsync(handle)
    finally:
        os.close(handle)


def reapply_erasures() -> int:
    """Erase everybody who was erased before and is in the database again; return how many that were."""
    path = Path(settings.ERASURES_FILE)
    buried = set(path.read_text().split()) if path.exists() else set()
    if not buried:
        return 0
    risen = [account for account in User.objects.values_list("pk", flat=True) if tombstone(account) in buried]
    for user in User.objects.filter(pk__in=risen):
        _erase(user)
    if risen:
        sweep_file()
    return len(risen)
