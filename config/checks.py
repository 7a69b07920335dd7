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
# The audit's own trigger keeps rows for 90 days, whatever is set.
SHORTEST = {"AUDIT_MONTHS": 3, "CERTIFICATE_MONTHS": 0}
COMES_OR_KEEPS_ID = {
    *(f"wall_{table}_comes" for table in ("people_audience", "people_user", "courses_cohort")),
    *(f"wall_{table}_comes" for table in ("courses_cohortstaff", "courses_enrolment", "people_identity")),
    *(f"wall_{table}_keeps_id" for table in ("people_audience", "people_user", "courses_cohort")),
}
FROZEN = {
    *(f"form_keeps_items_on_{when}" for when in ("insert", "update", "delete")),
    "wording_keeps_words",
}
# What the migrations courses.0004, courses.0006, people.0003 and assessments.0004 raise.
TRIGGERS = {
    "sqlite": {
        "wall_people_audience_stays",
        *(f"wall_{table}_{part}" for table in ("people_user", "courses_cohort") for part in ("copied", "stays")),
        *(
            f"wall_{table}_{part}"
            for table in ("courses_cohortstaff", "courses_enrolment", "people_identity")
            for part in ("copied", "true")
        ),
        *COMES_OR_KEEPS_ID,
        "audit_never_changed",
        "audit_kept",
        *FROZEN,
    },
    "postgresql": {
        "wall_people_audience",
        "wall_people_user",
        "wall_courses_cohort",
        "wall_courses_cohortstaff",
        "wall_courses_enrolment",
        "wall_people_identity",
        *COMES_OR_KEEPS_ID,
        "audit_never_changed",
        "audit_kept",
        *FROZEN,
    },
}
TRIGGER_NAMES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
}
# The constraints that the triggers fill the classes for; SQLite writes them into the words of the table.
CONSTRAINTS = {
    "wall_administrators_are_no_police",
    "wall_no_police_among_protected",
    "wall_no_police_right_over_protected",
    "wall_protected_accounts_have_no_identity",
    "wall_protected_only_among_protected",
    "wall_protected_right_over_protected",
}
CONSTRAINT_WORDS = {
    "sqlite": "SELECT sql FROM sqlite_master WHERE type = 'table'",
    "postgresql": "SELECT conname FROM pg_constraint WHERE convalidated",
}


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


@register(Tags.database)
def wall_stands(app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse a database in which a trigger or a constraint of the privacy wall, or of the staff audit, is missing."""
    return [fault for alias in databases or () for fault in _holes(connections[alias])]


@register()
def retention_is_sound(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse periods that would delete at once, or an audit shorter than the database lets go of."""
    return [
        Error(
            f"KEEP_{name} is {period}, which is too short: at least {SHORTEST.get(name, 1)}.",
            hint="Set it higher, or leave it out: docs/rules/retention.md says what is usual.",
            id="config.E005",
        )
        for name, period in settings.RETENTION.items()
        if period < SHORTEST.get(name, 1)
    ]


def require_sound_database() -> None:
    """Raise ImproperlyConfigured with all faults, unless the site may open on its databases."""
    aliases = list(connections)
    faults = durable_database(databases=aliases) + no_demonstration(databases=aliases) + wall_stands(databases=aliases)
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


def _holes(connection: BaseDatabaseWrapper) -> list[CheckMessage]:
    with connection.cursor() as cursor:
        if "people_staffaction" not in connection.introspection.table_names(cursor):
            # The tables are made by the very command that asks.
            return []
        cursor.execute(TRIGGER_NAMES[connection.vendor])
        missing = TRIGGERS[connection.vendor] - {row[0] for row in cursor.fetchall()}
        cursor.execute(CONSTRAINT_WORDS[connection.vendor])
        words = "\n".join(row[0] or "" for row in cursor.fetchall())
        missing |= {name for name in CONSTRAINTS if name not in words}
    if not missing:
        return []
    return [
        Error(
            "The privacy wall has a hole: these triggers or constraints are missing in the database: "
            f"{', '.join(sorted(missing))}.",
            hint="Restore a complete backup, or raise what is missing again: docs/rules/wall.md, when a trigger is missing.",
            id="config.E004",
        )
    ]
