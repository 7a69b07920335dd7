"""No law-enforcement account holds a right over a protected cohort, whoever writes to the database.

Each row that gives a right carries the classes of its account and its cohort; constraints compare them. These triggers
fill the copies and refuse false ones, and refuse a later change of class. On SQLite a later migration that alters one
of these tables makes it anew and loses its triggers: it has to call `raise_wall` again (tests/courses/test_wall.py).
"""

# ruff: noqa: S608 -- statements are put together from names in this file alone
from django.db import migrations

OF_AUDIENCE = "COALESCE((SELECT privacy_class FROM people_audience WHERE id = NEW.audience_id), 'ordinary')"
OF_COHORT = "(SELECT privacy_class FROM courses_cohort WHERE id = NEW.cohort_id)"
OF_PERSON = "COALESCE((SELECT privacy_class FROM people_user WHERE id = NEW.{person}), 'ordinary')"
STAYS = "The privacy class of an audience, an account or a cohort never changes: make a new one."
COPIED = "The privacy class of a right is that of its account and its cohort."

# Table, primary key, and the columns it copies with where each comes from.
CLASSED = (("people_user", "id"), ("courses_cohort", "id"))
RIGHTS = (
    ("courses_cohortstaff", "id", "user_id", True),
    ("courses_enrolment", "id", "learner_id", True),
    ("people_identity", "user_id", "user_id", False),
)
TABLES = ("people_audience", *(table for table, *_ in CLASSED), *(table for table, *_ in RIGHTS))


def sources(person, has_cohort):
    found = {"user_class": OF_PERSON.format(person=person)}
    return found | {"cohort_class": OF_COHORT} if has_cohort else found


def sqlite():
    yield (
        "CREATE TRIGGER wall_people_audience_stays BEFORE UPDATE OF privacy_class ON people_audience "
        f"WHEN NEW.privacy_class <> OLD.privacy_class BEGIN SELECT RAISE(ABORT, '{STAYS}'); END"
    )
    for table, key in CLASSED:
        yield (
            f"CREATE TRIGGER wall_{table}_copied AFTER INSERT ON {table} WHEN NEW.privacy_class IS NOT {OF_AUDIENCE} "
            f"BEGIN UPDATE {table} SET privacy_class = {OF_AUDIENCE} WHERE {key} = NEW.{key}; END"
        )
        yield (
            f"CREATE TRIGGER wall_{table}_stays BEFORE UPDATE OF privacy_class, audience_id ON {table} "
            f"WHEN NEW.privacy_class IS NOT {OF_AUDIENCE} "
            "OR (OLD.privacy_class <> '' AND NEW.privacy_class <> OLD.privacy_class) "
            f"BEGIN SELECT RAISE(ABORT, '{STAYS}'); END"
        )
    for table, key, person, has_cohort in RIGHTS:
        copies = sources(person, has_cohort)
        differs = " OR ".join(f"NEW.{column} IS NOT {source}" for column, source in copies.items())
        filled = ", ".join(f"{column} = {source}" for column, source in copies.items())
        watched = ", ".join([person, *copies, *(["cohort_id"] if has_cohort else [])])
        yield (
            f"CREATE TRIGGER wall_{table}_copied AFTER INSERT ON {table} WHEN {differs} "
            f"BEGIN UPDATE {table} SET {filled} WHERE {key} = NEW.{key}; END"
        )
        yield (
            f"CREATE TRIGGER wall_{table}_true BEFORE UPDATE OF {watched} ON {table} WHEN {differs} "
            f"BEGIN SELECT RAISE(ABORT, '{COPIED}'); END"
        )


def postgresql():
    yield from postgresql_function(
        "people_audience",
        f"IF NEW.privacy_class <> OLD.privacy_class THEN {refusal(STAYS)} END IF;",
        when="UPDATE",
    )
    for table, _key in CLASSED:
        yield from postgresql_function(
            table,
            f"IF NEW.privacy_class NOT IN ('', {OF_AUDIENCE}) OR (TG_OP = 'UPDATE' AND OLD.privacy_class <> '' "
            f"AND {OF_AUDIENCE} <> OLD.privacy_class) THEN {refusal(STAYS)} END IF; NEW.privacy_class := {OF_AUDIENCE};",
        )
    for table, _key, person, has_cohort in RIGHTS:
        copies = sources(person, has_cohort)
        false = " OR ".join(f"NEW.{column} <> {source}" for column, source in copies.items())
        filled = " ".join(f"NEW.{column} := {source};" for column, source in copies.items())
        yield from postgresql_function(
            table, f"IF TG_OP = 'UPDATE' AND ({false}) THEN {refusal(COPIED)} END IF; {filled}"
        )


def refusal(sentence):
    return f"RAISE EXCEPTION '{sentence}' USING ERRCODE = 'check_violation';"


def postgresql_function(table, body, when="INSERT OR UPDATE"):
    yield (
        f"CREATE OR REPLACE FUNCTION wall_{table}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {body} RETURN NEW; END $$"
    )
    yield (f"CREATE TRIGGER wall_{table} BEFORE {when} ON {table} FOR EACH ROW EXECUTE FUNCTION wall_{table}()")


def raise_wall(apps, schema_editor):
    statements = {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]
    for statement in statements():
        schema_editor.execute(statement, params=None)


def take_wall_down(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table in TABLES:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS wall_{table} ON {table}", params=None)
            schema_editor.execute(f"DROP FUNCTION wall_{table}()", params=None)
        return
    names = [statement.split()[2] for statement in sqlite()]
    for name in names:
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}", params=None)


class Migration(migrations.Migration):
    dependencies = [("courses", "0003_copy_privacy_class"), ("people", "0002_carry_privacy_class_and_keep_sessions")]
    operations = [migrations.RunPython(raise_wall, take_wall_down)]
