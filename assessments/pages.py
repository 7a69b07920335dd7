"""What a page shows of a question, alone or with all others; nothing here tells right from wrong."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from assessments.choices import DONT_KNOW
from assessments.definitions import pictures_in, words_of
from assessments.item_types import TYPES, Picture
from assessments.models import Sitting, Wording
from assessments.papers import Place, seed_of, wordings_of


def asked(
    sitting: Sitting, place: Place, wording: Wording, count: int, pictures: Mapping[str, Picture] | None = None
) -> dict[str, Any]:
    """Return what the template of one question needs; where options are pictures and none are given, some queries."""
    kind = TYPES[wording.question.type]
    words = words_of(wording, pictures)
    seed = seed_of(sitting, place.item)
    return {
        "sitting": sitting,
        "place": place,
        "count": count,
        "wording": wording,
        "template": kind.template,
        "shown": kind.present(words, place.answer or "", seed, shuffle=sitting.test.shuffle_options),
        "dont_know": DONT_KNOW,
    }


def all_asked(
    request: HttpRequest, sitting: Sitting, found: Sequence[Place], *, is_one_page: bool
) -> Iterator[SafeString]:
    """Yield every question as markup whose fields carry the item's prefix; the same queries for any number of them."""
    wordings = wordings_of([one.item for one in found], language_of(sitting), sitting.started_at)
    pictures = pictures_in(list(wordings.values()))
    for place in found:
        wording = wordings[place.item]
        context = asked(sitting, place, wording, len(found), pictures.get(wording.pk, {}))
        more = {"is_one_page": is_one_page, "prefix": prefix_of(place.item)}
        yield render_to_string("assessments/asked.html", context | more, request)


def prefix_of(item: int) -> str:
    """Return what the names of an item's fields begin with where several items share a form."""
    return f"q{item}-"


def language_of(sitting: Sitting) -> str:
    """Return the language in which a page shows the questions."""
    return get_language() or sitting.language


def seconds_left(sitting: Sitting) -> int | None:
    """Return whole seconds until the end, None without a limit."""
    if sitting.ends_at is None:
        return None
    return max(0, int((sitting.ends_at - timezone.now()).total_seconds()))


def time_left(sitting: Sitting) -> dict[str, int | None]:
    """Return what a page shows of the time that is left."""
    seconds = seconds_left(sitting)
    return {"seconds_left": seconds, "minutes_left": None if seconds is None else seconds // 60}


def clock(at: datetime.datetime) -> str:
    """Return a moment as hours and minutes on the site's clock."""
    return str(time_format(timezone.localtime(at), "H:i"))


def counted(done: int) -> str:
    """Return the legend of the overview, with the number of saved answers."""
    return _("Filled: answered and saved, %(done)s. Square: come back.") % {"done": done}
