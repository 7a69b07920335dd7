"""A database whose wall has a hole is not opened."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from config.checks import require_sound_database, wall_stands


def test_every_trigger_stands_after_all_migrations(db):
    assert wall_stands(databases=["default"]) == []


def test_a_missing_trigger_is_named(db):
    on = " ON courses_cohortstaff" if connection.vendor == "postgresql" else ""
    name = "wall_courses_cohortstaff" if on else "wall_courses_cohortstaff_true"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}{on}")
    fault = wall_stands(databases=["default"])[0]
    assert fault.id == "config.E004"
    assert name in fault.msg
    with pytest.raises(ImproperlyConfigured, match="The privacy wall has a hole"):
        require_sound_database()


def test_a_missing_constraint_is_named(db):
    """SQLite drops none from a table that has rows pointing to it: the words of the table lose its name."""
    name = "wall_no_police_right_over_protected"
    statements = {
        "postgresql": [f"ALTER TABLE courses_cohortstaff DROP CONSTRAINT {name}"],
        "sqlite": [
            "PRAGMA writable_schema = ON",
            f"UPDATE sqlite_master SET sql = replace(sql, '{name}', 'gone') WHERE name = 'courses_cohortstaff'",  # noqa: S608
            "PRAGMA writable_schema = OFF",
        ],
    }
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)
    assert name in wall_stands(databases=["default"])[0].msg
