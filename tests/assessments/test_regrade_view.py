"""The staff screen of a regrade: choose, look, say why, do it; for moderators and administrators, never the police."""

import pytest

from assessments.models import Regrade, Response, Score
from people.actions import grant_role
from people.choices import Role
from people.models import Audience
from tests.factories.assessments import open_question, sitting
from tests.factories.courses import ARRIVED, EnrolmentFactory
from tests.factories.people import UserFactory
from tests.factories.regrades import many_sittings
from tests.reading import browser, queries, words


@pytest.fixture
def question(exam):
    return exam.instrument.forms.get(letter="A").items.get(position=3).question


@pytest.fixture
def address(question):
    return f"/cms/regrade/{question.pk}/"


@pytest.fixture
def moderator(cast, roles):
    return browser(cast.author)


def test_the_list_finds_a_question_by_code_or_words(moderator, question):
    assert f"What about {question.code}?" in words(moderator.get("/cms/regrade/"))
    assert "What about B1?" not in words(moderator.get("/cms/regrade/", {"q": question.code}))
    assert "No question on a form fits" in words(moderator.get("/cms/regrade/", {"q": "nothing like it"}))


def test_looking_says_what_would_move_in_rounded_numbers_and_writes_nothing(cast, moderator, exam, address):
    many_sittings(exam, cast.workers, 23, right=2)
    said = words(moderator.get(address, {"what": "key", "key": "b"}))
    assert "People who were asked this question about 25" in said
    assert "by 1 point more 21 or more" in said
    assert "People who reach the mark now 21 or more" in said
    assert "Tests whose answers are no longer kept; they keep their score 4 or fewer" in said
    assert "Protected audiences" not in said
    assert Score.objects.filter(version=2).count() == 0


def test_of_few_people_no_number_is_shown(cast, moderator, exam, address):
    for learner in (cast.mei, cast.ying):
        sitting(exam, cast.enrolment_of(learner), right=2, submitted_on=ARRIVED)
    said = words(moderator.get(address, {"what": "key", "key": "b"}))
    assert "People who were asked this question fewer than 20" in said
    assert "People who were asked this question fewer than 10" in said
    assert "Scores that move" not in said


def test_with_a_reason_it_is_done_once_and_listed(cast, moderator, exam, question, address):
    one = sitting(exam, cast.enrolment_of(cast.ying), right=2, submitted_on=ARRIVED)
    changed = f"{address}?what=key&key=b"
    assert moderator.post(changed, {"reason": ""}).status_code == 422
    assert not Regrade.objects.exists()
    for _ in range(2):
        assert moderator.post(changed, {"reason": "Option b is right too late in the book."}).url == "/cms/regrade/"
    assert list(one.scores.order_by("version").values_list("points", flat=True)) == [2, 3]
    said = words(moderator.get("/cms/regrade/"))
    assert "Right answer a, now b Option b is right too late in the book. 4 or fewer" in said
    assert Regrade.objects.count() == 1


def test_a_key_that_is_none_is_refused_with_a_sentence(moderator, address):
    for sent in (moderator.get(address, {"what": "key", "key": "z"}), moderator.post(f"{address}?what=key&key=z")):
        assert "letter of one of the options" in words(sent)
        assert "Grade anew</button>" not in sent.content.decode()
    assert not Regrade.objects.exists()


def test_a_drop_on_one_form_warns_that_the_report_breaks(cast, moderator, exam):
    form = exam.instrument.forms.get(letter="A")
    shared = form.items.get(position=1)
    for letter, learner in (("A", cast.mei), ("B", cast.ying)):
        sitting(exam, cast.enrolment_of(learner), form=letter, right=2, submitted_on=ARRIVED)
    page = f"/cms/regrade/{shared.question_id}/"
    warning = "its report cannot put them together any more"
    assert warning in words(moderator.get(page, {"what": str(shared.pk)}))
    assert warning not in words(moderator.get(page, {"what": "everywhere"}))
    Response.objects.filter(sitting__enrolment__learner=cast.mei).delete()
    assert warning in words(moderator.get(page, {"what": "everywhere"}))


def test_the_last_item_is_not_dropped(cast, moderator, exam):
    form = exam.instrument.forms.get(letter="A")
    last = form.items.get(position=4)
    sitting(exam, cast.enrolment_of(cast.mei), right=4, submitted_on=ARRIVED, paper=[last.pk])
    page = f"/cms/regrade/{last.question_id}/?what=everywhere"
    assert "This cannot be done" in words(moderator.get(page))
    assert moderator.post(page, {"reason": "No good"}).status_code == 409
    last.refresh_from_db()
    assert not last.is_dropped


def test_a_free_text_has_no_key_to_change(moderator, exam):
    item = open_question(exam.instrument.forms.get(letter="A"))
    page = moderator.get(f"/cms/regrade/{item.question_id}/")
    assert b'value="key"' not in page.content
    assert moderator.post(f"/cms/regrade/{item.question_id}/?what=key&key=2", {"reason": "No"}).status_code == 422


@pytest.mark.parametrize("name", ["lan", "lead", "auditor"])
def test_others_of_the_staff_are_not_let_in(cast, roles, address, name):
    client = browser(getattr(cast, name))
    assert {client.get(one).status_code for one in (address, "/cms/regrade/")} <= {302, 403}
    assert client.post(f"{address}?what=key&key=b", {"reason": "Mine"}).status_code in {302, 403}
    assert not Regrade.objects.exists()


def test_a_moderator_of_the_police_finds_nothing(roles, address):
    officer = UserFactory(handle="officer", audience=Audience.objects.get(code="police"))
    grant_role(officer, Role.MODERATOR)
    client = browser(officer)
    assert client.get(address, follow=True).status_code == 404
    client.post(f"{address}?what=key&key=b", {"reason": "Mine"})
    assert not Regrade.objects.exists()
    assert "No question on a form fits" in words(client.get("/cms/regrade/"))


def test_the_list_costs_the_same_for_one_regrade_and_for_many(cast, moderator, question):
    row = {"question": question, "reason": "r", "applied_on": ARRIVED}
    Regrade.objects.create(**row)
    few = queries(moderator, "/cms/regrade/")
    Regrade.objects.bulk_create(Regrade(**row) for _ in range(15))
    assert queries(moderator, "/cms/regrade/") == few


def test_somebody_who_erased_the_account_keeps_the_points(cast, moderator, exam, address):
    enrolment = EnrolmentFactory(cohort=cast.workers)
    one = sitting(exam, enrolment, right=2, submitted_on=ARRIVED)
    Response.objects.filter(sitting=one).delete()
    type(enrolment).objects.filter(pk=enrolment.pk).update(learner=None)
    moderator.post(f"{address}?what=key&key=b", {"reason": "Wrong"})
    assert one.scores.count() == 1
