"""A test with a question of each type, in English and Chinese."""

import hashlib
import io

from django.core.files.base import ContentFile
from PIL import Image as Drawing
from wagtail.images.models import Image

from assessments.definitions import wording_fields
from assessments.models import Instrument, Item, Question, QuestionBank, QuestionText, TestForm, Topic, Wording
from tests.factories.assessments import publish

# Type: the fields of the question, then (stem, options, accepted, unit) in English and in Chinese.
EVERY = {
    "single-choice": (
        {"key": "b"},
        ("Somebody does not wake up. What comes first?", "Cold water\nLook whether they breathe\nCoffee", "", ""),
        ("有人叫不醒。首先做什么？", "泼冷水\n看有没有呼吸\n喝咖啡", "", ""),
    ),
    "multiple-response": (
        {"key": "a,c", "scoring": "partial"},
        (
            "Which of these pass HIV on? Choose two.",
            "A needle that somebody else has used\nA cup\nSex without a condom\nA mosquito",
            "",
            "",
        ),
        ("哪些途径会传播艾滋病病毒？请选两项。", "别人用过的针头\n共用水杯\n不使用安全套的性行为\n蚊子叮咬", "", ""),
    ),
    "true-false": (
        {"key": "true"},
        ("Naloxone reverses an overdose of opioids.", "", "", ""),
        ("纳洛酮可以逆转阿片类药物过量。", "", "", ""),
    ),
    "ordering": (
        {"key": "b,a,d,c", "scoring": "partial"},
        (
            "Put the steps in order.",
            "Call 120\nSpeak loudly and shake the shoulder\nStay until help comes\nRescue breaths, if there is no breathing",
            "",
            "",
        ),
        ("请按顺序排列这些步骤。", "拨打120\n大声呼叫并轻拍肩膀\n守候到救援到来\n没有呼吸时做人工呼吸", "", ""),
    ),
    "matching": (
        {"scoring": "partial"},
        (
            "What belongs together?",
            "Naloxone = reverses an overdose of opioids within minutes\nMethadone = agonist treatment\n= cures HIV\n"
            "Condom = protects against HIV",
            "",
            "",
        ),
        (
            "请配对。",
            "纳洛酮 = 几分钟内逆转阿片类药物过量\n美沙酮 = 激动剂维持治疗\n= 治愈艾滋病\n安全套 = 预防艾滋病病毒传播",
            "",
            "",
        ),
    ),
    "cloze": (
        {"scoring": "partial"},
        (
            "Without breath the brain is harmed after [[1]] minutes. Call [[2]] first, then start with rescue breathing.",
            "",
            "four / 4 / five / 5\n120",
            "",
        ),
        ("没有呼吸[[1]]分钟后大脑就会受损。先拨打[[2]]，再做人工呼吸。", "", "四 / 4 / 五 / 5\n120", ""),
    ),
    "short-text": (
        {},
        ("What is the medicine called that reverses an overdose of opioids?", "", "naloxone", ""),
        ("逆转阿片类药物过量的药叫什么？", "", "纳洛酮", ""),
    ),
    "numeric": (
        {"key": "90", "tolerance": 5},
        ("For how long does a dose of naloxone work at most?", "", "", "minutes"),
        ("一剂纳洛酮最多起效多长时间？", "", "", "分钟"),
    ),
    "picture-choice": (
        {"key": "b"},
        (
            "Which is the recovery position?",
            "Lying on the back\nLying on the side\nLying on the belly\nSitting",
            "",
            "",
        ),
        ("哪一张是恢复体位？", "仰卧\n侧卧\n俯卧\n坐着", "", ""),
    ),
    "rating": (
        {"kind": "ATTITUDE"},
        ("I would call 120 for somebody I do not know.", "", "", ""),
        ("我会为陌生人拨打120。", "", "", ""),
    ),
    "open-text": (
        {"key": "4"},
        ("A friend comes to you after a night without sleep. What do you say first, and why?", "", "", ""),
        ("一位朋友一夜没睡来找您。您会先说什么？为什么？", "", "", ""),
    ),
}


def picture(title: str = "A picture", size: tuple[int, int] = (800, 600), *, noise: bool = False) -> Image:
    """Return an image; `noise` is the worst a compressor can meet."""
    drawn = Drawing.new("RGB", size, "#7a9")
    if noise:
        drawn = Drawing.frombytes("RGB", size, (hashlib.shake_128(b"noise").digest(3 * size[0] * size[1])))
    held = io.BytesIO()
    drawn.save(held, "JPEG", quality=95)
    return Image.objects.create(title=title, file=ContentFile(held.getvalue(), name="picture.jpg"))


def question(bank: QuestionBank, type_code: str) -> Question:
    """Return the question of a type with its published wordings."""
    fields, *texts = EVERY[type_code]
    topic, _made = Topic.objects.get_or_create(bank=bank, code="all", defaults={"names": {"en": "All"}})
    made = Question(bank=bank, code=type_code, type=type_code, topic=topic, **fields)
    made.save()
    if type_code == "picture-choice":
        made.pictures = [made.pictures.model(letter=letter, image=picture(letter)) for letter in "abcd"]
        made.save()
    for language, (stem, options, accepted, unit) in zip(("en", "zh-hans"), texts, strict=True):
        text = QuestionText(language=language, stem=stem, options=options, accepted=accepted, unit=unit)
        Wording.objects.create(question=made, language=language, **wording_fields(made, text))
    return made


def every_type(slug: str = "every") -> Instrument:
    """Return an instrument whose form A holds a question of each type."""
    made = Instrument.objects.create(slug=slug, name=slug.title())
    bank = QuestionBank.objects.create(slug=slug, name=slug.title())
    form = TestForm.objects.create(instrument=made, letter="A")
    for position, code in enumerate(EVERY, 1):
        Item.objects.create(form=form, question=question(bank, code), position=position)
    publish(form)
    return made
