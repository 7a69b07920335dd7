import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0007_add_blocks_guides_and_room_sessions"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="step",
            name="is_retired",
            field=models.BooleanField(default=False, editable=False, verbose_name="retired"),
        ),
        migrations.AddField(
            model_name="step",
            name="offset_days",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="days after it"),
        ),
        migrations.AlterField(
            model_name="step",
            name="opening",
            field=models.CharField(
                choices=[
                    ("AT_ONCE", "At once"),
                    ("AFTER_STEP", "After another step"),
                    ("OFFSET", "Days or months after another step"),
                    ("YEARLY", "In a yearly window"),
                ],
                default="AT_ONCE",
                max_length=20,
                verbose_name="opens",
            ),
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("made_on", models.DateField(verbose_name="made on")),
                ("digest", models.CharField(max_length=64)),
                ("parts", models.JSONField(default=dict)),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="editions", to="courses.programme"
                    ),
                ),
            ],
            options={
                "verbose_name": "edition",
                "verbose_name_plural": "editions",
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="EditionStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("READ", "Read one book"),
                            ("QUESTIONNAIRE", "Fill in one questionnaire"),
                            ("WATCH", "Watch one video"),
                            ("COURSE", "Take the course"),
                            ("SESSION", "Come to a session"),
                            ("TEST", "Take a test"),
                            ("EXAM", "Take the exam"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "opening",
                    models.CharField(
                        choices=[
                            ("AT_ONCE", "At once"),
                            ("AFTER_STEP", "After another step"),
                            ("OFFSET", "Days or months after another step"),
                            ("YEARLY", "In a yearly window"),
                        ],
                        max_length=20,
                    ),
                ),
                ("offset_months", models.PositiveSmallIntegerField(default=0)),
                ("offset_days", models.PositiveSmallIntegerField(default=0)),
                ("open_days", models.PositiveSmallIntegerField(null=True)),
                ("window_from", models.CharField(blank=True, max_length=5)),
                ("window_to", models.CharField(blank=True, max_length=5)),
                ("pass_mark", models.PositiveSmallIntegerField(null=True)),
                (
                    "after",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="courses.step"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="courses.edition"
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="in_editions", to="courses.step"
                    ),
                ),
            ],
            options={
                "verbose_name": "step of an edition",
                "verbose_name_plural": "steps of editions",
                "ordering": ["sort_order"],
            },
        ),
        migrations.CreateModel(
            name="Terms",
            fields=[
                (
                    "enrolment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="terms",
                        serialize=False,
                        to="courses.enrolment",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="terms", to="courses.edition"
                    ),
                ),
            ],
            options={
                "verbose_name": "terms of an enrolment",
                "verbose_name_plural": "terms of enrolments",
            },
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(
                models.F("programme"), models.F("number"), name="edition_number_once_per_programme"
            ),
        ),
        migrations.AddConstraint(
            model_name="editionstep",
            constraint=models.UniqueConstraint(models.F("edition"), models.F("step"), name="step_once_per_edition"),
        ),
    ]
