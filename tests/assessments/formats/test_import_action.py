"""Importing: new questions come as drafts, known ones as new drafts, one fault keeps everything out."""

import pytest
from django.utils import timezone

from assessments.actions import ImportRefusedError, import_questions
from assessments.actions.importing import plan_import
from assessments.formats import Parcel, ParcelQuestion, Text, read
from assessments.formats.planning import Outcome
from assessments.models import Question, QuestionBank, QuestionText, Topic, Wording
from assessments.parcels import parcel_of_bank
from tests.factories.assessments import instrument

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "zh-hans", "my", "km", "vi")
GIFT = b"""// [id:Q1] [tag:language=en]
Who breathes? {=He ~She ####Look at the chest.}

// [id:Q1] [tag:language=zh-hans]
\xe8\xb0\x81\xe5\x9c\xa8\xe5\x91\xbc\xe5\x90\xb8? {=\xe4\xbb\x96 ~\xe5\xa5\xb9}

// [id:Q2]
Breath comes first. {T}
"""


@pytest.fixture
def bank():
    return QuestionBank.objects.create(slug="bank", name="Bank")


def gift(text=GIFT):
    return read(text if isinstance(text, bytes) else text.encode(), "gift", LANGUAGES, "en")


def outcomes(plan):
    return [line.outcome for line in plan.lines]


def test_new_questions_are_drafts_with_texts_and_a_revision(bank, cast):
    plan = import_questions(bank, gift(), by=cast.author)
    assert outcomes(plan) == [Outcome.NEW, Outcome.NEW]
    question = bank.questions.get(code="Q1")
    assert not question.live and question.has_unpublished_changes
    assert question.latest_revision.user == cast.author
    assert dict(question.texts.values_list("language", "options")) == {"en": "He\nShe", "zh-hans": "他\n她"}
    assert question.texts.get(language="en").rationale == "Look at the chest."
    assert not Wording.objects.exists()


def test_a_plan_writes_nothing(bank):
    assert outcomes(plan_import(bank, gift())) == [Outcome.NEW, Outcome.NEW]
    assert not Question.objects.exists()


def test_the_same_file_again_changes_nothing(bank):
    import_questions(bank, gift(), by=None)
    revisions = [one.latest_revision_id for one in bank.questions.all()]
    assert outcomes(import_questions(bank, gift(), by=None)) == [Outcome.UNCHANGED, Outcome.UNCHANGED]
    assert [one.latest_revision_id for one in bank.questions.all()] == revisions


def test_one_fault_keeps_the_whole_file_out(bank):
    with pytest.raises(ImportRefusedError) as refused:
        import_questions(bank, gift(GIFT + b"\nNo answers here.\n"), by=None)
    assert Outcome.FAULTY in outcomes(refused.value.plan)
    assert not Question.objects.exists() and not Topic.objects.exists()


def test_what_is_published_stays_until_somebody_publishes(bank):
    import_questions(bank, gift(), by=None)
    Question.objects.update(live=True, has_unpublished_changes=False)
    plan = import_questions(bank, gift(GIFT.replace(b"Who breathes?", b"Who is breathing?")), by=None)
    assert outcomes(plan) == [Outcome.CHANGED, Outcome.UNCHANGED]
    question = bank.questions.get(code="Q1")
    assert question.live and question.has_unpublished_changes
    assert question.texts.get(language="en").stem == "Who breathes?"
    draft = next(one for one in parcel_of_bank(bank) if one.code == "Q1")
    assert draft.texts["en"].stem == "Who is breathing?" and set(draft.texts) == {"en", "zh-hans"}


def test_what_the_file_does_not_say_stays(bank):
    import_questions(bank, gift(), by=None)
    bank.questions.filter(code="Q2").update(source="WHO 2021", has_unpublished_changes=False)
    assert outcomes(plan_import(bank, gift())) == [Outcome.UNCHANGED, Outcome.UNCHANGED]
    import_questions(bank, gift(GIFT.replace(b"{T}", b"{F}")), by=None)
    assert (bank.questions.get(code="Q2").key, bank.questions.get(code="Q2").source) == ("false", "WHO 2021")


@pytest.mark.parametrize(
    ("key", "options", "is_refused"),
    [("b", ("Q0 a", "Q0 b", "Q0 c"), True), ("a", ("Q0 a", "Q0 b"), True), ("a", ("Q0 a", "Q0 b", "Q0 c"), False)],
)
def test_a_question_in_use_keeps_its_key_and_options(key, options, is_refused):
    instrument()
    bank = QuestionBank.objects.get(slug="knowledge")
    question = bank.questions.get(code="Q0")
    QuestionText.objects.create(question=question, language="en", stem="Old words?", options="Q0 a\nQ0 b\nQ0 c")
    texts = {"en": Text("New words?", options)}
    parcel = Parcel((ParcelQuestion("Q0", "single-choice", key, texts=texts),))
    (line,) = plan_import(bank, parcel).lines
    assert (line.outcome is Outcome.FAULTY) == is_refused
    if is_refused:
        assert "on a published form" in line.sentences[0]
        with pytest.raises(ImportRefusedError):
            import_questions(bank, parcel, by=None)


def test_a_locked_question_is_left_alone(bank):
    import_questions(bank, gift(), by=None)
    bank.questions.filter(code="Q2").update(locked=True, locked_at=timezone.now())
    plan = plan_import(bank, gift(GIFT.replace(b"{T}", b"{F}")))
    assert outcomes(plan) == [Outcome.UNCHANGED, Outcome.FAULTY]


def test_a_question_with_a_lost_part_waits_for_somebody_to_accept_it(bank):
    lossy = "// [id:L1]\nWho? {=He#Right! ~She}\n"
    (line,) = import_questions(bank, gift(lossy), by=None).lines
    assert line.outcome is Outcome.LEFT_OUT and "Not carried: the comment" in " ".join(line.sentences)
    assert not Question.objects.exists()
    (line,) = import_questions(bank, gift(lossy), by=None, accept_losses=True).lines
    assert line.outcome is Outcome.NEW and bank.questions.get().code == "L1"


def test_topics_are_found_or_made(bank):
    Topic.objects.create(bank=bank, code="breath")
    plan = import_questions(
        bank, gift("$CATEGORY: breath\n\nA? {T}\n\n$CATEGORY: top/Clean needles\n\nB? {T}\n"), by=None
    )
    assert {one.topic.code for one in bank.questions.all()} == {"breath", "clean-needles"}
    assert ["clean-needles is new" in " ".join(line.sentences) for line in plan.lines] == [False, True]


def test_an_audience_nobody_knows_is_a_fault(bank, cast):
    assert not import_questions(bank, gift("// [id:A][tag:audiences=police]\nA? {T}\n"), by=None).is_faulty
    assert [one.code for one in bank.questions.get().audiences.all()] == ["police"]
    (line,) = plan_import(bank, gift("// [id:B][tag:audiences=nobody]\nA? {T}\n")).lines
    assert line.outcome is Outcome.FAULTY
