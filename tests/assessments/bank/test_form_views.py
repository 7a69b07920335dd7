"""A form is put together as a draft, published once by a moderator, then only read and copied."""

import pytest

from assessments.models import BlueprintRow, Item, TestForm
from people.choices import Role
from tests.assessments.bank.conftest import published, written
from tests.config.editing import formset
from tests.factories.assessments import StepTestFactory, instrument, sitting
from tests.reading import browser, words

pytestmark = pytest.mark.django_db
BASE = "/cms/testform"


def form_data(questions, *, letter="C", kind="FIXED", order=None, pks=(), rows=()) -> dict:
    sent = {
        "instrument": instrument().pk,
        "letter": letter,
        "kind": kind,
        **formset("items", len(questions), len(pks)),
        **formset("rows", len(rows)),
    }
    for at, question in enumerate(questions):
        sent |= {
            f"items-{at}-question": question.pk,
            f"items-{at}-id": pks[at] if at < len(pks) else "",
            f"items-{at}-ORDER": order[at] if order else at + 1,
            f"items-{at}-DELETE": "",
        }
    for at, (topic, count) in enumerate(rows):
        sent |= {f"rows-{at}-topic": topic.pk, f"rows-{at}-count": count, f"rows-{at}-id": "", f"rows-{at}-DELETE": ""}
    return sent


@pytest.fixture
def questions(bank):
    return [published(bank, f"Q{at}") for at in range(3)]


@pytest.fixture
def draft(questions, author) -> TestForm:
    assert author.post(f"{BASE}/new/", form_data(questions)).status_code == 302
    return TestForm.objects.get(letter="C")


def codes(form) -> list[tuple[int, str]]:
    return list(form.items.order_by("position").values_list("position", "question__code"))


def test_an_author_puts_questions_on_a_draft_in_order(draft):
    assert codes(draft) == [(1, "Q0"), (2, "Q1"), (3, "Q2")]
    assert draft.published_at is None


def test_dragging_and_exchanging_questions_keeps_one_place_each(draft, questions, author):
    pks = tuple(draft.items.order_by("position").values_list("pk", flat=True))
    sent = form_data(questions, order=[3, 1, 2], pks=pks)
    assert author.post(f"{BASE}/edit/{draft.pk}/", sent).status_code == 302
    assert codes(draft) == [(1, "Q1"), (2, "Q2"), (3, "Q0")]
    pks = tuple(draft.items.order_by("position").values_list("pk", flat=True))
    swapped = form_data([questions[0], questions[1], questions[2]], pks=pks)
    assert author.post(f"{BASE}/edit/{draft.pk}/", swapped).status_code == 302
    assert codes(draft) == [(1, "Q0"), (2, "Q1"), (3, "Q2")]


def test_the_same_question_twice_is_refused_in_a_sentence(questions, author):
    answer = author.post(f"{BASE}/new/", form_data([questions[0], questions[0]]))
    assert "stands on the form already" in words(answer)
    assert not TestForm.objects.filter(letter="C").exists()


def test_an_author_does_not_publish_and_a_moderator_does_once(draft, author, moderator):
    address = f"{BASE}/publish/{draft.pk}/"
    assert author.post(address).status_code in {302, 403}
    draft.refresh_from_db()
    assert draft.published_at is None
    assert "share 0 anchors" in words(moderator.get(address))
    assert moderator.post(address).url == f"{BASE}/inspect/{draft.pk}/"
    draft.refresh_from_db()
    first = draft.published_at
    assert "published before" in words(moderator.post(address, follow=True))
    draft.refresh_from_db()
    assert draft.published_at == first


def test_a_form_with_faults_is_not_published(bank, questions, author, moderator):
    waiting = written(bank, "Q9")
    author.post(f"{BASE}/new/", form_data([*questions, waiting]))
    draft = TestForm.objects.get(letter="C")
    answer = moderator.post(f"{BASE}/publish/{draft.pk}/")
    assert answer.status_code == 409 and "Q9 is not published yet" in words(answer)
    draft.refresh_from_db()
    assert draft.published_at is None


def test_a_blueprint_that_cannot_be_drawn_for_sure_is_not_published(bank, questions, author, moderator):
    topic = bank.topics.get()
    author.post(f"{BASE}/new/", form_data(questions, kind="BLUEPRINT", rows=[(topic, 4)]))
    draft = TestForm.objects.get(letter="C")
    assert "too small" in words(moderator.post(f"{BASE}/publish/{draft.pk}/"))
    BlueprintRow.objects.update(count=2)
    assert moderator.post(f"{BASE}/publish/{draft.pk}/").status_code == 302


def test_a_published_form_says_why_it_is_only_read(draft, questions, author, moderator):
    moderator.post(f"{BASE}/publish/{draft.pk}/")
    for answer in (
        author.get(f"{BASE}/edit/{draft.pk}/", follow=True),
        author.post(f"{BASE}/edit/{draft.pk}/", form_data(questions[:1]), follow=True),
    ):
        assert "stays as people sat it" in words(answer)
    moderator.post(f"{BASE}/delete/{draft.pk}/")
    assert len(codes(draft)) == 3


def test_a_copy_is_a_draft_under_the_next_letter(draft, author, moderator):
    moderator.post(f"{BASE}/publish/{draft.pk}/")
    assert author.get(f"{BASE}/copy/{draft.pk}/").status_code == 405
    answer = author.post(f"{BASE}/copy/{draft.pk}/")
    made = TestForm.objects.get(letter="D")
    assert answer.url == f"{BASE}/edit/{made.pk}/" and made.published_at is None
    assert codes(made) == codes(draft)


def test_a_draft_is_deleted_and_what_was_sat_is_not(draft, author, cast):
    assert author.post(f"{BASE}/delete/{draft.pk}/").status_code == 302
    assert not TestForm.objects.filter(pk=draft.pk).exists()
    sat = sitting(StepTestFactory(step__programme=cast.programme), cast.enrolment_of(cast.mei)).form
    author.post(f"{BASE}/delete/{sat.pk}/")
    assert Item.objects.filter(form=sat).exists()


@pytest.mark.parametrize("role", [Role.TRAINER, Role.LEAD, Role.AUDITOR])
def test_others_do_not_come_in(draft, people, role):
    client = browser(people(role))
    for address in ("", f"edit/{draft.pk}/", f"inspect/{draft.pk}/", f"publish/{draft.pk}/"):
        assert client.get(f"{BASE}/{address}").status_code in {302, 403}
    assert client.post(f"{BASE}/copy/{draft.pk}/").status_code in {302, 403}
    assert not TestForm.objects.filter(letter="D").exists()


def test_a_form_that_is_not_there_is_not_found(bank, moderator):
    for address in ("edit", "inspect", "publish"):
        assert moderator.get(f"{BASE}/{address}/999/", follow=True).status_code == 404
    assert moderator.post(f"{BASE}/copy/999/", follow=True).status_code == 404
