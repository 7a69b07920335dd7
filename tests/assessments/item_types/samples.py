"""A question of each type, and wordings of the text types in the five languages of the site."""

from dataclasses import replace
from decimal import Decimal

from assessments.item_types import TYPES, Definition, Option, Picture, Words
from assessments.item_types.matching import pairs_of


def options(type_code: str, *lines: str) -> tuple[Option, ...]:
    """Return the options of lines as an author writes them."""
    return tuple(Option(one["id"], one["text"], one.get("match", "")) for one in TYPES[type_code].options(lines))


def sample(
    type_code: str, stem: str, *lines: str, accepted: tuple[str, ...] = (), **fields
) -> tuple[Definition, Words]:
    """Return a question and its wording."""
    made, texts = options(type_code, *lines), tuple(map(tuple, TYPES[type_code].accepted(accepted)))
    words = Words(stem, made, texts, unit=fields.pop("unit", ""))
    definition = Definition(
        type_code,
        options=tuple(one.id for one in made),
        accepted=texts,
        pairs=pairs_of(made) if type_code == "matching" else (),
        units=(words.unit,) if words.unit else (),
        **fields,
    )
    return definition, words


def with_pictures(one: tuple[Definition, Words]) -> tuple[Definition, Words]:
    """Give each option a picture."""
    definition, words = one
    drawn = tuple(
        replace(option, picture=Picture(f"/media/{at}.webp", 360, 270)) for at, option in enumerate(words.options)
    )
    return definition, replace(words, options=drawn)


SAMPLES: dict[str, tuple[Definition, Words]] = {
    "single-choice": sample("single-choice", "What comes first?", "Look", "Call", "Wait", key="b"),
    "multiple-response": sample(
        "multiple-response", "哪些物品只能自己用？", "针头", "针筒", "毛巾", "水杯", key="a,b", scoring="partial"
    ),
    "true-false": sample("true-false", "Methadone is an agonist treatment.", key="true"),
    "ordering": sample(
        "ordering",
        "Put the steps in order.",
        "Call 120",
        "Check the breath",
        "Stay",
        "Look",
        key="d,b,a,c",
        scoring="penalty",
    ),
    "matching": sample(
        "matching",
        "What belongs together?",
        "naloxone = reverses an overdose of opioids within minutes",
        "methadone = agonist",
        "buprenorphine = agonist",
        "= cures HIV",
        scoring="partial",
    ),
    "cloze": sample("cloze", "纳洛酮可以逆转[[2]]类药物的[[1]]。", accepted=("过量 / 中毒", "阿片"), scoring="partial"),
    "short-text": sample("short-text", "ကယ်ဆယ်ရေး ဖုန်းနံပါတ်", accepted=("naloxone", "纳洛酮", "နာလောက်ဆုန်း")),
    "numeric": sample("numeric", "How long?", key="2.5", tolerance=Decimal("0.5"), unit="min"),
    "picture-choice": with_pictures(sample("picture-choice", "Which?", "on the back", "on the side", key="b")),
    "rating": sample("rating", "I would help.", counts=False),
    "open-text": sample("open-text", "What would you do?", key="4"),
}
