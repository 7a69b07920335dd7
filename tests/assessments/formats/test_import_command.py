"""`manage.py import_questions`: a line for each question, a dry run, and plain words where it cannot begin."""

import pytest
from django.core.management import CommandError, call_command

from assessments.models import Question, QuestionBank
from tests.assessments.formats import samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def bank():
    return QuestionBank.objects.create(slug="bank", name="Bank")


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "theirs.gift"
    made.write_text(samples.GIFT)
    return str(made)


def test_a_dry_run_says_what_would_be_and_writes_nothing(bank, file, capsys):
    call_command("import_questions", file, dry_run=True)
    out = capsys.readouterr().out
    assert "line 5: airway: new. Not carried: <b>." in out
    assert out.endswith("theirs.gift as gift into bank: 7 new.\n")
    assert not Question.objects.exists()


def test_without_it_the_questions_are_written_once(bank, file, capsys):
    call_command("import_questions", file, bank="bank")
    call_command("import_questions", file)
    assert bank.questions.count() == 7 and "7 unchanged" in capsys.readouterr().out


@pytest.mark.parametrize("kind", sorted(samples.files()))
def test_every_format_is_imported(bank, tmp_path, kind):
    name, body = samples.files()[kind]
    (tmp_path / name).write_bytes(body)
    call_command("import_questions", str(tmp_path / name), verbosity=0)
    assert bank.questions.exists() and not bank.questions.filter(live=True).exists()


def test_it_asks_for_the_bank_where_there_are_several(bank, file):
    QuestionBank.objects.create(slug="other", name="Other")
    with pytest.raises(CommandError, match="--bank: bank, other"):
        call_command("import_questions", file)
    with pytest.raises(CommandError, match="--bank"):
        call_command("import_questions", file, bank="nowhere")


def test_it_says_that_a_file_is_missing_or_of_no_format(bank, tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_questions", str(tmp_path / "gone.gift"))
    (tmp_path / "questions.doc").write_text("x")
    with pytest.raises(CommandError, match="Add --format"):
        call_command("import_questions", str(tmp_path / "questions.doc"))
