"""The form of a question: drafts may be unfinished, what is published may not; every fault is a sentence."""

import pytest
from wagtail.users.models import UserProfile

from assessments.models import Item, Question, TestForm, Wording
from people.choices import Role
from tests.assessments.bank.conftest import CHINESE, ENGLISH, published, question_form
from tests.factories.assessments import instrument, publish
from tests.factories.people import UserFactory
from tests.reading import browser, words

pytestmark = pytest.mark.django_db
ADD = "/cms/question/add/"
PUBLISH = {"action-publish": "1"}


def edit(question) -> str:
    return f"/cms/question/edit/{question.pk}/"


def pks(question) -> tuple[int, ...]:
    return tuple(question.texts.order_by("pk").values_list("pk", flat=True))


def stands_on_a_published_form(question) -> TestForm:
    form = TestForm.objects.create(instrument=instrument(), letter="C")
    Item.objects.create(form=form, question=question, position=1)
    return publish(form)


def test_a_new_question_offers_english_and_the_language_of_its_author(bank, people):
    writer = people(Role.AUTHOR)
    profile = UserProfile.get_for_user(writer)
    profile.preferred_language = "zh-hans"
    profile.save()
    form = browser(writer).get(ADD).context["form"]
    assert [one.initial["language"] for one in form.formsets["texts"].forms] == ["en", "zh-hans"]
    assert [label for _value, label in form.fields["topic"].choices][1] == "呼吸"


def test_an_author_saves_a_draft_and_cannot_publish_it(bank, author):
    assert author.post(ADD, question_form(bank)).status_code == 302
    question = Question.objects.get()
    assert (question.live, question.texts.count()) == (False, 2)
    author.post(edit(question), question_form(bank, pks=pks(question)) | PUBLISH)
    question.refresh_from_db()
    assert not question.live and not Wording.objects.exists()


def test_a_draft_may_be_unfinished_and_is_not_published_so(bank, moderator):
    one_option = {**ENGLISH, "options": "Two minutes"}
    assert moderator.post(ADD, question_form(bank, one_option, key="a")).status_code == 302
    answer = moderator.post(ADD, question_form(bank, one_option, code="Q2") | PUBLISH)
    assert "Write at least two options" in words(answer)
    assert not Question.objects.filter(code="Q2").exists()


@pytest.mark.parametrize(
    ("texts", "fields", "sentence"),
    [
        ((CHINESE,), {}, "Write the English text as well"),
        ((ENGLISH, {**CHINESE, "options": "一\n二\n三"}), {}, "There are 3 options here and 2 in English"),
        ((ENGLISH, CHINESE), {"key": "c"}, "The right answer is the letter of one of the options"),
        ((ENGLISH, CHINESE), {"key": ""}, "Say what the right answer is."),
        ((ENGLISH, ENGLISH), {}, "There is a text in this language already."),
    ],
)
def test_what_cannot_be_published_is_said_in_a_sentence(bank, moderator, texts, fields, sentence):
    answer = moderator.post(ADD, question_form(bank, *texts, **fields) | PUBLISH)
    assert answer.status_code == 200 and sentence in words(answer)
    assert not Question.objects.exists()


def test_publishing_makes_wordings_and_says_which_languages_are_missing(bank, moderator):
    answer = moderator.post(ADD, question_form(bank) | PUBLISH, follow=True)
    made = Wording.objects.get(language="zh-hans")
    assert made.options == [{"id": "a", "text": "两分钟"}, {"id": "b", "text": "十分钟"}]
    assert "There is no text yet in မြန်မာ, ខ្មែរ, Tiếng Việt." in words(answer)


def test_key_type_and_options_stay_once_the_form_is_published(bank, moderator):
    question = published(bank)
    stands_on_a_published_form(question)
    three = {**ENGLISH, "options": "Two\nTen\nTwenty"}
    for sent in (
        question_form(bank, pks=pks(question), key="a"),
        question_form(bank, pks=pks(question), kind="ATTITUDE"),
        question_form(bank, three, CHINESE, pks=pks(question)),
    ):
        answer = moderator.post(edit(question), sent | PUBLISH)
        assert "have the test regraded" in words(answer)
        assert answer.context["form"].non_field_errors()
    question.refresh_from_db()
    assert (question.key, question.kind, Wording.objects.filter(question=question).count()) == ("b", "KNOWLEDGE", 2)


def test_better_words_for_the_same_options_make_the_next_version(bank, moderator):
    question = published(bank)
    stands_on_a_published_form(question)
    better = {**ENGLISH, "options": "2 minutes\n10 minutes"}
    assert (
        moderator.post(edit(question), question_form(bank, better, CHINESE, pks=pks(question)) | PUBLISH).status_code
        == 302
    )
    found = Wording.objects.filter(question=question).order_by("language", "version")
    assert list(found.values_list("language", "version")) == [("en", 1), ("en", 2), ("zh-hans", 1)]


def test_a_language_that_was_published_is_not_taken_away(bank, moderator):
    question = published(bank)
    stands_on_a_published_form(question)
    gone = question_form(bank, pks=pks(question)) | {"texts-1-DELETE": "1"}
    assert "Put it back." in words(moderator.post(edit(question), gone | PUBLISH))


@pytest.mark.parametrize("role", [Role.LEAD, Role.AUDITOR])
def test_leads_and_auditors_do_not_come_in(bank, people, role):
    question = published(bank)
    client = browser(people(role))
    for address in ("/cms/question/", ADD, edit(question), f"/cms/question/inspect/{question.pk}/"):
        assert client.get(address).status_code in {302, 403}
    assert client.get("/cms/question/choose/").status_code in {302, 403}


def test_nobody_deletes_a_question_neither_one_nor_many(bank):
    question = published(bank)
    root = browser(UserFactory(handle="root", is_superuser=True, is_staff=True))
    assert root.post(f"/cms/question/delete/{question.pk}/").status_code in {302, 403}
    root.post(f"/cms/bulk/assessments/question/delete/?id={question.pk}&next=/cms/")
    assert Question.objects.filter(pk=question.pk).exists()
