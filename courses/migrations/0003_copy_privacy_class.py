"""Give rows that exist the class of their audience. A right that the wall forbids stops the migration here."""

from django.db import migrations

STATEMENTS = [
    "UPDATE people_user SET privacy_class = COALESCE("
    "(SELECT privacy_class FROM people_audience WHERE id = people_user.audience_id), 'ordinary')",
    "UPDATE courses_cohort SET privacy_class = "
    "(SELECT privacy_class FROM people_audience WHERE id = courses_cohort.audience_id)",
    "UPDATE courses_cohortstaff SET "
    "user_class = (SELECT privacy_class FROM people_user WHERE id = courses_cohortstaff.user_id), "
    "cohort_class = (SELECT privacy_class FROM courses_cohort WHERE id = courses_cohortstaff.cohort_id)",
    "UPDATE courses_enrolment SET user_class = COALESCE("
    "(SELECT privacy_class FROM people_user WHERE id = courses_enrolment.learner_id), 'ordinary'), "
    "cohort_class = (SELECT privacy_class FROM courses_cohort WHERE id = courses_enrolment.cohort_id)",
]


class Migration(migrations.Migration):
    dependencies = [("courses", "0002_carry_privacy_class")]
    operations = [migrations.RunSQL(statement, migrations.RunSQL.noop) for statement in STATEMENTS]
