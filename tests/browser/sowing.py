"""Puts hostile texts into every text field and every block of a scratch site; run inside the site's own process."""

import itertools
import json
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Page

from courses.blocks import PLAIN_FEATURES
from courses.models import Cohort, ReadingPage
from people.models import User

OURS = ("people", "courses", "assessments", "certificates", "home", "reports")
# What is no text but a sign the site works with.
SIGNS = re.compile(
    r"(^|_)(id|slug|code|codes|digest|password|key|path|language|letter|kind|state|class|wave|version|data|deed|role"
    r"|opening|choice|handle|from|to|label|name_sealed|mail_sealed|file|poster|better|terms|uuid|by)$"
)
MOST_ROWS = 60
FREEZE = import_module("assessments.migrations.0004_freeze_forms_and_wordings")
WORDS = "wording_keeps_words"


# One transaction: each of some thousand on its own would wait for the disk.
@transaction.atomic
def sow(payloads: list[str]) -> dict[str, Any]:
    """Write the payloads everywhere; return the fields that hold them and addresses worth looking at."""
    turn = itertools.cycle(payloads)
    with connection.cursor() as cursor:
        # A wording is never changed, and is what learners read: its guard steps aside until it is hostile.
        cursor.execute(f"DROP TRIGGER {WORDS}")
        fields = sorted(_sow_fields(turn))
        cursor.execute(next(one for one in FREEZE.sqlite() if WORDS in one))
    lesson = ReadingPage.objects.get(slug="ten-minutes", locale__language_code="en")
    lesson.body = json.dumps(list(blocks(payloads)))
    lesson.title = payloads[0][:200]
    lesson.save_revision().publish()
    for page in Page.objects.filter(depth__gt=2).exclude(pk=lesson.pk):
        Page.objects.filter(pk=page.pk).update(title=(title := next(turn)[:200]), draft_title=title)
    for user in User.objects.filter(is_synthetic=True, enrolments__isnull=False)[:MOST_ROWS]:
        User.objects.filter(pk=user.pk).update(handle=f"{next(turn)[:32]}{user.pk.hex[:8]}")
    trained = Cohort.objects.filter(staff__user__handle="trainer").order_by("pk").first()
    return {"fields": fields, "lesson": lesson.pk, "module": lesson.get_parent().pk, "cohort": str(trained.pk)}


def _sow_fields(turn: Iterator[str]) -> Iterator[str]:
    for model in itertools.chain.from_iterable(apps.get_app_config(app).get_models() for app in OURS):
        for field in model._meta.local_fields:
            plain = isinstance(field, models.CharField | models.TextField) and not field.choices
            if plain and not SIGNS.search(field.name) and not field.primary_key and not hasattr(field, "stream_block"):
                yield from _sow_field(model, field, turn)
            elif isinstance(field, models.JSONField) and field.name in {"options", "names"}:
                yield from _sow_json(model, field, turn)


def _sow_field(model: type[models.Model], field: models.Field, turn: Iterator[str]) -> Iterator[str]:
    done = False
    for row in model._default_manager.all()[:MOST_ROWS]:
        text = next(turn)[: field.max_length or 400]
        try:
            with transaction.atomic():
                model._default_manager.filter(pk=row.pk).update(**{field.name: text})
            done = True
        except DatabaseError:
            # Unique, or guarded by a trigger: what cannot be changed cannot be made hostile this way.
            break
    if done:
        yield f"{model._meta.label}.{field.name}"


def _sow_json(model: type[models.Model], field: models.Field, turn: Iterator[str]) -> Iterator[str]:
    for row in model._default_manager.all()[:MOST_ROWS]:
        held = getattr(row, field.name)
        is_table = isinstance(held, dict)
        new = {key: next(turn) for key in held} if is_table else [{**one, "text": next(turn)} for one in held]
        model._default_manager.filter(pk=row.pk).update(**{field.name: new})
    yield f"{model._meta.label}.{field.name}"


def blocks(payloads: list[str]) -> Iterator[dict[str, Any]]:
    """Yield every kind of block for every payload, the rich text as an author's editor would send it."""
    for text in payloads:
        options = [
            {"text": text, "is_right": True, "feedback": text},
            {"text": text, "is_right": False, "feedback": text},
        ]
        yield {"type": "key", "value": text}
        yield {"type": "heading", "value": text[:120]}
        yield {"type": "text", "value": as_written(text)}
        yield {"type": "points", "value": [text]}
        yield {"type": "steps", "value": [text]}
        yield {"type": "note", "value": {"title": text[:120], "text": text}}
        yield {"type": "check", "value": {"question": text, "options": options}}
        yield {"type": "local", "value": {"topic": "naloxone", "text": text}}
        yield {"type": "pairs", "value": [{"do": text, "dont": text}]}
        yield {"type": "myths", "value": [{"myth": text, "fact": text}]}
        yield {"type": "prompt", "value": {"text": text, "minutes": 5}}
        yield {"type": "terms", "value": [{"word": text[:60], "meaning": text}]}
        yield {"type": "case", "value": {"scenes": scenes(text)}}
        yield {"type": "sources", "value": [{"text": text, "year": text[:10], "fact": text[:10]}]}


def scenes(text: str) -> list[dict[str, Any]]:
    """Return a story of two scenes."""
    first = {"name": "a", "text": text, "choices": [{"text": text, "to": text[:40]}]}
    return [first, {"name": text[:40], "text": text, "choices": []}]


def as_written(text: str) -> str:
    """Return what Wagtail keeps of a paragraph with this text and a link to it."""
    paragraph = {
        "key": "a",
        "text": text,
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [{"offset": 0, "length": 3, "style": "BOLD"}],
        "entityRanges": [{"offset": 0, "length": 4, "key": 0}],
    }
    link = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": text}}
    state = {"blocks": [paragraph], "entityMap": {"0": link}}
    return str(ContentstateConverter(features=PLAIN_FEATURES).to_database_format(json.dumps(state)))
