"""A self-check tells after each answer whether it is right and why; a test never does."""

import pytest

from assessments.models import Sitting, StepTest, Wording
from tests.factories.assessments import sitting
from tests.reading import browser, form_with, words


@pytest.fixture
def self_check(intake) -> StepTest:
    StepTest.objects.filter(pk=intake.pk).update(feedback="IMMEDIATE")
    Wording.objects.filter(language="en").delete()
    for question in {item.question for form in intake.instrument.forms.all() for item in form.items.all()}:
        options = [{"id": one, "text": f"Option {one}"} for one in "abc"]
        Wording.objects.create(question=question, language="en", stem="What?", options=options, rationale="Because so.")
    return StepTest.objects.get(pk=intake.pk)


@pytest.fixture
def checking(cast, self_check) -> Sitting:
    return sitting(self_check, cast.enrolment_of(cast.mei))


def answered(client, address, choice):
    data = form_with(client.get(address), "choice")["data"] | {"choice": choice, "go": "next"}
    return client.post(address, data, follow=True)


def at(made, position=1):
    return f"/en/sittings/{made.pk}/{position}/"


def test_nothing_is_told_before_the_answer(cast, checking):
    said = words(browser(cast.mei).get(at(checking)))
    assert "Because so." not in said and "Right is" not in said


def test_a_right_answer_is_told_with_its_reason_and_the_way_on(cast, checking):
    page = answered(browser(cast.mei), at(checking), "a")
    assert "That is right. Because so. Next question" in words(page)
    assert page.request["PATH_INFO"] == at(checking)


def test_another_answer_is_told_what_is_right(cast, checking):
    assert "Not quite. Right is: Option a" in words(answered(browser(cast.mei), at(checking), "b"))
    assert "one does not know. Right is: Option a" in words(answered(browser(cast.mei), at(checking, 2), "dk"))


def test_the_last_one_leads_to_the_end(cast, checking):
    assert "To the end" in words(answered(browser(cast.mei), at(checking, 4), "a"))


def test_no_script_saves_behind_its_back(cast, checking):
    assert b"sitting.js" not in browser(cast.mei).get(at(checking)).content


def test_a_test_tells_nothing_and_goes_on(cast, under_way):
    page = answered(browser(cast.mei), at(under_way), "a")
    assert page.request["PATH_INFO"] == at(under_way, 2)
    assert "That is right." not in words(page) and b"sitting.js" in page.content
