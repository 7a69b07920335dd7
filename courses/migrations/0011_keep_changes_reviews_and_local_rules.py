import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0010_count_clearness"),
        ("people", "0004_name_deeds_of_tests_and_rooms"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LessonChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("lesson_key", models.UUIDField(db_index=True)),
                ("marked_on", models.DateField()),
            ],
            options={
                "verbose_name": "substantial change",
                "verbose_name_plural": "substantial changes",
            },
        ),
        migrations.CreateModel(
            name="LocalRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "country",
                    models.CharField(
                        choices=[
                            ("CN", "China"),
                            ("KH", "Cambodia"),
                            ("LA", "Laos"),
                            ("MM", "Myanmar"),
                            ("TH", "Thailand"),
                            ("VN", "Viet Nam"),
                        ],
                        max_length=2,
                        verbose_name="country",
                    ),
                ),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("naloxone", "Naloxone"),
                            ("syringes", "Needles and syringes"),
                            ("reporting", "What must be reported"),
                            ("testing", "Testing"),
                            ("opioid-treatment", "Opioid treatment"),
                            ("take-home", "Take-home doses"),
                            ("pep", "Medicine after a needle-stick"),
                            ("custody", "Custody"),
                        ],
                        max_length=20,
                        verbose_name="topic",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("zh-hans", "中文"),
                            ("my", "မြန်မာ"),
                            ("km", "ខ្មែរ"),
                            ("vi", "Tiếng Việt"),
                        ],
                        max_length=12,
                        verbose_name="language",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        help_text="Two or three plain sentences that a learner can act on.",
                        max_length=1200,
                        verbose_name="what holds there",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        help_text="The law with its article, or the protocol, and the year.",
                        max_length=400,
                        verbose_name="source",
                    ),
                ),
                (
                    "checked_in",
                    models.DateField(
                        help_text="Any day of the month in which you checked it.", verbose_name="checked in"
                    ),
                ),
            ],
            options={
                "verbose_name": "local rule",
                "verbose_name_plural": "local rules",
                "ordering": ["country", "topic", "language"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("country"),
                        models.F("topic"),
                        models.F("language"),
                        name="local_rule_once",
                        violation_error_message="This country has a rule on this topic in this language. Change that one.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ChangeSeen",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "learner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes_seen",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "change",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="seen", to="courses.lessonchange"
                    ),
                ),
            ],
            options={
                "verbose_name": "change that was read",
                "verbose_name_plural": "changes that were read",
                "constraints": [
                    models.UniqueConstraint(models.F("learner"), models.F("change"), name="change_seen_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ChangedPage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "note",
                    models.CharField(blank=True, max_length=300, verbose_name="what has changed, in one sentence"),
                ),
                ("in_effect_on", models.DateField(blank=True, null=True)),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "change",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="pages", to="courses.lessonchange"
                    ),
                ),
            ],
            options={
                "verbose_name": "changed page",
                "verbose_name_plural": "changed pages",
                "constraints": [
                    models.UniqueConstraint(models.F("change"), models.F("page"), name="change_once_per_page")
                ],
            },
        ),
        migrations.CreateModel(
            name="PlaceCountry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "country",
                    models.CharField(
                        choices=[
                            ("CN", "China"),
                            ("KH", "Cambodia"),
                            ("LA", "Laos"),
                            ("MM", "Myanmar"),
                            ("TH", "Thailand"),
                            ("VN", "Viet Nam"),
                        ],
                        max_length=2,
                        verbose_name="country",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        help_text="It holds for all organisations below it too. Left empty: for everybody else on this site.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="countries",
                        to="people.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "country of a place",
                "verbose_name_plural": "countries of places",
                "ordering": ["organisation__name", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.comparison.Coalesce("organisation", models.Value(0)),
                        name="place_has_one_country",
                        violation_error_message="This place has a country already. Change that entry instead.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TextReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reviewed_in",
                    models.DateField(help_text="First day of the month.", verbose_name="month of the review"),
                ),
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="text_review",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                    ),
                ),
            ],
            options={
                "verbose_name": "review of a translation",
                "verbose_name_plural": "reviews of translations",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reviewed_in__day", 1)),
                        name="reviewed_in_is_a_month",
                        violation_error_message="Only the month of a review is kept: give its first day.",
                    )
                ],
            },
        ),
    ]
