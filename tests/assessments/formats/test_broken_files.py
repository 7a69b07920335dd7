"""Each kind of broken file gets its place and its reason, and nothing is written."""

import json

import pytest
from django.core.management import CommandError, call_command

from assessments.models import Question, QuestionBank, Topic
from tests.assessments.formats.broken import BROKEN

pytestmark = pytest.mark.django_db


def test_there_are_more_than_forty_kinds():
    assert len({kind for kind, *_rest in BROKEN}) == len(BROKEN) >= 40


@pytest.mark.parametrize(
    ("code", "body", "place", "reason"), [one[1:] for one in BROKEN], ids=[one[0] for one in BROKEN]
)
def test_a_broken_file_is_refused_with_place_and_reason(tmp_path, capsys, code, body, place, reason):
    QuestionBank.objects.create(slug="bank", name="Bank")
    file = tmp_path / "questions"
    file.write_bytes(body)
    with pytest.raises(CommandError, match="Nothing was written") as refused:
        call_command("import_questions", str(file), format=code, json=True)
    assert refused.value.returncode == 1
    report = json.loads(capsys.readouterr().out)
    said = [(one["place"], " ".join(one["sentences"])) for one in report["lines"] if one["outcome"] == "faulty"]
    assert any(place in f"{at}: {why}" and reason in why for at, why in said), said
    assert all(why.endswith(".") for _at, why in said) and report["written"] is False
    assert not Question.objects.exists() and not Topic.objects.exists()
