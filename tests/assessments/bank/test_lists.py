"""Lists ask the same number of statements for one row and for thirty; filters and search find what they say."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments.models import TestForm
from tests.assessments.bank.conftest import published, written
from tests.factories.assessments import instrument
from tests.reading import links, words

pytestmark = pytest.mark.django_db


def statements(client, address) -> int:
    # Once before: content types and the like are kept by the process.
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(address).status_code == 200
    return len(found)


def listed(client, query) -> set[str]:
    answer = client.get(f"/cms/question/?{query}")
    return {one.code for one in answer.context["object_list"]}


def test_thirty_questions_cost_as_many_statements_as_one(bank, moderator):
    published(bank, "Q00")
    one = statements(moderator, "/cms/question/")
    for at in range(1, 30):
        published(bank, f"Q{at:02}")
    assert statements(moderator, "/cms/question/") == one
    assert len(listed(moderator, "")) >= 20


def test_thirty_forms_cost_as_many_statements_as_one(bank, moderator):
    for model in ("testform", "awarenessrule", "topic", "steptest"):
        assert moderator.get(f"/cms/{model}/").status_code == 200
    made = instrument("lists")
    one = statements(moderator, "/cms/testform/")
    for letter in "CDEFGHIJKLMNOPQRSTUV":
        TestForm.objects.create(instrument=made, letter=letter)
    assert statements(moderator, "/cms/testform/") == one


def test_search_finds_codes_and_words_in_any_language(bank, moderator):
    published(bank, "Q1")
    other = written(bank, "Z9")
    other.texts.filter(language="en").update(stem="Whose needle?")
    assert listed(moderator, "q=Z9") == {"Z9"}
    assert listed(moderator, "q=needle") == {"Z9"}
    assert listed(moderator, "q=多久") == {"Q1", "Z9"}


def test_filters_keep_what_they_say(bank, moderator):
    published(bank, "Q1")
    draft = written(bank, "Z9")
    draft.texts.filter(language="zh-hans").delete()
    assert listed(moderator, "live=true") == {"Q1"}
    assert listed(moderator, "live=false") == {"Z9"}
    assert listed(moderator, "lacking=zh-hans") == {"Z9"}
    assert listed(moderator, "lacking=vi") == {"Q1", "Z9"}
    assert listed(moderator, "type=single-choice&kind=KNOWLEDGE") == {"Q1", "Z9"}
    assert listed(moderator, "kind=ATTITUDE") == set()
    assert listed(moderator, f"bank={bank.pk}&topic={bank.topics.get().pk}") == {"Q1", "Z9"}


def test_the_chooser_offers_published_questions_with_their_words(bank, author):
    published(bank, "Q1")
    written(bank, "Z9")
    found = words(author.get("/cms/question/choose/results/"))
    assert "Q1" in found and "How long?" in found and "Z9" not in found
    assert "Q1" in words(author.get("/cms/question/choose/results/?q=long"))
    assert "Q1" not in words(author.get("/cms/question/choose/results/?q=needle"))


def test_the_list_of_questions_leads_to_files(author):
    page = author.get("/cms/question/")
    assert {"/cms/questions/import/", "/cms/questions/export/"} <= set(links(page))
