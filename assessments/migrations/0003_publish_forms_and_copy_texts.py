"""What stood before there were drafts is published: forms that could be sat, and texts from the wordings in use."""

from django.db import migrations
from django.db.models import OuterRef, Subquery
from django.utils import timezone


def publish(apps, schema_editor):
    apps.get_model("assessments", "TestForm").objects.filter(published_at=None).update(published_at=timezone.now())
    newest = {}
    for one in apps.get_model("assessments", "Wording").objects.order_by("version").iterator():
        newest[one.question_id, one.language] = one
    text = apps.get_model("assessments", "QuestionText")
    text.objects.bulk_create(
        text(
            question_id=question,
            language=language,
            stem=one.stem,
            options="\n".join(option["text"] for option in one.options),
            rationale=one.rationale,
        )
        for (question, language), one in newest.items()
    )
    marked = apps.get_model("assessments", "Sitting").objects.exclude(test__step__pass_mark=None)
    step = apps.get_model("courses", "Step").objects.filter(test__sittings=OuterRef("pk"))
    marked.update(pass_mark=Subquery(step.values("pass_mark")[:1]))
    # Attitude statements were always answered on a scale of five.
    apps.get_model("assessments", "Question").objects.filter(kind="ATTITUDE").update(type="rating")


def take_back(apps, schema_editor):
    apps.get_model("assessments", "QuestionText").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("assessments", "0002_widen_the_bank_and_the_sitting")]
    operations = [migrations.RunPython(publish, take_back)]
