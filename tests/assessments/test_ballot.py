"""Blind ballots: kept sealed until five are together, then each answer apart; nothing leads back."""

import itertools
import json

import pytest
from cryptography.fernet import Fernet, InvalidToken

from assessments.actions import grade_of, submit
from assessments.actions.balloting import SLOT, cast_ballot
from assessments.models import Ballot, BallotBox, Sitting
from people.erasure import erase
from people.models import StaffAction, User
from people.seals import unseal
from tests.factories.assessments import behaviour_questions, sitting
from tests.factories.courses import ARRIVED, CohortFactory, EnrolmentFactory


@pytest.fixture
def asked(intake):
    return behaviour_questions(intake.instrument.forms.get(letter="A"))


@pytest.fixture
def vote(cast, intake, asked):
    """Let one more peer cast a ballot with these answers."""

    def cast_one(*answers, cohort=cast.peers, **person):
        one = sitting(intake, EnrolmentFactory(cohort=cohort, **person))
        cast_ballot(one, {question.pk: answer for question, answer in zip(asked, answers, strict=True)})
        return one

    return cast_one


def test_four_wait_and_the_fifth_opens_the_box(vote):
    for at in range(4):
        vote("a", "b")
        assert (BallotBox.objects.get().count, Ballot.objects.count()) == (at + 1, 0)
    vote("c", "b")
    box = BallotBox.objects.get()
    assert (box.count, box.sealed) == (0, "")
    assert sorted(Ballot.objects.values_list("question__code", "answer")) == [
        *[("Habit 0", "a")] * 4,
        ("Habit 0", "c"),
        *[("Habit 1", "b")] * 5,
    ]


def test_a_box_holds_one_cohort_and_one_test(cast, vote):
    for cohort in (cast.peers, cast.workers, CohortFactory(programme=cast.programme, audience=cast.mei.audience)):
        for _ in range(2):
            vote("a", "a", cohort=cohort)
    assert sorted(BallotBox.objects.values_list("count", flat=True)) == [2, 2, 2]
    assert not Ballot.objects.exists()


def test_a_repeat_changes_nothing_and_keeps_what_was_said_first(cast, intake, asked):
    one = sitting(intake, cast.enrolment_of(cast.mei))
    told = [cast_ballot(one, {asked[0].pk: answer}) for answer in "abb"]
    assert told == [True, False, False]
    assert [json.loads(line) for line in unseal(BallotBox.objects.get().sealed).splitlines()] == [
        {str(asked[0].pk): "a"}
    ]


def test_empty_or_full_everything_is_written_alike(vote):
    """The sitting's row, the count and the length of what is sealed tell nobody who left it out."""
    rows, boxes = [], []
    for answers in (("", ""), ("a", "c"), ("", "b")):
        Sitting.objects.all().delete()
        BallotBox.objects.all().delete()
        one = vote(*answers)
        one.refresh_from_db()
        fields = ("is_ballot_closed", "state", "submitted_on", "pages_opened", "ends_at")
        rows.append([getattr(one, name) for name in fields])
        box = BallotBox.objects.get()
        boxes.append((box.count, len(box.sealed), len(unseal(box.sealed))))
    assert rows[0] == rows[1] == rows[2] and rows[0][0] is True
    assert boxes[0] == boxes[1] == boxes[2] == (1, boxes[0][1], 2 * SLOT)


def test_empty_ballots_are_none_of_the_five(vote):
    for answers in [("a", "a")] * 4 + [("", "")] * 3:
        vote(*answers)
    assert (BallotBox.objects.get().count, Ballot.objects.count()) == (7, 0)
    vote("b", "")
    assert (BallotBox.objects.get().count, Ballot.objects.count()) == (0, 9)


def test_the_setting_is_never_below_five(settings, vote):
    settings.BALLOTS_TOGETHER = 1
    for _ in range(4):
        vote("a", "a")
    assert not Ballot.objects.exists()
    settings.BALLOTS_TOGETHER = 6
    vote("a", "a")
    assert not Ballot.objects.exists()
    vote("a", "a")
    assert Ballot.objects.count() == 12


def test_a_ballot_row_holds_nothing_but_cohort_test_question_and_answer():
    assert {field.name for field in Ballot._meta.fields} == {"id", "cohort", "test", "question", "answer"}
    assert {field.name for field in BallotBox._meta.fields} == {"id", "cohort", "test", "sealed", "count"}


def test_rows_follow_neither_the_sittings_nor_one_another(vote):
    """Five people answer 1 to 5, each twice: rows by key follow no order of people, and pairs do not lie together."""
    runs, neighbours = set(), 0
    for _ in range(8):
        Ballot.objects.all().delete()
        for person in "12345":
            vote(person, person)
        rows = list(Ballot.objects.order_by("pk").values_list("answer", flat=True))
        runs.add("".join(rows))
        neighbours += sum(before == after for before, after in itertools.pairwise(rows))
        assert sorted(rows) == sorted("1122334455")
    assert len(runs) == 8 and "1122334455" not in runs and "1234512345" not in runs
    # By chance one in nine; all of them were pairs lying together, which is 40.
    assert neighbours < 24


def test_a_demonstration_and_a_synthetic_person_among_real_ones_are_not_counted(vote):
    for person in ({"learner__is_demonstration": True}, {"learner__is_synthetic": True}):
        one = vote("a", "a", **person)
        one.refresh_from_db()
        assert one.is_ballot_closed
    assert not BallotBox.objects.filter(count__gt=0).exists()


def test_nothing_is_audited_and_nothing_logged(caplog, vote):
    with caplog.at_level("DEBUG", logger="assessments"):
        for _ in range(5):
            vote("a", "b")
    assert not StaffAction.objects.exists()
    assert not caplog.records


def test_what_is_sealed_opens_with_no_other_key(settings, vote):
    vote("a", "b")
    settings.SECRET_BOX_KEY = Fernet.generate_key().decode()
    with pytest.raises(InvalidToken):
        unseal(BallotBox.objects.get().sealed)


def test_with_another_key_a_new_box_begins_and_nobody_is_stopped(settings, vote):
    vote("a", "b")
    settings.SECRET_BOX_KEY = "the key of another day"
    vote("b", "b")
    assert BallotBox.objects.get().count == 1
    assert '"b"' in unseal(BallotBox.objects.get().sealed)


def test_after_handing_in_no_ballot_is_cast(cast, intake, asked):
    one = sitting(intake, cast.enrolment_of(cast.mei), submitted_on=ARRIVED)
    assert not cast_ballot(one, {asked[0].pk: "a"})
    assert not BallotBox.objects.exists()


def test_it_never_counts_in_a_score(cast, intake, asked):
    one = sitting(intake, cast.enrolment_of(cast.mei), right=3)
    before = grade_of(one)
    cast_ballot(one, {asked[0].pk: "a", asked[1].pk: "a"})
    submit(one, on=ARRIVED)
    assert before == grade_of(one)
    assert (one.scores.get().points, one.scores.get().max_points) == (3, 4)


def test_erasing_leaves_the_box_alone_for_nobody_knows_whose_it_is(vote, settings, tmp_path):
    settings.ERASURES_FILE = str(tmp_path / "erased")
    one = vote("a", "b")
    sealed = BallotBox.objects.get().sealed
    erase(one.enrolment.learner)
    assert not User.objects.filter(pk=one.enrolment.learner_id).exists()
    assert BallotBox.objects.get().sealed == sealed
