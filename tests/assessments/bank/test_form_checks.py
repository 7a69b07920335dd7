"""What keeps a form from being published, and what its author is told: rules with worked examples."""

from hypothesis import given
from hypothesis import strategies as st

from assessments.blueprints import unsure_topics
from assessments.draw import BlueprintError, PoolItem, draw_paper
from assessments.form_checks import FormFacts, ItemFacts, faults, warnings

TOPICS = ("blood", "breath", "law")


def items(count: int, **about) -> tuple[ItemFacts, ...]:
    return tuple(ItemFacts(f"Q{at}", **about) for at in range(count))


def pool(*wanted: tuple[str, str]) -> list[PoolItem]:
    return [PoolItem(at, topic, family=family) for at, (topic, family) in enumerate(wanted)]


def test_an_empty_form_is_not_published():
    assert "Put at least one" in faults(FormFacts("A"))[0]
    assert faults(FormFacts("A", items(1))) == []


def test_each_question_that_is_not_ready_is_named():
    form = FormFacts("A", (ItemFacts("Q1", is_ready=False), ItemFacts("Q2", has_draft=True), ItemFacts("Q3")))
    first, second = faults(form)
    assert "Q1 is not published" in first and "Q2 has changes" in second


def test_questions_about_behaviour_stand_on_no_paper():
    form = FormFacts("A", (ItemFacts("Q1"), ItemFacts("B1", is_asked_apart=True)))
    assert (form.length, form.points) == (1, 1)
    assert "no question" in faults(FormFacts("A", items(2, is_asked_apart=True)))[0]


def test_a_topic_that_is_too_small_is_named():
    form = FormFacts("A", items(3, topic="blood"), {"blood": 4})
    assert faults(form) == ["The topic blood is too small: a paper may lack 1 questions. Add some, or ask for fewer."]


def test_a_family_shared_by_two_topics_may_be_used_up():
    """Blood draws 1 of 2 and goes first; should it take f, breath is left with one of the two it needs."""
    held = pool(("blood", "f"), ("blood", ""), ("breath", "f"), ("breath", ""), ("breath", "f"))
    assert unsure_topics(held, {"blood": 1, "breath": 2}) == {"breath": 1}
    assert unsure_topics(held, {"blood": 1, "breath": 1}) == {}


@given(
    st.lists(st.tuples(st.sampled_from(TOPICS), st.sampled_from(["", "f", "g", "h"]), st.booleans()), max_size=12),
    st.dictionaries(st.sampled_from(TOPICS), st.integers(0, 4)),
)
def test_what_is_said_to_be_sure_is_drawn_with_every_seed_and_the_rest_is_not(wanted, rows):
    held = [PoolItem(at, topic, anchor and at < 2, family) for at, (topic, family, anchor) in enumerate(wanted)]
    failures = 0
    for seed in range(150):
        try:
            draw_paper(held, rows, seed, shuffle=False)
        except BlueprintError:
            failures += 1
    assert bool(unsure_topics(held, rows)) == bool(failures)


def test_parallel_forms_of_one_length_with_enough_anchors_are_fine():
    anchors = items(5, is_anchor=True)
    own = [tuple(ItemFacts(f"{letter}{at}") for at in range(15)) for letter in "AB"]
    assert warnings(FormFacts("A", anchors + own[0]), [FormFacts("B", anchors + own[1])]) == []


def test_other_lengths_points_and_too_few_anchors_are_said():
    here = FormFacts("A", items(4, is_anchor=True))
    length, anchors = warnings(here, [FormFacts("B", items(3, is_anchor=True))])
    assert "4 questions here and 3" in length and "share 3 anchors" in anchors
    points, _anchors = warnings(here, [FormFacts("B", items(4, points=2))])
    assert "4 points here and 8" in points


def test_one_family_twice_on_a_fixed_form_and_mixed_points_in_a_topic_are_said():
    assert "family f" in warnings(FormFacts("A", items(2, family="f")), [])[0]
    mixed = FormFacts("A", (ItemFacts("Q1", "blood"), ItemFacts("Q2", "blood", points=3)), {"blood": 1})
    assert "different points" in warnings(mixed, [])[0]
