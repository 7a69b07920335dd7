from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_make_audit_append_only"),
    ]

    operations = [
        migrations.AlterField(
            model_name="staffaction",
            name="deed",
            field=models.CharField(
                choices=[
                    ("read cohort", "Read the page of a cohort"),
                    ("made codes", "Made join codes"),
                    ("printed cards", "Printed join cards"),
                    ("withdrew code", "Withdrew a join code"),
                    ("made card", "Made a new card for a learner"),
                    ("gave right", "Gave a right over a cohort"),
                    ("took right", "Took back a right over a cohort"),
                    ("made account", "Made a staff account"),
                    ("changed account", "Changed an account"),
                    ("closed account", "Closed an account"),
                    ("opened account", "Opened an account again"),
                    ("read accounts", "Read the list of accounts"),
                    ("read identity", "Read a name"),
                    ("read report", "Read a report"),
                    ("saved report", "Saved figures of a report"),
                    ("erased account", "Erased an account"),
                    ("regraded", "Graded a question anew"),
                    ("marked answers", "Marked free texts"),
                    ("opened room", "Opened the room of a test"),
                    ("closed room", "Closed the room of a test"),
                    ("read room", "Looked into the room of a test"),
                    ("accepted late", "Accepted late answers"),
                    ("gave time", "Gave a learner more time"),
                    ("took time", "Took back more time"),
                ],
                max_length=30,
                verbose_name="what",
            ),
        ),
    ]
