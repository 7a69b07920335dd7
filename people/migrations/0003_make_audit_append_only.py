"""The staff audit is only ever added to; a row may go when it is older than any retention one may set."""

from django.db import migrations

REFUSED = "The record of what staff did is never changed."
# Retention of the audit cannot be set below this (people.retention).
KEPT_DAYS = 90

SQLITE = (
    "CREATE TRIGGER audit_never_changed BEFORE UPDATE ON people_staffaction "
    f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
    "CREATE TRIGGER audit_kept BEFORE DELETE ON people_staffaction "
    f"WHEN OLD.happened_at > datetime('now', '-{KEPT_DAYS} days') BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
)
POSTGRESQL = (
    "CREATE FUNCTION audit_guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"IF TG_OP = 'DELETE' AND OLD.happened_at <= now() - interval '{KEPT_DAYS} days' THEN RETURN OLD; END IF; "
    f"RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'check_violation'; END $$",
    "CREATE TRIGGER audit_never_changed BEFORE UPDATE ON people_staffaction "
    "FOR EACH ROW EXECUTE FUNCTION audit_guard()",
    "CREATE TRIGGER audit_kept BEFORE DELETE ON people_staffaction FOR EACH ROW EXECUTE FUNCTION audit_guard()",
)


def guard(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def release(apps, schema_editor):
    on = " ON people_staffaction" if schema_editor.connection.vendor == "postgresql" else ""
    for name in ("audit_never_changed", "audit_kept"):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{on}", params=None)
    if on:
        schema_editor.execute("DROP FUNCTION audit_guard()", params=None)


class Migration(migrations.Migration):
    dependencies = [("people", "0002_carry_privacy_class_and_keep_sessions")]
    operations = [migrations.RunPython(guard, release)]
