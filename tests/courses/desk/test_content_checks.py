"""What a lesson lacks, from its text alone."""

import pytest

from courses.check_words import said
from courses.content_checks import Finding, Lack, Text, findings, long_sentences, reading_minutes, words_of

KEY = ("key", "Breath comes first.")
SOURCES = (
    "sources",
    [{"type": "item", "value": {"text": "WHO, Guidelines", "year": "2023", "fact": "6.1"}, "id": "a"}],
)


def lacks(*blocks, **more):
    fields = {"language": "en", "minutes": 5} | more
    return [one.lack for one in findings(Text(blocks=(KEY, *blocks, SOURCES), **fields))]


def test_a_lesson_with_key_text_and_source_lacks_nothing():
    assert lacks(("text", "<p>Call for help.</p>")) == []


def test_an_empty_lesson_is_asked_for_nothing_yet():
    assert findings(Text(language="en", minutes=5)) == []


@pytest.mark.parametrize("alt", ["", "  ", "map", "DSC-0012", "heart.png"])
def test_a_picture_needs_words_that_are_words(alt):
    assert lacks(("figure", {"image": 3, "alt": alt, "caption": ""})) == [Lack.ALT]


@pytest.mark.parametrize("alt", ["A hand holds a spray", "两人"])
def test_short_words_in_any_script_are_words(alt):
    assert lacks(("figure", {"image": 3, "alt": alt, "caption": ""})) == []


def test_the_line_below_is_no_description():
    assert lacks(("figure", {"image": 3, "alt": "A clinic", "caption": "A clinic"})) == [Lack.ALT_REPEATS]


def test_a_picture_deep_inside_a_block_is_found_and_its_block_named():
    pairs = [{"type": "item", "value": {"do": "Stay", "picture": {"alt": ""}}, "id": "x"}]
    found = findings(Text("en", 5, (KEY, ("pairs", pairs), SOURCES)))
    assert found == [Finding(Lack.ALT, 2)]


def test_a_film_needs_captions_in_its_own_language_and_its_words():
    assert lacks(is_film=True, caption_languages=frozenset({"zh-hans"})) == [Lack.CAPTIONS, Lack.TRANSCRIPT]
    assert lacks(is_film=True, caption_languages=frozenset({"en"}), transcript="Hello.") == []
    captions = [{"type": "item", "value": {"language": "zh-hans", "file": 4}, "id": "c"}]
    assert lacks(("recording", {"media": 3, "captions": captions, "transcript": " "})) == [
        Lack.CAPTIONS,
        Lack.TRANSCRIPT,
    ]
    assert lacks(("recording", {"media": 3, "captions": [], "transcript": "Hello."})) == []


def test_a_lesson_begins_with_its_key_message():
    assert [one.lack for one in findings(Text("en", 5, (("text", "<p>Hello.</p>"), SOURCES)))] == [Lack.KEY]


def test_reading_time_counts_words_or_signs_and_rounds_to_the_nearest_minute():
    assert reading_minutes("en", "word " * 230) == 1
    assert [reading_minutes("en", "word " * count) for count in (1610, 1270, 1260)] == [7, 6, 5]
    assert reading_minutes("zh-hans", "字" * 510 + " ASCII words do not count") == 2
    assert reading_minutes("km", "ក" * 3000) == 3
    assert reading_minutes("en", "") == 0


def test_more_text_than_the_stated_minutes_is_said_with_both_figures():
    long = ("text", "<p>" + "Short words here. " * 500 + "</p>")
    found = findings(Text("en", 5, (KEY, long, SOURCES)))
    assert found == [Finding(Lack.TOO_LONG, None, {"minutes": 7, "stated": 5})]


def test_very_long_sentences_are_counted_and_none_in_burmese_and_khmer():
    assert len(long_sentences("en", "word " * 36 + ". Short one.")) == 1
    assert len(long_sentences("zh-hans", "字" * 71 + "。" + "字" * 70 + "。")) == 1
    assert long_sentences("my", "word " * 90) == []


def test_two_short_blocks_are_two_sentences():
    assert long_sentences("en", words_of([("text", "<p>" + "word " * 20 + "</p><p>" + "word " * 20 + "</p>")])) == []


def test_sources_and_marks_are_not_read_as_text():
    blocks = [("local", {"topic": "naloxone", "text": "Check."}), ("figure", {"image": 3, "alt": "A hand", "id": "q"})]
    assert words_of([*blocks, SOURCES]).split() == ["Check.", "A", "hand"]


@pytest.mark.parametrize(
    "row",
    [{"text": "WHO, TODO find the page", "year": "2023"}, {"text": "Somebody said so"}, {"text": "待查", "fact": "1"}],
)
def test_an_unsettled_source_is_named(row):
    found = findings(Text("en", 5, (KEY, ("sources", [row]))))
    assert [one.lack for one in found] == [Lack.SOURCE_OPEN]
    assert row["text"] in said(found[0])


def test_a_lesson_without_any_source_is_told():
    assert [one.lack for one in findings(Text("en", 5, (KEY,)))] == [Lack.SOURCES]


def test_a_local_marker_is_open_until_its_topic_is_resolved():
    block = ("local", {"topic": "take-home", "text": "Check."})
    assert lacks(block) == [Lack.LOCAL]
    assert lacks(block, local_topics=frozenset({"take-home"})) == []


def test_every_finding_is_said_in_whole_sentences_with_its_block():
    figures = {"count": 2, "minutes": 7, "stated": 5, "source": "WHO", "topic": "naloxone", "language": "en"}
    for lack in Lack:
        sentence = said(Finding(lack, 3, figures))
        assert sentence.startswith("Block 3: ") and sentence.endswith(".") and "%(" not in sentence
