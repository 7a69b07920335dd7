"""When two short texts say the same, script by script; and when they do not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.normalising import is_accepted, looks_like_zawgyi, normal

ZWSP, ZWNJ, SOFT_HYPHEN = "\u200b", "\u200c", "\u00ad"

SAME = {
    "case": ("Naloxone", "NALOXONE"),
    "spaces": ("  recovery   position ", "recovery position"),
    "a space less": ("e-mail", "email"),
    "a full stop": ("naloxone.", "naloxone"),
    "an apostrophe": ("don’t", "don't"),
    "a dash": ("HIV–1", "hiv-1"),
    "zh full width": ("ＨＩＶ 检测", "hiv检测"),
    "zh punctuation": ("过量（中毒）。", "过量(中毒)"),
    "zh quotation marks": ("“纳洛酮”", "「纳洛酮」"),
    "zh digits": ("拨打１２０", "拨打120"),
    "zh percent": ("５０％", "50%"),
    "vi case and NFD": ("MA TÚY", unicodedata.normalize("NFD", "ma túy")),
    "vi older and newer tone": ("ma tuý, xoá", "ma túy, xóa"),
    "my dot and asat": ("ခွင\u1037\u103a", "ခွင\u103a\u1037"),
    "my medials": ("က\u103e\u103b\u103d", "က\u103b\u103d\u103e"),
    "my a sign twice": ("ကို\u1037\u1037", "ကို\u1037"),
    "my zero for wa": ("၀န်ထမ်း", "ဝန်ထမ်း"),
    "my digits": ("၁၀ ရက်", "10ရက်"),
    "my tall aa": ("ပ\u102c", "ပ\u102b"),
    "my nya": ("ဥ\u103a", "ဉ\u103a"),
    "my punctuation": ("ဆေး၊ ဆရာဝန်။", "ဆေးဆရာဝန်"),
    "km coeng order": ("ស\u17d2រ\u17d2តី", "ស\u17d2ត\u17d2រី"),
    "km vowel before coeng": ("ថ\u17b6\u17d2ន", "ថ\u17d2ន\u17b6"),
    "km ZWSP": (f"គ្រឿង{ZWSP}ញៀន", "គ្រឿងញៀន"),
    "km subscript da and ta": ("កន\u17d2ដាល", "កន\u17d2តាល"),
    "km vowel in two": ("ដ\u17c1\u17b8ម", "ដ\u17beម"),
    "km shifter under a vowel above": ("ស\u17bb\u17b8", "ស\u17ca\u17b8"),
    "km old letter": ("\u17a3្នក", "អ្នក"),
    "km two letters of one sound": ("ឲ្យ", "ឱ្យ"),
    "km digits": ("១២០", "120"),
    "km punctuation": ("ឈាម។", "ឈាម"),
    "ZWNJ": (f"က{ZWNJ}ခ", "ကခ"),
    "soft hyphen": (f"nal{SOFT_HYPHEN}oxone", "naloxone"),
}
DIFFERENT = {
    "a letter": ("naloxone", "naltrexone"),
    "a minus": ("-5", "5"),
    "a decimal point": ("1.5", "15"),
    "a range": ("3-5", "35"),
    "a ratio": ("1:10", "110"),
    "a raised two": ("m²", "m2"),
    "percent": ("50%", "50"),
    "zh a sign": ("纳洛酮", "纳曲酮"),
    "zh traditional": ("藥物", "药物"),
    "vi tone": ("má", "mà"),
    "vi letter": ("dâu", "đâu"),
    "my tone": ("ကို့", "ကို"),
    "my seven and ra": ("၇က်", "ရက်"),
    "km vowel": ("ឈាម", "ឈើម"),
    "km shifters where both are seen": ("ប\u17c9ា", "ប\u17caា"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_these_say_the_same(one, other):
    assert normal(one) == normal(other) != ""
    assert is_accepted(one, [other])
    assert is_accepted(other, [one])


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_these_do_not(one, other):
    assert normal(one) != normal(other)
    assert not is_accepted(one, [other])


@pytest.mark.parametrize(
    ("typed", "accepted", "is_right"),
    [
        ("ma tuy", "ma túy", True),
        ("Dau hieu", "dấu hiệu", True),
        ("dau", "đau", True),
        ("cafe", "café", True),
        ("mà túy", "ma túy", False),
        ("dấu hieu", "dấu hiệu", False),
        ("đau", "dau", False),
        ("kim tiém", "kim tiêm", False),
    ],
)
def test_whoever_types_no_marks_is_understood_and_whoever_types_them_types_the_right_ones(typed, accepted, is_right):
    assert is_accepted(typed, [accepted]) is is_right


@pytest.mark.parametrize("typed", ["", " ", "...", "。", ZWSP])
def test_nothing_is_never_right(typed):
    assert not is_accepted(typed, ["", ".", "naloxone"])


@pytest.mark.parametrize(
    ("text", "is_zawgyi"),
    [
        ("ဆေး", False),
        ("ေဆး", True),
        ("ကျွန်ုပ်", False),
        ("မူးယစ်ဆေးဝါးသုံးစွဲသူများ", False),
        ("သင့်အဖြေကို သိမ်းဆည်းပြီးပါပြီ။", False),
        ("က်ာ", True),
        ("ျမန္မာ", True),
        ("ဆရာ ေဒၚ", True),
        ("naloxone", False),
        ("ព័ត៌មាន", False),
    ],
)
def test_zawgyi_is_told_and_not_converted(text, is_zawgyi):
    assert looks_like_zawgyi(text) is is_zawgyi


SYLLABLES = st.sampled_from(
    ["ကျွန်", "မြန်", "ခွင့်", "ဆေး", "ស្ត្រី", "ថ្នាំ", "ញៀន", "túy", "đường", "检测", "naloxone", "၁၀", "១២"]
)
TEXTS = st.lists(SYLLABLES, min_size=1, max_size=6).map(" ".join)


@given(TEXTS, st.sampled_from(["NFC", "NFD", "NFKC"]), st.sampled_from([ZWSP, ZWNJ, "\u2060", " ", "　"]))
def test_form_and_invisible_signs_make_no_difference(text, form, sign):
    assert normal(unicodedata.normalize(form, text).replace(" ", sign + " ")) == normal(text)


@given(st.text(max_size=30))
def test_a_text_says_the_same_as_itself_unless_it_says_nothing(text):
    assert is_accepted(text, [text]) is (normal(text) != "")


@given(
    st.permutations("\u103b\u103d\u103e\u102f\u1036"),
    st.permutations(["\u17d2\u179a", "\u17d2\u178f", "\u17b8", "\u17cd"]),
)
def test_signs_may_be_typed_in_any_order(burmese, khmer):
    assert normal("က" + "".join(burmese)) == normal("က\u103b\u103d\u103e\u102f\u1036")
    assert normal("ស" + "".join(khmer)) == normal("ស\u17d2\u178f\u17d2\u179a\u17b8\u17cd")
