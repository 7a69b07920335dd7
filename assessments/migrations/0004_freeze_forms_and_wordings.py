"""A published form keeps its items and a wording keeps its words, whoever writes to the database.

What may still change on a published form is `is_dropped`, by a regrade. On SQLite a later migration that alters
`assessments_item` or `assessments_wording` makes the table anew and loses its triggers: it has to call `freeze` again.
"""

from django.db import migrations

FORM = "This form is published: its items stay as they are. Make a new form."
WORDS = "A wording is never changed: publish the question again, and the next version is made."
PUBLISHED = "(SELECT published_at FROM assessments_testform WHERE id = {row}.form_id) IS NOT NULL"
ITEM_COLUMNS = ("form_id", "question_id", "position", "is_anchor")
WORDING_COLUMNS = ("question_id", "language", "version", "stem", "options", "accepted", "unit", "rationale")
GUARDS = (
    "form_keeps_items_on_insert",
    "form_keeps_items_on_update",
    "form_keeps_items_on_delete",
    "wording_keeps_words",
)


def sqlite():
    new, old = PUBLISHED.format(row="NEW"), PUBLISHED.format(row="OLD")
    refuse = f"BEGIN SELECT RAISE(ABORT, '{FORM}'); END"
    yield f"CREATE TRIGGER {GUARDS[0]} BEFORE INSERT ON assessments_item WHEN {new} {refuse}"
    columns = ", ".join(ITEM_COLUMNS)
    yield f"CREATE TRIGGER {GUARDS[1]} BEFORE UPDATE OF {columns} ON assessments_item WHEN {old} OR {new} {refuse}"
    yield f"CREATE TRIGGER {GUARDS[2]} BEFORE DELETE ON assessments_item WHEN {old} {refuse}"
    yield (
        f"CREATE TRIGGER {GUARDS[3]} BEFORE UPDATE OF {', '.join(WORDING_COLUMNS)} ON assessments_wording "
        f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
    )


def postgresql():
    new, old = PUBLISHED.format(row="NEW"), PUBLISHED.format(row="OLD")
    refuse = f"RAISE EXCEPTION '{FORM}' USING ERRCODE = 'check_violation';"
    same = " AND ".join(f"NEW.{column} = OLD.{column}" for column in ITEM_COLUMNS)
    yield (
        "CREATE FUNCTION form_keeps_items() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'INSERT' THEN IF {new} THEN {refuse} END IF; RETURN NEW; END IF; "
        f"IF TG_OP = 'DELETE' THEN IF {old} THEN {refuse} END IF; RETURN OLD; END IF; "
        f"IF NOT ({same}) AND ({old} OR {new}) THEN {refuse} END IF; RETURN NEW; END $$"
    )
    for name, when in zip(GUARDS, ("INSERT", "UPDATE", "DELETE"), strict=False):
        yield (
            f"CREATE TRIGGER {name} BEFORE {when} ON assessments_item FOR EACH ROW EXECUTE FUNCTION form_keeps_items()"
        )
    yield (
        "CREATE FUNCTION wording_keeps_words() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'check_violation'; END $$"
    )
    yield (
        f"CREATE TRIGGER {GUARDS[3]} BEFORE UPDATE ON assessments_wording "
        "FOR EACH ROW EXECUTE FUNCTION wording_keeps_words()"
    )


def freeze(apps, schema_editor):
    for statement in {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]():
        schema_editor.execute(statement, params=None)


def thaw(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for name in GUARDS:
        table = "assessments_wording" if name == GUARDS[3] else "assessments_item"
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{f' ON {table}' if is_postgresql else ''}", params=None)
    if is_postgresql:
        for function in ("form_keeps_items", "wording_keeps_words"):
            schema_editor.execute(f"DROP FUNCTION {function}()", params=None)


class Migration(migrations.Migration):
    dependencies = [("assessments", "0003_publish_forms_and_copy_texts")]
    operations = [migrations.RunPython(freeze, thaw)]
