"""Topics, tests of steps and awareness rules: what the forms keep, and what they refuse in a sentence."""

import pytest

from assessments.models import AwarenessRule, StepTest, TestForm, Topic
from courses.actions import keep_terms
from people.choices import Role
from tests.factories.assessments import StepTestFactory, instrument, sitting
from tests.factories.courses import ARRIVED, StepFactory
from tests.reading import browser, words

pytestmark = pytest.mark.django_db


def step_test(test_step, made, **changes) -> dict:
    fields = {"step": test_step.pk, "wave": "END", "instrument": made.pk, "minutes": "20", "attempts": "1"}
    return fields | {"layout": "ONE_BY_ONE", "feedback": "TOPICS"} | changes


def test_a_topic_has_a_name_in_each_language_and_a_way_to_read_again(bank, author):
    topic = bank.topics.get()
    fields = {
        "bank": bank.pk,
        "code": "breath",
        "position": 1,
        "name_en": "Breathing",
        "name_zh_hans": "呼吸",
        "name_vi": "",
    }
    assert author.post(f"/cms/topic/edit/{topic.pk}/", fields | {"name_my": "", "name_km": ""}).status_code == 302
    topic.refresh_from_db()
    assert topic.names == {"en": "Breathing", "zh-hans": "呼吸"}
    assert topic.name_in("vi") == "Breathing"
    assert author.post("/cms/topic/new/", fields | {"code": "law", "name_en": ""}).status_code == 200
    assert Topic.objects.count() == 1


def test_a_test_is_hung_on_a_step(cast, bank, author):
    step = StepFactory(programme=cast.programme, code="end", kind="TEST", pass_mark=60)
    assert author.post("/cms/steptest/new/", step_test(step, instrument())).status_code == 302
    made = StepTest.objects.get()
    assert (made.minutes, made.attempts, made.wave) == (20, 1, "END")
    assert "60 per cent." in words(author.get(f"/cms/steptest/edit/{made.pk}/"))


def test_an_instrument_without_a_published_form_is_refused(cast, bank, author):
    step = StepFactory(programme=cast.programme, code="end", kind="TEST")
    made = instrument()
    TestForm.objects.update(published_at=None)
    assert "no published form yet" in words(author.post("/cms/steptest/new/", step_test(step, made)))
    assert not StepTest.objects.exists()


def test_a_lesson_step_takes_no_test(cast, bank, author):
    step = StepFactory(programme=cast.programme, code="book", kind="READ")
    assert author.post("/cms/steptest/new/", step_test(step, instrument())).status_code == 200
    assert not StepTest.objects.exists()


def test_an_exam_gives_no_feedback_while_it_is_sat(cast, bank, author):
    step = StepFactory(programme=cast.programme, code="exam", kind="EXAM")
    sent = step_test(step, instrument(), wave="ANNUAL", feedback="IMMEDIATE")
    assert "gives no feedback" in words(author.post("/cms/steptest/new/", sent))


def test_wave_and_instrument_stay_once_people_have_sat_it(cast, bank, author):
    test = StepTestFactory(step__programme=cast.programme)
    sitting(test, cast.enrolment_of(cast.mei))
    address = f"/cms/steptest/edit/{test.pk}/"
    assert "People have sat this test" in words(author.post(address, step_test(test.step, test.instrument)))
    assert author.post(address, step_test(test.step, test.instrument, wave="INTAKE", minutes="")).status_code == 302
    author.post(f"/cms/steptest/delete/{test.pk}/")
    test.refresh_from_db()
    assert (test.wave, test.minutes) == ("INTAKE", None)


def test_a_changed_rule_is_the_next_version_and_an_unchanged_one_is_not(bank, author):
    instrument()
    rule = AwarenessRule.objects.get(slug="at-least-k")
    address = f"/cms/awarenessrule/edit/{rule.pk}/"
    assert author.post(address, {"kind": "AT_LEAST_K", "cut_off": "4"}).status_code == 302
    assert author.post(address, {"kind": "AT_LEAST_K", "cut_off": "4"}).status_code == 302
    found = AwarenessRule.objects.filter(slug="at-least-k").order_by("version")
    assert list(found.values_list("version", "cut_off")) == [(1, 3), (2, 4)]
    assert "Say how many" in words(author.post(address, {"kind": "AT_LEAST_K", "cut_off": ""}))


@pytest.mark.parametrize("role", [Role.TRAINER, Role.LEAD, Role.AUDITOR])
def test_others_do_not_come_in(cast, bank, people, role):
    test = StepTestFactory(step__programme=cast.programme)
    client = browser(people(role))
    for model in ("steptest", "awarenessrule", "topic", "questionbank", "instrument"):
        assert client.get(f"/cms/{model}/").status_code in {302, 403}
    assert client.get(f"/cms/steptest/edit/{test.pk}/").status_code in {302, 403}


def test_a_test_that_somebody_is_still_to_sit_keeps_its_wave(cast, bank, author):
    test = StepTestFactory(step__programme=cast.programme)
    keep_terms(cast.programme, on=ARRIVED)
    page = author.post(f"/cms/steptest/edit/{test.pk}/", step_test(test.step, test.instrument, wave="END"))
    assert "People have sat this test or joined with it in their plan" in words(page)
    test.refresh_from_db()
    assert test.wave == "INTAKE"
