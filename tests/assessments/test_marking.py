"""Marking free texts: in whole points up to the free_text's most, and the score follows in a new version."""

import pytest
from django.utils import timezone

from assessments.actions import save_answer
from assessments.actions.marking import NotMarkableError, TooManyPointsError, mark_answer
from assessments.actions.regrading import apply_regrade
from assessments.marks import awaits_marks, number_of, open_answers
from assessments.models import Mark, Response, Score
from assessments.rescoring import Change
from courses.models import Completion
from people.actions import grant_role
from people.choices import Role
from people.erasure import erase
from people.models import StaffAction
from tests.factories.assessments import sitting, written_sitting
from tests.factories.courses import ARRIVED, CohortStaffFactory
from tests.factories.people import UserFactory


def versions(one):
    return list(Score.objects.filter(sitting=one).order_by("version").values_list("points", "max_points"))


def mark(one, free_text, points, by):
    return mark_answer(one, free_text, points, by=by, on=ARRIVED)


def test_until_it_is_marked_it_gives_nothing_and_the_score_says_so(written):
    assert versions(written) == [(3, 8)]
    assert awaits_marks(written)


def test_points_make_a_new_version_and_complete_what_is_passed_now(cast, written, free_text):
    assert not Completion.objects.exists()
    assert mark(written, free_text, 2, cast.hua)
    assert versions(written) == [(3, 8), (5, 8)]
    assert not awaits_marks(written)
    assert Completion.objects.get().enrolment == written.enrolment
    kept = Mark.objects.get()
    assert (kept.points, kept.marked_by, kept.marked_on) == (2, cast.hua, ARRIVED)


def test_other_points_make_another_version_and_the_same_ones_none(cast, written, free_text):
    assert [mark(written, free_text, points, cast.hua) for points in (2, 2, 4, 4)] == [True, False, True, False]
    assert versions(written) == [(3, 8), (5, 8), (7, 8)]
    assert Mark.objects.count() == Completion.objects.count() == 1


def test_no_points_are_a_mark_too_and_leave_the_score_alone(cast, written, free_text):
    mark(written, free_text, 0, cast.hua)
    assert (versions(written), awaits_marks(written)) == ([(3, 8)], False)


@pytest.mark.parametrize("points", [-1, 5])
def test_nobody_gives_more_than_there_is(cast, written, free_text, points):
    with pytest.raises(TooManyPointsError):
        mark(written, free_text, points, cast.hua)
    assert not Mark.objects.exists()


def test_an_empty_text_waits_for_nobody(cast, exam, free_text):
    one = written_sitting(exam, cast.enrolment_of(cast.ying), free_text, text="")
    assert not awaits_marks(one)
    with pytest.raises(NotMarkableError):
        mark(one, free_text, 1, cast.hua)


def test_an_open_sitting_and_another_item_cannot_be_marked(cast, exam, written, free_text):
    with pytest.raises(NotMarkableError):
        mark(written, written.form.items.get(position=1), 1, cast.hua)
    under_way = sitting(exam, cast.enrolment_of(cast.bo))
    save_answer(under_way, free_text, "My words", sequence=1, come_back=False, at=timezone.now())
    with pytest.raises(NotMarkableError):
        mark(under_way, free_text, 1, cast.hua)


def test_a_protected_persons_text_is_never_marked_or_listed(cast, exam, free_text):
    one = written_sitting(exam, cast.enrolment_of(cast.mei), free_text)
    with pytest.raises(NotMarkableError):
        mark(one, free_text, 1, cast.lan)
    assert open_answers(cast.lan) == []  # Lan leads Mei's cohort


def test_answers_are_listed_for_whoever_leads_the_cohort_alone(cast, written, free_text):
    CohortStaffFactory(cohort=cast.workers, user=cast.hua)
    assert [one.text for one in open_answers(cast.hua)] == ["I would call for help first."]
    for other in (cast.lan, cast.author, cast.lead, cast.bo):
        assert open_answers(other) == []


def test_a_trainer_of_the_police_marks_the_police_alone(cast, exam, written, free_text):
    officer = UserFactory(handle="officer", audience=cast.bo.audience)
    grant_role(officer, Role.TRAINER)
    CohortStaffFactory(cohort=cast.police, user=officer)
    written_sitting(exam, cast.enrolment_of(cast.bo), free_text, text="A police answer")
    assert [one.text for one in open_answers(officer)] == ["A police answer"]


def test_the_number_leads_to_nobody_and_the_order_is_none_of_theirs(cast, exam, free_text):
    CohortStaffFactory(cohort=cast.workers, user=cast.hua)
    sittings = [written_sitting(exam, cast.enrolment_of(one), free_text) for one in (cast.ying,)]
    [found] = open_answers(cast.hua)
    assert found.number == number_of(sittings[0].pk, free_text.pk) != number_of(sittings[0].pk, free_text.pk + 1)
    assert found.number not in str(sittings[0].pk).upper()


def test_the_audit_names_the_test_and_no_learner(cast, written, free_text):
    mark(written, free_text, 2, cast.hua)
    assert StaffAction.objects.get(deed="marked answers").about == str(written.test)


def test_a_regrade_keeps_the_points_that_were_given(cast, written, free_text):
    mark(written, free_text, 4, cast.hua)
    change = Change.of_key(written.form.items.get(position=4).question, "b")
    apply_regrade(change, reason="Wrong key", by=cast.author, on=ARRIVED)
    assert versions(written) == [(3, 8), (7, 8), (8, 8)]


def test_once_the_answer_is_gone_the_points_stand(cast, written, free_text):
    mark(written, free_text, 4, cast.hua)
    Response.objects.filter(sitting=written).delete()
    with pytest.raises(NotMarkableError):
        mark(written, free_text, 1, cast.hua)
    assert versions(written)[-1] == (7, 8)


def test_erasing_takes_the_marks_along(cast, written, free_text, settings, tmp_path):
    settings.ERASURES_FILE = str(tmp_path / "erased")
    mark(written, free_text, 4, cast.hua)
    erase(cast.ying)
    assert not Mark.objects.exists()
    assert Score.objects.order_by("version").last().points == 7


def test_a_marker_who_leaves_takes_no_marks_along(cast, written, free_text, settings, tmp_path):
    settings.ERASURES_FILE = str(tmp_path / "erased")
    mark(written, free_text, 4, cast.hua)
    erase(cast.hua)
    assert Mark.objects.get().marked_by is None
