import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0004_raise_the_wall"),
    ]

    operations = [
        migrations.CreateModel(
            name="Extension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("opens_on", models.DateField(blank=True, null=True, verbose_name="opens again on")),
                ("closes_on", models.DateField(verbose_name="open until")),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="extensions", to="courses.enrolment"
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="extensions", to="courses.step"
                    ),
                ),
            ],
            options={
                "verbose_name": "extension",
                "verbose_name_plural": "extensions",
                "constraints": [
                    models.UniqueConstraint(models.F("enrolment"), models.F("step"), name="extension_once_per_step"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opens_on__isnull", True), ("closes_on__gte", models.F("opens_on")), _connector="OR"
                        ),
                        name="extension_ends_after_start",
                        violation_error_message="The extension ends before it starts. Mend one of the two days.",
                    ),
                ],
            },
        ),
    ]
