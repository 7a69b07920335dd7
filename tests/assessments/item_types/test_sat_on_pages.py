"""Every type sat on the real pages, with scripts off: what is right gets all points, and a reload shows what was saved."""

import pytest

from assessments.actions import submit
from assessments.definitions import definition_of, words_of
from assessments.item_types import TYPES
from assessments.models import Item, Score
from assessments.papers import places, seed_of
from tests.assessments.item_types.pages import page, sent
from tests.factories.assessments import StepTestFactory, sitting
from tests.factories.items import EVERY, every_type
from tests.reading import browser, words

LEADING = {"item", "form", "sequence", "csrfmiddlewaretoken", "back"}


@pytest.fixture
def under_way(cast):
    test = StepTestFactory(step__programme=cast.programme, instrument=every_type(), shuffle_options=True)
    return sitting(test, cast.enrolment_of(cast.bo), seed=321)


@pytest.fixture
def bo(cast):
    return browser(cast.bo)


def fill(html: str, item: Item, seed: str) -> dict[str, list[str]]:
    """Fill a page with what is right: the fields are those of the page that shows the right answer."""
    kind = TYPES[item.question.type]
    right = kind.right(definition_of(item.question, item.question.wordings.all()))
    answer = right or {"rating": "4", "open-text": "先看呼吸。"}[kind.code]
    chosen = sent(page(kind.code, words_of(item.question.wordings.get(language="en")), answer, seed))
    held = sent(html)
    return {name: held[name] for name in LEADING if name in held} | chosen


def test_a_whole_test_in_chinese_by_somebody_who_knows_everything(bo, under_way):
    for place in places(under_way):
        item = Item.objects.select_related("question").get(pk=place.item)
        address = f"/zh-hans/sittings/{under_way.pk}/{place.position}/"
        filled = fill(bo.get(address).content.decode(), item, seed_of(under_way, item.pk))
        assert bo.post(address, filled | {"go": ["next"]}).status_code == 302, item.question.type
        again = sent(bo.get(address).content.decode())
        assert {name: again.get(name) for name in filled if name not in LEADING} == {
            name: values for name, values in filled.items() if name not in LEADING
        }
    under_way.marks.create(item=Item.objects.get(question__type="open-text"), points=3, marked_on="2026-12-01")
    submit(under_way, on="2026-12-01")
    score = Score.objects.get()
    # One each, but two of the ticks, four lines, three pairs, two gaps, and 3 of the marker's 4; the scale counts nothing.
    assert (score.points, score.max_points) == (1 + 2 + 1 + 4 + 3 + 2 + 1 + 1 + 1 + 3, 20)


@pytest.mark.parametrize(("at", "code"), list(enumerate(EVERY, 1)))
def test_a_page_says_its_question_in_both_languages(bo, under_way, at, code):
    for language, text in (("en", 1), ("zh-hans", 2)):
        said = words(bo.get(f"/{language}/sittings/{under_way.pk}/{at}/"))
        assert EVERY[code][text][0].split("[[")[0].strip() in said
        assert "[[" not in said


@pytest.mark.parametrize(
    ("at", "change"),
    [
        (4, {"place-1": "9"}),
        (5, {"match-a": "7"}),
        (6, {"gap-1": "x" * 201}),
        (7, {"text": "a\x00b"}),
        (11, {"text": "x" * 4001}),
    ],
)
def test_what_was_tampered_with_is_refused_and_changes_nothing(bo, under_way, at, change):
    address = f"/en/sittings/{under_way.pk}/{at}/"
    assert bo.post(address, sent(bo.get(address).content.decode()) | change).status_code == 422
    assert not under_way.responses.exists()
