"""What a format carries comes back from it as it was; what it does not carry is named, question by question."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from assessments.formats import FORMATS, ParcelQuestion, Text, read
from assessments.formats.gift import writing as gift
from assessments.formats.qti import writing as qti
from assessments.formats.sheet import xlsx
from tests.assessments.formats.parcels import LANGUAGES, parcels

REASONS = {"gift": gift.reasons, "qti": qti.reasons, "xlsx": xlsx.reasons}
UNSAID = {"place": None, "findings": None}
# Finding the smallest example of a parcel takes minutes and says little more.
COMMON = {
    "deadline": None,
    "phases": (Phase.explicit, Phase.reuse, Phase.generate),
    "suppress_health_check": list(HealthCheck),
}
WRITABLE = pytest.mark.parametrize("format_code", sorted(REASONS))
ORDINARY = {
    "en": ("Who breathes?", ("He does.", "She does.")),
    "zh-hans": ("谁在呼吸？", ("他。", "她。")),
    "my": ("ဘယ်သူ အသက်ရှူနေသလဲ။", ("သူ။", "သူမ။")),
    "km": ("តើអ្នកណាដកដង្ហើម?", ("គាត់។", "នាង។")),
    "vi": ("Ai đang thở?", ("Anh ấy.", "Cô ấy.")),
}


def assert_comes_back(format_code, questions):
    written = FORMATS[format_code].write(questions)
    carried = [one for one in questions if not list(REASONS[format_code](one))]
    assert len(written.findings) == len(questions) - len(carried)
    parcel = read(written.body, format_code, LANGUAGES, "en")
    if not carried:
        return
    assert [str(one) for one in parcel.all_findings if one.weight != "fault"] == []
    found = {one.code: one for one in parcel.questions}
    for one in carried:
        assert vars(found[one.code]) | UNSAID == vars(one) | UNSAID
    assert len(found) == len(carried)


@WRITABLE
@given(questions=parcels())
@settings(max_examples=8, derandomize=True, **COMMON)
def test_a_round_trip_loses_nothing(format_code, questions):
    """Three hundred for each format: `make long-fuzz`."""
    assert_comes_back(format_code, questions)


@pytest.mark.long
@WRITABLE
@given(questions=parcels())
@settings(max_examples=300, **COMMON)
def test_three_hundred_round_trips_lose_nothing(format_code, questions):
    assert_comes_back(format_code, questions)


@WRITABLE
@pytest.mark.parametrize(
    ("kind", "key"), [("single-choice", "b"), ("multiple-response", "a"), ("true-false", "true"), ("numeric", "1.5")]
)
def test_a_question_in_all_five_languages_is_carried_whole(format_code, kind, key):
    texts = {
        language: Text(stem, options if "-choice" in kind or "multiple" in kind else (), rationale=stem)
        for language, (stem, options) in ORDINARY.items()
    }
    question = ParcelQuestion("Q 1", kind, key, "all-or-nothing", kind="KNOWLEDGE", topic="breath", texts=texts)
    assert list(REASONS[format_code](question)) == []
    assert_comes_back(format_code, [question])
    assert not read(FORMATS[format_code].write([question]).body, format_code, LANGUAGES, "en").all_findings
