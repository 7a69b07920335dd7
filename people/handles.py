"""Handles: names people invent. Pure, but for the words, which are marked for translation.

The server adds three random signs to every chosen handle, so "taken" is never said and nobody can probe who exists.
"""

import re
import secrets
import unicodedata

from people.handle_words import WORDS

MIN_LENGTH, MAX_LENGTH = 2, 24
SUFFIX_LENGTH = 3
# Small letters and digits that cannot be mistaken for each other when read aloud or copied by hand.
SUFFIX_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"

# Letters, the marks that Burmese, Khmer and Vietnamese letters carry (a pattern's \w leaves them out), and digits.
ALLOWED_KINDS = {"L", "M"}
LONG_NUMBER = re.compile(r"\d{5,}")
# Two or three Chinese characters of which the first is a frequent family name read as a real name.
FAMILY_NAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
VIETNAMESE_NAMES = {"nguyen", "tran", "pham", "hoang", "huynh", "phan", "dang", "bui", "ngo", "duong"}

# Sign-up is ours: allauth has nothing to check.
username_validators: list[object] = []


def tidy(handle: str) -> str:
    """Return a handle as it is kept: one width, small letters, hyphens for spaces."""
    text = unicodedata.normalize("NFKC", handle).strip().casefold()
    return re.sub(r"[\s\-]+", "-", text).strip("-")


def fault(handle: str) -> str | None:
    """Return what is wrong with a chosen handle, or None.

    The answer is one of `short`, `long`, `signs`, `number`, `name`.
    """
    if len(handle) < MIN_LENGTH:
        return "short"
    if len(handle) > MAX_LENGTH:
        return "long"
    if not all(_is_allowed(sign) for sign in handle):
        return "signs"
    if LONG_NUMBER.search(re.sub(r"\D", "", handle)):
        return "number"
    return "name" if _reads_as_a_name(handle) else None


def _is_allowed(sign: str) -> bool:
    kind = unicodedata.category(sign)
    return sign in "-_" or kind == "Nd" or kind[0] in ALLOWED_KINDS


def _reads_as_a_name(handle: str) -> bool:
    han = [sign for sign in handle if "\u4e00" <= sign <= "\u9fff"]
    if len(han) == len(handle) and 2 <= len(han) <= 3 and handle[0] in FAMILY_NAMES:
        return True
    bare = "".join(s for s in unicodedata.normalize("NFD", handle.replace("đ", "d")) if not unicodedata.combining(s))
    parts = bare.split("-")
    return len(parts) > 1 and bool(VIETNAMESE_NAMES.intersection(parts))


def with_suffix(handle: str) -> str:
    """Return the handle with three random signs behind it."""
    return f"{handle}-" + "".join(secrets.choice(SUFFIX_SIGNS) for _ in range(SUFFIX_LENGTH))


def suggestions(language: str, count: int = 3) -> list[str]:
    """Return `count` different handles made of two plain words of the language."""
    first, second = WORDS.get(language, WORDS["en"])
    found: list[str] = []
    while len(found) < count:
        one = f"{secrets.choice(first)}-{secrets.choice(second)}"
        if one not in found:
            found.append(one)
    return found
