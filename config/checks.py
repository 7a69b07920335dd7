"""What must hold of a database before the site opens on it; each fault says what to do.

Loaded by the app's `ready()`; the web server and `up` ask before they open the door.
"""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

# SQLite's own numbers: 2 is FULL, 3 is EXTRA.
SQLITE_DURABLE = (2, 3)


@register(Tags.database)
def durable_database(
    app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Refuse a database that may lose an answer it has confirmed."""
    return [fault for alias in databases or () for fault in _durability(connections[alias])]


@register(Tags.database)
def no_demonstration(
    app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Refuse demonstration accounts, whose password is printed at every start, on a site for real people."""
    if settings.DEMONSTRATION_ALLOWED or not databases:
        return []
    users = apps.get_model("people", "User").objects
    try:
        is_there = users.filter(is_demonstration=True).exists()
    except DatabaseError:
        # The tables are made by the very command that asks.
        return []
    if not is_there:
        return []
    return [
        Error(
            "There are demonstration accounts in this database, and this site is for real people.",
            hint="Remove them with `manage.py demo --remove`, then start again.",
            id="config.E003",
        )
    ]


def require_sound_database() -> None:
    """Raise ImproperlyConfigured with all faults, unless the site may open on its databases."""
    aliases = list(connections)
    faults = durable_database(databases=aliases) + no_demonstration(databases=aliases)
    if faults:
        raise ImproperlyConfigured(" ".join(f"{fault.msg} {fault.hint}" for fault in faults))


def _durability(connection: BaseDatabaseWrapper) -> list[CheckMessage]:
    if connection.vendor == "sqlite" and _ask(connection, "PRAGMA synchronous") not in SQLITE_DURABLE:
        return [
            Error(
                "SQLite runs without synchronous FULL and may lose saved answers when the power goes.",
                hint='Put "PRAGMA synchronous=FULL;" into the init_command of the database\'s OPTIONS.',
                id="config.E001",
            )
        ]
    if connection.vendor == "postgresql" and _ask(connection, "SHOW synchronous_commit") == "off":
        return [
            Error(
                "PostgreSQL runs with synchronous_commit = off and may lose saved answers when the power goes.",
                hint="Set synchronous_commit = on for this database or role.",
                id="config.E002",
            )
        ]
    return []


def _ask(connection: BaseDatabaseWrapper, question: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]
