"""Regrading: a changed key or a dropped item moves the scores given before, by a new version; nothing is overwritten."""

import pytest

from assessments.actions import grade_of, submit
from assessments.actions.regrading import NothingLeftError, apply_regrade, impact, programmes_that_differ
from assessments.models import Question, Regrade, Response, Score, Sitting
from assessments.rescoring import Change
from certificates.models import Certificate
from courses.models import Completion
from people.models import StaffAction
from tests.factories.assessments import sitting
from tests.factories.certificates import award, certificate
from tests.factories.courses import ARRIVED, EnrolmentFactory


def question_at(form, position):
    return form.items.get(position=position).question


@pytest.fixture
def taken(cast, exam):
    """Mei answered a a b b on form A: two of four right, below the mark."""
    return sitting(exam, cast.enrolment_of(cast.mei), right=2, submitted_on=ARRIVED)


@pytest.fixture
def third(taken):
    """The question that Mei answered b where the key is a."""
    return Change.of_key(question_at(taken.form, 3), "b")


def do(change, by):
    return apply_regrade(change, reason="The key was wrong.", by=by, on=ARRIVED)


def newest(one):
    score = Score.objects.filter(sitting=one).order_by("version").last()
    return score.version, score.points, score.max_points


def test_a_dry_run_says_what_would_move_and_writes_nothing(taken, third):
    before = list(Score.objects.values())
    found = impact(third)
    tally = found.groups[True]
    assert (tally.people, tally.sittings, tally.moved, dict(tally.by)) == (1, 1, 1, {1: 1})
    assert (tally.now_pass, tally.no_longer, tally.not_kept) == (1, 0, 0)
    assert found.groups[False].people == 0
    assert list(Score.objects.values()) == before
    assert not Regrade.objects.exists() and question_at(taken.form, 3).key == "a"


def test_applied_it_adds_a_version_and_keeps_the_old_one(cast, taken, third):
    do(third, cast.author)
    assert newest(taken) == (2, 3, 4)
    assert list(taken.scores.order_by("version").values_list("points", flat=True)) == [2, 3]
    assert question_at(taken.form, 3).key == "b"
    assert newest(taken)[1:] == (grade_of(taken).points, grade_of(taken).max_points)
    written = Regrade.objects.get()
    assert (written.old_key, written.new_key, written.dropped, written.scores_moved) == ("a", "b", None, 1)
    assert (written.applied_by, written.applied_on, written.reason) == (cast.author, ARRIVED, "The key was wrong.")
    assert StaffAction.objects.get(deed="regraded").about == f"{third.question.bank}: {third.question.code}"


def test_what_the_dry_run_said_is_what_happens(cast, taken, third):
    said = impact(third)
    done = do(third, cast.author)
    assert (said.groups, said.lengths) == (done.groups, done.lengths)


def test_a_repeat_moves_nothing_and_is_not_written_down(cast, taken, third):
    do(third, cast.author)
    assert do(third, cast.author).moved == 0
    assert (Score.objects.count(), Regrade.objects.count()) == (2, 1)
    assert StaffAction.objects.filter(deed="regraded").count() == 1


def test_only_scores_that_differ_move(cast, exam, taken, third):
    other = sitting(exam, cast.enrolment_of(cast.ying), right=3, submitted_on=ARRIVED)
    none_of_it = sitting(exam, cast.enrolment_of(cast.bo), form="B", right=3, submitted_on=ARRIVED)
    found = do(third, cast.author)
    assert newest(other) == (2, 2, 4)
    assert newest(none_of_it) == (1, 3, 4)
    assert dict(found.groups[False].by) == {-1: 1}


def test_the_key_back_brings_the_points_back_in_a_third_version(cast, taken, third):
    do(third, cast.author)
    do(Change.of_key(third.question, "a"), cast.author)
    assert newest(taken) == (3, 2, 4)


def test_whoever_passes_now_has_completed_the_step_and_the_certificate_follows(cast, exam, taken, third):
    award([exam.step])
    assert not Completion.objects.exists()
    do(third, cast.author)
    assert Completion.objects.get().step == exam.step
    do(third, cast.author)
    assert Completion.objects.count() == 1


def test_whoever_no_longer_passes_keeps_step_and_certificate(cast, exam, third):
    passed = sitting(exam, cast.enrolment_of(cast.ying), right=3, submitted_on=ARRIVED)
    held = certificate(award([exam.step]), cast.ying)
    found = do(third, cast.author)
    assert newest(passed) == (2, 2, 4)
    assert found.groups[False].no_longer == 1
    assert Completion.objects.filter(enrolment=passed.enrolment).exists()
    assert Certificate.objects.get() == held


def test_with_another_attempt_that_passes_nobody_stops_passing(cast, exam, third):
    ying = cast.enrolment_of(cast.ying)
    sitting(exam, ying, right=3, submitted_on=ARRIVED)
    sitting(exam, ying, form="B", right=4, submitted_on=ARRIVED, number=2)
    assert impact(third).groups[False].no_longer == 0


def test_a_dropped_item_counts_neither_for_nor_against(cast, taken):
    change = Change.drop(question_at(taken.form, 4))
    do(change, cast.author)
    assert newest(taken) == (2, 2, 3)
    assert Completion.objects.exists()  # 2 of 3 are 66 per cent
    assert Regrade.objects.get().dropped == taken.form.items.get(position=4)
    assert do(change, cast.author).moved == 0
    assert Regrade.objects.count() == 1


def test_a_question_on_two_forms_is_dropped_from_one_or_both(cast, exam, taken):
    on_b = sitting(exam, cast.enrolment_of(cast.bo), form="B", right=4, submitted_on=ARRIVED)
    shared = question_at(taken.form, 1)
    only_a = Change.drop(shared, taken.form.items.get(position=1).pk)
    assert [one.name for one in programmes_that_differ(impact(only_a))] == ["Anshan"]
    both = Change.drop(shared)
    assert programmes_that_differ(impact(both)) == []
    do(both, cast.author)
    assert (newest(taken), newest(on_b)) == ((2, 1, 3), (2, 3, 3))
    assert Regrade.objects.count() == 2


def test_an_item_of_another_question_is_not_dropped(taken):
    assert Change.drop(question_at(taken.form, 1), taken.form.items.get(position=2).pk).dropped == ()


def test_the_last_item_of_a_paper_cannot_be_dropped(cast, taken):
    for position in (1, 2, 3):
        do(Change.drop(question_at(taken.form, position)), cast.author)
    last = Change.drop(question_at(taken.form, 4))
    assert impact(last).leaves_nothing
    with pytest.raises(NothingLeftError):
        do(last, cast.author)
    assert not taken.form.items.get(position=4).is_dropped
    assert newest(taken) == (4, 0, 1)


def test_whose_answers_are_gone_keeps_the_score_and_it_is_said(cast, taken, third):
    Response.objects.filter(sitting=taken).delete()
    found = do(third, cast.author)
    assert (found.groups[True].sittings, found.groups[True].not_kept, found.moved) == (1, 1, 0)
    assert newest(taken) == (1, 2, 4)


def test_whoever_left_everything_empty_is_graded_anew(cast, exam):
    empty = sitting(exam, cast.enrolment_of(cast.mei), submitted_on=ARRIVED)
    do(Change.drop(question_at(empty.form, 1)), cast.author)
    assert newest(empty) == (2, 0, 3)


def test_open_sittings_are_left_alone_and_counted_by_the_new_key_later(cast, exam):
    under_way = sitting(exam, cast.enrolment_of(cast.mei), right=2)
    do(Change.of_key(question_at(under_way.form, 3), "b"), cast.author)
    assert not Score.objects.exists()
    submit(under_way, on=ARRIVED)
    assert newest(under_way) == (1, 3, 4)


def test_late_answers_count_only_where_they_were_accepted(cast, exam, third):
    for learner, accepted in ((cast.ying, True), (cast.bo, False)):
        one = sitting(exam, cast.enrolment_of(learner), right=2, late_accepted=accepted)
        Response.objects.create(
            sitting=one,
            item=one.form.items.get(position=4),
            answer="a",
            sequence=99,
            saved_at=one.started_at,
            timing="LATE",
        )
        submit(one, on=ARRIVED)
    do(third, cast.author)
    by_learner = {one.enrolment.learner: newest(one) for one in Sitting.objects.filter(responses__sequence=99)}
    assert by_learner == {cast.ying: (2, 4, 4), cast.bo: (2, 3, 4)}


def test_a_paper_without_the_question_is_not_reached(cast, exam, third):
    form = exam.instrument.forms.get(letter="A")
    drawn = list(form.items.filter(position__lt=3).values_list("pk", flat=True))
    one = sitting(exam, cast.enrolment_of(cast.ying), paper=drawn, right=4, submitted_on=ARRIVED)
    assert newest(one) == (1, 2, 2)
    assert impact(third).groups[False].people == 0
    do(third, cast.author)
    assert newest(one) == (1, 2, 2)


def test_a_key_that_stays_grades_again_as_the_bank_stands(cast, taken):
    question = question_at(taken.form, 3)
    Question.objects.filter(pk=question.pk).update(key="b")
    found = do(Change.of_key(question, "b"), cast.author)
    assert (found.moved, newest(taken)) == (1, (2, 3, 4))


def test_attitude_and_behaviour_never_count(cast, exam, taken):
    for kind in ("ATTITUDE", "BEHAVIOUR"):
        Question.objects.filter(pk=question_at(taken.form, 4).pk).update(kind=kind)
        assert grade_of(taken).max_points == 3
        again = sitting(exam, EnrolmentFactory(cohort=cast.workers), right=4, submitted_on=ARRIVED)
        assert newest(again) == (1, 3, 3)


def test_a_draft_of_the_question_keeps_the_new_key(cast, taken, third):
    third.question.save_revision()
    do(third, cast.author)
    question = Question.objects.get(pk=third.question.pk)
    assert question.get_latest_revision_as_object().key == "b"
