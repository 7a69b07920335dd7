"""Refuse what would pass beside the triggers of 0004: conflicts to be ignored, rows out of order, ids handed on.

SQLite hands the conflict rule of a statement down to the triggers it fires: under INSERT OR IGNORE (Django's
`ignore_conflicts`) the constraint skipped the true copy of the class and the false one stayed. So the classes are
compared before the row is written. And a right that names nobody yet, or an account or cohort that takes the id of
another one, would carry a class that is not its own.
"""

# ruff: noqa: S608 -- statements are put together from names in this file alone
from django.db import migrations

ACROSS = "The wall: a police account and protected people never meet."
NOBODY = "A right is given to somebody who is there, over a cohort that is there."
PLACE = "An id is never handed on to somebody or something else."

OF_AUDIENCE = "COALESCE((SELECT privacy_class FROM people_audience WHERE id = NEW.audience_id), 'ordinary')"
OF_PERSON = "(SELECT privacy_class FROM people_user WHERE id = NEW.{person})"
OF_COHORT = "(SELECT privacy_class FROM courses_cohort WHERE id = NEW.cohort_id)"
POLICE, PROTECTED = "'law_enforcement'", "'protected'"


def across(person):
    one = OF_PERSON.format(person=person)
    return (
        f"({one} = {POLICE} AND {OF_COHORT} = {PROTECTED}) OR ({one} = {PROTECTED} AND {OF_COHORT} <> {PROTECTED})",
        ACROSS,
    )


def nobody(person, has_cohort):
    missing = f"(NEW.{person} IS NOT NULL AND {OF_PERSON.format(person=person)} IS NULL)"
    return (f"{missing} OR {OF_COHORT} IS NULL" if has_cohort else missing, NOBODY)


def carries_another(rows, one):
    return " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} WHERE {column} = NEW.id AND {copy} <> {one})" for table, column, copy in rows
    )


RIGHTS_OF_PEOPLE = (
    ("courses_cohortstaff", "user_id", "user_class"),
    ("courses_enrolment", "learner_id", "user_class"),
    ("people_identity", "user_id", "user_class"),
)
RIGHTS_OVER_COHORTS = tuple(
    (table, "cohort_id", "cohort_class") for table in ("courses_cohortstaff", "courses_enrolment")
)
IN_AUDIENCE = tuple((table, "audience_id", "privacy_class") for table in ("people_user", "courses_cohort"))

# Table, and what an inserted row must not be, each with its sentence.
REFUSED = {
    "people_audience": [(carries_another(IN_AUDIENCE, "NEW.privacy_class"), PLACE)],
    "people_user": [
        (carries_another(RIGHTS_OF_PEOPLE, OF_AUDIENCE), PLACE),
        (f"NEW.is_superuser AND {OF_AUDIENCE} = {POLICE}", ACROSS),
    ],
    "courses_cohort": [(carries_another(RIGHTS_OVER_COHORTS, OF_AUDIENCE), PLACE)],
    "courses_cohortstaff": [nobody("user_id", True), across("user_id")],
    "courses_enrolment": [nobody("learner_id", True), across("learner_id")],
    "people_identity": [
        nobody("user_id", False),
        (f"{OF_PERSON.format(person='user_id')} = {PROTECTED}", ACROSS),
    ],
}
KEPT_IDS = ("people_audience", "people_user", "courses_cohort")


def sqlite():
    for table, refusals in REFUSED.items():
        checks = " ".join(f"SELECT RAISE(ABORT, '{sentence}') WHERE {condition};" for condition, sentence in refusals)
        yield f"CREATE TRIGGER wall_{table}_comes BEFORE INSERT ON {table} BEGIN {checks} END"
    for table in KEPT_IDS:
        yield (
            f"CREATE TRIGGER wall_{table}_keeps_id BEFORE UPDATE OF id ON {table} WHEN NEW.id <> OLD.id "
            f"BEGIN SELECT RAISE(ABORT, '{PLACE}'); END"
        )


def postgresql():
    for table, refusals in REFUSED.items():
        checks = " ".join(f"IF {condition} THEN {refusal(sentence)} END IF;" for condition, sentence in refusals)
        yield from on_postgresql(f"wall_{table}_comes", table, "INSERT", checks)
    for table in KEPT_IDS:
        check = f"IF NEW.id <> OLD.id THEN {refusal(PLACE)} END IF;"
        yield from on_postgresql(f"wall_{table}_keeps_id", table, "UPDATE OF id", check)


def refusal(sentence):
    return f"RAISE EXCEPTION '{sentence}' USING ERRCODE = 'check_violation';"


def on_postgresql(name, table, when, checks):
    yield f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {checks} RETURN NEW; END $$"
    yield f"CREATE TRIGGER {name} BEFORE {when} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"


def close_ways(apps, schema_editor):
    for statement in {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]():
        schema_editor.execute(statement, params=None)


def open_ways(apps, schema_editor):
    names = [(f"wall_{table}_comes", table) for table in REFUSED]
    names += [(f"wall_{table}_keeps_id", table) for table in KEPT_IDS]
    for name, table in names:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}", params=None)
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {name}()", params=None)
        else:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}", params=None)


class Migration(migrations.Migration):
    dependencies = [("courses", "0005_add_extensions")]
    operations = [migrations.RunPython(close_ways, open_ways)]
