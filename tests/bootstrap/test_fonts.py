"""The prepared fonts: one file per family and weight, named as Typst asks for them, with the letters we need."""

import pytest
from fontTools.ttLib import TTFont

from config.fonts import FAMILIES, TARGET, WEIGHTS, fontconfig

SAMPLES = {
    "Noto Sans": "Nguyễn Thị Hằng: chứng nhận ƯỚC ₫ — “”…",
    "Noto Sans SC": "减少伤害，警察与社工。龑堃犇①○●→",
    "Noto Sans Khmer": "ការកាត់បន្ថយគ្រោះថ្នាក់",
    "Noto Sans Myanmar": "အန္တရာယ်လျှော့ချရေး။",
}

pytestmark = pytest.mark.skipif(not (TARGET / ".prepared").exists(), reason="the fonts are made by `make setup`")


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.package)
def test_each_family_is_whole(family, weight):
    font = TTFont(family.target(weight, TARGET), lazy=True)
    assert font["name"].getDebugName(1) == family.name
    assert font["OS/2"].usWeightClass == weight
    lacking = {letter for letter in SAMPLES[family.name] if letter != " " and ord(letter) not in font.getBestCmap()}
    assert not lacking


def test_rare_characters_of_names_are_there():
    regular = TTFont(FAMILIES[1].target(400, TARGET), lazy=True)
    assert len(regular.getBestCmap()) > 13_000


def test_browsers_see_only_the_prepared_fonts():
    conf = fontconfig(TARGET)
    assert conf.count("<dir>") == 1
    assert str(TARGET) in conf
