import assessments.models.ballots
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0001_create_tests_and_sittings"),
        ("courses", "0005_add_extensions"),
        ("people", "0003_make_audit_append_only"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailimages", "0027_image_description"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Ballot",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        default=assessments.models.ballots.random_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("answer", models.CharField(max_length=200)),
            ],
            options={
                "verbose_name": "ballot",
                "verbose_name_plural": "ballots",
            },
        ),
        migrations.CreateModel(
            name="BallotBox",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sealed", models.TextField(blank=True)),
                ("count", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "verbose_name": "ballot box",
                "verbose_name_plural": "ballot boxes",
            },
        ),
        migrations.CreateModel(
            name="BlueprintRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("count", models.PositiveSmallIntegerField(verbose_name="so many questions")),
            ],
            options={
                "verbose_name": "row of the blueprint",
                "verbose_name_plural": "rows of the blueprint",
            },
        ),
        migrations.CreateModel(
            name="ExtraTime",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="minutes more")),
            ],
            options={
                "verbose_name": "extra time",
                "verbose_name_plural": "extra time",
            },
        ),
        migrations.CreateModel(
            name="Mark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("points", models.PositiveSmallIntegerField(verbose_name="points")),
                ("marked_on", models.DateField()),
            ],
            options={
                "verbose_name": "mark",
                "verbose_name_plural": "marks",
            },
        ),
        migrations.CreateModel(
            name="QuestionPicture",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("letter", models.CharField(max_length=1, verbose_name="letter of the option")),
            ],
            options={
                "verbose_name": "picture",
                "verbose_name_plural": "pictures",
            },
        ),
        migrations.CreateModel(
            name="QuestionText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("stem", models.TextField(verbose_name="question")),
                (
                    "options",
                    models.TextField(
                        blank=True,
                        help_text="One on a line, in the same order in every language. For matching: left = right.",
                        verbose_name="options",
                    ),
                ),
                (
                    "accepted",
                    models.TextField(
                        blank=True,
                        help_text="One on a line. For gaps: the answers of a gap on one line, parted by /.",
                        verbose_name="accepted answers",
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=20, verbose_name="unit")),
                ("rationale", models.TextField(blank=True, verbose_name="why")),
            ],
            options={
                "verbose_name": "text",
                "verbose_name_plural": "texts",
            },
        ),
        migrations.CreateModel(
            name="Regrade",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("old_key", models.CharField(blank=True, max_length=200)),
                ("new_key", models.CharField(blank=True, max_length=200)),
                ("reason", models.CharField(max_length=255, verbose_name="reason")),
                ("applied_on", models.DateField()),
                ("scores_moved", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "regrade",
                "verbose_name_plural": "regrades",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Room",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("opened_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "room",
                "verbose_name_plural": "rooms",
                "ordering": ["-opened_at"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="question",
            name="knowledge_question_has_a_key",
        ),
        migrations.AddField(
            model_name="item",
            name="is_dropped",
            field=models.BooleanField(default=False, editable=False, verbose_name="dropped"),
        ),
        migrations.AddField(
            model_name="question",
            name="audiences",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True, related_name="+", to="people.audience", verbose_name="for whom"
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="expire_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time"),
        ),
        migrations.AddField(
            model_name="question",
            name="expired",
            field=models.BooleanField(default=False, editable=False, verbose_name="expired"),
        ),
        migrations.AddField(
            model_name="question",
            name="family",
            field=models.SlugField(
                blank=True,
                help_text="Two questions of one family never stand on one drawn paper: one would give the other away.",
                max_length=40,
                verbose_name="family",
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="first_published_at",
            field=models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="first published at"),
        ),
        migrations.AddField(
            model_name="question",
            name="go_live_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="go live date/time"),
        ),
        migrations.AddField(
            model_name="question",
            name="has_unpublished_changes",
            field=models.BooleanField(default=False, editable=False, verbose_name="has unpublished changes"),
        ),
        migrations.AddField(
            model_name="question",
            name="last_published_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
        ),
        migrations.AddField(
            model_name="question",
            name="latest_revision",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtailcore.revision",
                verbose_name="latest revision",
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="live",
            field=models.BooleanField(default=True, editable=False, verbose_name="live"),
        ),
        migrations.AddField(
            model_name="question",
            name="live_revision",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtailcore.revision",
                verbose_name="live revision",
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="locked",
            field=models.BooleanField(default=False, editable=False, verbose_name="locked"),
        ),
        migrations.AddField(
            model_name="question",
            name="locked_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="locked at"),
        ),
        migrations.AddField(
            model_name="question",
            name="locked_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="locked_%(class)ss",
                to=settings.AUTH_USER_MODEL,
                verbose_name="locked by",
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="scoring",
            field=models.CharField(
                choices=[
                    ("all-or-nothing", "One point if everything is right"),
                    ("partial", "One point for each right part"),
                    ("penalty", "One point for each right part, one less for each wrong one, never below 0"),
                ],
                default="all-or-nothing",
                max_length=16,
                verbose_name="scoring",
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="source",
            field=models.CharField(blank=True, max_length=255, verbose_name="source"),
        ),
        migrations.AddField(
            model_name="question",
            name="tolerance",
            field=models.DecimalField(blank=True, decimal_places=4, max_digits=12, null=True, verbose_name="tolerance"),
        ),
        migrations.AddField(
            model_name="question",
            name="type",
            field=models.CharField(
                choices=[
                    ("single-choice", "One right option"),
                    ("multiple-response", "Several right options"),
                    ("true-false", "True, false, I don't know"),
                    ("ordering", "Put in order"),
                    ("matching", "Match pairs"),
                    ("cloze", "Fill the gaps"),
                    ("short-text", "Short answer"),
                    ("numeric", "Number"),
                    ("picture-choice", "One right picture"),
                    ("rating", "Scale from 1 to 5"),
                    ("open-text", "Free text, marked by a person"),
                ],
                default="single-choice",
                max_length=20,
                verbose_name="type",
            ),
        ),
        migrations.RenameField(model_name="response", old_name="choice", new_name="answer"),
        migrations.AlterField(model_name="response", name="answer", field=models.TextField(blank=True)),
        migrations.AddField(
            model_name="response",
            name="timing",
            field=models.CharField(
                choices=[("ON_TIME", "On time"), ("GRACE", "Within a minute after the end"), ("LATE", "Late")],
                default="ON_TIME",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="sitting",
            name="ending",
            field=models.CharField(
                blank=True,
                choices=[
                    ("HANDED_IN", "Handed in"),
                    ("GRACE", "Handed in within a minute after the end"),
                    ("TIME_UP", "The time was over"),
                    ("ROOM_CLOSED", "The room was closed"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="sitting",
            name="is_ballot_closed",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="sitting",
            name="late_accepted",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="sitting",
            name="paper",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="sitting",
            name="pass_mark",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="sitting",
            name="seed",
            field=models.PositiveBigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="steptest",
            name="attempts",
            field=models.PositiveSmallIntegerField(
                blank=True, help_text="Empty: as often as the step is open.", null=True, verbose_name="attempts"
            ),
        ),
        migrations.AddField(
            model_name="steptest",
            name="feedback",
            field=models.CharField(
                choices=[
                    ("NONE_UNTIL_CLOSED", "Nothing until the test has closed for this person"),
                    ("TOPICS", "After handing in: points by topic"),
                    ("ANSWERS", "After handing in: points, and each question with its reason"),
                    ("IMMEDIATE", "After each answer (self-checks only)"),
                ],
                default="TOPICS",
                max_length=20,
                verbose_name="feedback",
            ),
        ),
        migrations.AddField(
            model_name="steptest",
            name="is_supervised",
            field=models.BooleanField(
                default=False,
                help_text="It can only be started in a room that a trainer has opened, with the room's code.",
                verbose_name="supervised",
            ),
        ),
        migrations.AddField(
            model_name="steptest",
            name="layout",
            field=models.CharField(
                choices=[("ONE_BY_ONE", "One question on a page"), ("ONE_PAGE", "All questions on one page")],
                default="ONE_BY_ONE",
                max_length=12,
                verbose_name="layout",
            ),
        ),
        migrations.AddField(
            model_name="steptest",
            name="shuffle_items",
            field=models.BooleanField(default=False, verbose_name="questions in an order of each person's own"),
        ),
        migrations.AddField(
            model_name="steptest",
            name="shuffle_options",
            field=models.BooleanField(default=False, verbose_name="options in an order of each person's own"),
        ),
        migrations.AddField(
            model_name="testform",
            name="kind",
            field=models.CharField(
                choices=[
                    ("FIXED", "These items in this order"),
                    ("BLUEPRINT", "Drawn for each person from a blueprint"),
                ],
                default="FIXED",
                max_length=10,
                verbose_name="kind",
            ),
        ),
        migrations.AddField(
            model_name="testform",
            name="published_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published"),
        ),
        migrations.AddField(
            model_name="topic",
            name="read_again",
            field=models.ForeignKey(
                blank=True,
                help_text="A lesson or a course; a learner who did not know enough here is shown the way to it.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.WAGTAIL_PAGE_MODEL,
                verbose_name="what to read again",
            ),
        ),
        migrations.AddField(
            model_name="wording",
            name="accepted",
            field=models.JSONField(
                default=list, help_text="A list of lists, one for each gap.", verbose_name="accepted answers"
            ),
        ),
        migrations.AddField(
            model_name="wording",
            name="made_at",
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False),
        ),
        migrations.AddField(
            model_name="wording",
            name="unit",
            field=models.CharField(blank=True, max_length=20, verbose_name="unit"),
        ),
        migrations.AlterField(
            model_name="item",
            name="form",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="items", to="assessments.testform"
            ),
        ),
        migrations.AlterField(
            model_name="item",
            name="question",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="items",
                to="assessments.question",
                verbose_name="question",
            ),
        ),
        migrations.AlterField(
            model_name="question",
            name="bank",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="questions",
                to="assessments.questionbank",
                verbose_name="question bank",
            ),
        ),
        migrations.AlterField(
            model_name="question",
            name="key",
            field=models.CharField(blank=True, max_length=200, verbose_name="right answer"),
        ),
        migrations.AlterField(
            model_name="question",
            name="kind",
            field=models.CharField(
                choices=[("KNOWLEDGE", "Knowledge"), ("ATTITUDE", "Attitude"), ("BEHAVIOUR", "Behaviour")],
                default="KNOWLEDGE",
                max_length=12,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="question",
            name="topic",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="questions",
                to="assessments.topic",
                verbose_name="topic",
            ),
        ),
        migrations.AlterField(
            model_name="steptest",
            name="instrument",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="tests",
                to="assessments.instrument",
                verbose_name="instrument",
            ),
        ),
        migrations.AlterField(
            model_name="steptest",
            name="step",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="test", to="courses.step", verbose_name="step"
            ),
        ),
        migrations.AlterField(
            model_name="testform",
            name="instrument",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="forms",
                to="assessments.instrument",
                verbose_name="instrument",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "KNOWLEDGE"), _negated=True),
                    ("type__in", ["short-text", "cloze", "matching"]),
                    models.Q(("key", ""), _negated=True),
                    _connector="OR",
                ),
                name="knowledge_question_has_a_key",
                violation_error_message="Say what the right answer is.",
            ),
        ),
        migrations.AddField(
            model_name="ballot",
            name="cohort",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="ballots", to="courses.cohort"
            ),
        ),
        migrations.AddField(
            model_name="ballot",
            name="question",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="ballots", to="assessments.question"
            ),
        ),
        migrations.AddField(
            model_name="ballot",
            name="test",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="ballots", to="assessments.steptest"
            ),
        ),
        migrations.AddField(
            model_name="ballotbox",
            name="cohort",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="ballot_boxes", to="courses.cohort"
            ),
        ),
        migrations.AddField(
            model_name="ballotbox",
            name="test",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="ballot_boxes", to="assessments.steptest"
            ),
        ),
        migrations.AddField(
            model_name="blueprintrow",
            name="form",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="assessments.testform"
            ),
        ),
        migrations.AddField(
            model_name="blueprintrow",
            name="topic",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="assessments.topic",
                verbose_name="topic",
            ),
        ),
        migrations.AddField(
            model_name="extratime",
            name="enrolment",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="extra_time", to="courses.enrolment"
            ),
        ),
        migrations.AddField(
            model_name="mark",
            name="item",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="marks", to="assessments.item"
            ),
        ),
        migrations.AddField(
            model_name="mark",
            name="marked_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="mark",
            name="sitting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="marks", to="assessments.sitting"
            ),
        ),
        migrations.AddField(
            model_name="questionpicture",
            name="image",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailimages.image",
                verbose_name="picture",
            ),
        ),
        migrations.AddField(
            model_name="questionpicture",
            name="question",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="pictures", to="assessments.question"
            ),
        ),
        migrations.AddField(
            model_name="questiontext",
            name="question",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="assessments.question"
            ),
        ),
        migrations.AddField(
            model_name="regrade",
            name="applied_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="regrade",
            name="dropped",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="assessments.item",
            ),
        ),
        migrations.AddField(
            model_name="regrade",
            name="question",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="regrades", to="assessments.question"
            ),
        ),
        migrations.AddField(
            model_name="room",
            name="cohort",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="rooms", to="courses.cohort"
            ),
        ),
        migrations.AddField(
            model_name="room",
            name="opened_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="room",
            name="test",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="rooms", to="assessments.steptest"
            ),
        ),
        migrations.AddField(
            model_name="sitting",
            name="room",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="sittings",
                to="assessments.room",
            ),
        ),
        migrations.AddConstraint(
            model_name="ballotbox",
            constraint=models.UniqueConstraint(
                models.F("cohort"), models.F("test"), name="one_box_per_cohort_and_test"
            ),
        ),
        migrations.AddConstraint(
            model_name="blueprintrow",
            constraint=models.UniqueConstraint(models.F("form"), models.F("topic"), name="topic_once_per_blueprint"),
        ),
        migrations.AddConstraint(
            model_name="mark",
            constraint=models.UniqueConstraint(models.F("sitting"), models.F("item"), name="marked_once"),
        ),
        migrations.AddConstraint(
            model_name="questionpicture",
            constraint=models.UniqueConstraint(models.F("question"), models.F("letter"), name="one_picture_per_option"),
        ),
        migrations.AddConstraint(
            model_name="questiontext",
            constraint=models.UniqueConstraint(
                models.F("question"), models.F("language"), name="one_text_per_language"
            ),
        ),
        migrations.AddConstraint(
            model_name="room",
            constraint=models.UniqueConstraint(
                models.F("cohort"),
                models.F("test"),
                condition=models.Q(("closed_at__isnull", True)),
                name="one_open_room_per_cohort_and_test",
            ),
        ),
    ]
