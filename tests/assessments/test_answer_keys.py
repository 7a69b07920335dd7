"""Answer keys never reach the browser: every page of a sitting is crawled for them."""

import json

import pytest

from assessments.models import Question, Wording
from tests.factories.assessments import StepTestFactory, sitting
from tests.factories.items import every_type
from tests.reading import browser, form_with

WHY = "because-this-one-is-right"


@pytest.fixture
def keys(intake):
    """Let each question have a key that would be seen at once: an option nobody chooses, and why it is right."""
    for question in Question.objects.all():
        question.key = "k7"
        question.facts, question.better = "F99-seen", "sideX"
        question.save()
    options = [{"id": "k7", "text": "One"}, {"id": "z2", "text": "Two"}, {"id": "q9", "text": "Three"}]
    held = list(Wording.objects.all())
    Wording.objects.all().delete()
    Wording.objects.bulk_create(
        Wording(question=one.question, language=one.language, stem=one.stem, options=options, rationale=WHY)
        for one in held
    )


def pages(client, sitting):
    """Yield every answer the site gives during a sitting."""
    base = f"/en/sittings/{sitting.pk}"
    for position in range(1, 5):
        address = f"{base}/{position}/"
        page = client.get(address)
        yield page
        data = form_with(page, "choice")["data"]
        yield client.post(f"{base}/answer/", data | {"choice": "z2"})
        yield client.post(f"{base}/answer/", data | {"choice": "nope"})
        yield client.post(address, data | {"choice": "nope"})
        yield client.get(address)
    yield client.get(f"{base}/sheet/", headers={"accept": "text/x-sheet"})
    yield client.get(f"{base}/sheet/", follow=True)
    yield client.get(f"{base}/finish/")
    yield client.get(f"{base}/result/", follow=True)
    yield client.get(f"/en/tests/{sitting.test_id}/")
    yield client.get("/en/me/")


def test_no_page_of_an_open_sitting_tells_right_from_wrong(cast, under_way, keys):
    for answer in pages(browser(cast.mei), under_way):
        body = answer.content.decode()
        for told in (WHY, "F99-seen", "sideX", "rationale", "is_right", "correct"):
            assert told not in body
        # The right option stands in a page as all others do: once, as a choice, and nowhere else.
        assert body.count('"k7"') == body.count('"q9"')


def test_what_was_not_drawn_is_on_no_page_of_an_open_sitting(cast, under_way, keys):
    undrawn, *drawn = under_way.form.items.values_list("pk", flat=True)
    stem = Wording.objects.get(question__items=undrawn, language="en").stem
    under_way.paper = drawn
    under_way.save()
    mei, base = browser(cast.mei), f"/en/sittings/{under_way.pk}"
    answers = [mei.get(f"{base}/{position}/", follow=True) for position in range(1, 6)]
    answers.append(mei.get(f"{base}/sheet/", headers={"accept": "text/x-sheet"}))
    data = form_with(answers[0], "choice")["data"] | {"item": undrawn, "choice": "z2"}
    answers += [mei.post(f"{base}/answer/", data), mei.post(f"{base}/1/", data), mei.get(f"{base}/finish/")]
    for answer in answers:
        body = answer.content.decode()
        assert stem not in body
        # As ids and names have it: a random id of a sitting may hold the bare letters.
        assert f'"c{undrawn}-' not in body and f'"q{undrawn}-' not in body


def test_every_type_is_shown_without_its_key_on_page_and_sheet(cast):
    instrument = every_type()
    test = StepTestFactory(step__programme=cast.programme, instrument=instrument)
    made = sitting(test, cast.enrolment_of(cast.mei))
    mei, base = browser(cast.mei), f"/en/sittings/{made.pk}"
    pages = [mei.get(f"{base}/{position}/") for position in range(1, 12)]
    pages.append(mei.get(f"{base}/sheet/", headers={"accept": "text/x-sheet"}))
    # Accepted texts and keys of those types whose page does not hold them among its options.
    for page in pages:
        body = page.content.decode()
        for told in ("naloxone<", '"naloxone"', ">naloxone", "b,a,d,c", '"a,c"', '"90"', '"120"', "four / 4"):
            assert told not in body, told


def test_right_and_wrong_answers_are_saved_with_the_same_words(cast, under_way, keys):
    mei, address = browser(cast.mei), f"/en/sittings/{under_way.pk}/1/"
    told = set()
    for choice in ("k7", "z2", "dk", ""):
        data = form_with(mei.get(address), "choice")["data"] | {"choice": choice}
        answer = mei.post(f"/en/sittings/{under_way.pk}/answer/", data)
        told.add(
            json.dumps({"status": answer.status_code, "keys": sorted(answer.json()), "state": answer.json()["state"]})
        )
    assert len(told) == 1


def test_the_result_says_how_many_and_not_which(cast, under_way, keys):
    mei = browser(cast.mei)
    for _answer in pages(mei, under_way):
        pass
    mei.post(f"/en/sittings/{under_way.pk}/finish/")
    body = mei.get(f"/en/sittings/{under_way.pk}/result/").content.decode()
    assert WHY not in body
    assert '"k7"' not in body
