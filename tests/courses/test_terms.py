"""Words explained: marked once, where each first stands, and only where a mark is of use."""

import pytest

from courses.terms import Marker


def marked(word, text, meaning="A meaning."):
    return Marker([(word, meaning)]).mark(text)


def test_the_first_place_becomes_a_link_to_the_list():
    assert marked("naloxone", "<p>Give naloxone, then more naloxone.</p>") == (
        '<p>Give <a class="term" id="word-1" href="#term-1" data-meaning="A meaning.">naloxone</a>, then more naloxone.</p>'
    )


@pytest.mark.parametrize(
    ("word", "text", "is_marked"),
    [
        ("naloxone", "<p>Naloxone helps.</p>", True),
        ("ART", "<p>A party starts.</p>", False),
        ("thuốc", "<p>Uống thuốc.</p>", True),
        ("纳洛酮", "<p>用纳洛酮。</p>", True),
        ("နာလိုဇုန်း", "<p>နာလိုဇုန်းပေးပါ</p>", True),
        ("R&D", "<p>R&amp;D</p>", True),
        ("amp", "<p>R&amp;D</p>", False),
        ("39", "<p>It&#39;s</p>", False),
        ("link", '<p><a href="/">a link</a></p>', False),
        ("more", "<details><summary>more</summary></details>", False),
        ("title", '<p title="title">x</p>', False),
        ("safe", "<h2>safe</h2><p>Be safe.</p>", True),
    ],
)
def test_where_a_mark_stands(word, text, is_marked):
    assert ('class="term"' in marked(word, text)) is is_marked


def test_over_several_texts_each_is_marked_once_and_in_its_order():
    marker = Marker([("dose", "How much."), ("second dose", "One more.")])
    first, second = marker.mark("<p>A second dose, a dose.</p>"), marker.mark("<p>A dose.</p>")
    assert first.count("word-1") == first.count("word-2") == 1
    assert "<a" not in second
    assert marker.marked == {1, 2}


def test_nothing_in_a_meaning_runs():
    assert "&lt;script&gt;" in marked("x", "<p>x</p>", '"><script>')
    assert 'data-meaning="&quot;' in marked("x", "<p>x</p>", '"><script>')
