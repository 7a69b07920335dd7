"""Puts a lesson with every kind of block on a site; run inside the site's own process."""

import json
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Locale

from config.curriculum.writing.files import picture
from courses.blocks import LessonBlocks
from courses.blocks.examples import EXAMPLES
from courses.models import CoursePage, ProgrammePage, ReadingPage

FIRST = ("key", "heading", "text", "points", "steps", "check", "case")


def teach() -> str:
    """Make the lesson, open to visitors, in a course of its own that no step asks for; return its address."""
    picture(next((settings.ROOT / "curriculum").glob("**/*.svg")))
    captions = (settings.ROOT / "curriculum/anshan/film/ten-minutes.en.vtt").read_bytes()
    documents = get_document_model().objects
    track = documents.create(title="Captions", file=ContentFile(captions, name="film.vtt"))
    documents.create(title="Card to print", file=ContentFile(b"%PDF-1.4", name="card.pdf"))
    above = ProgrammePage.objects.get(programme__slug="anshan", locale__language_code="en")
    course = above.add_child(instance=CoursePage(title="Blocks", slug="blocks", locale=Locale.get_default()))
    kinds = [*FIRST, *(kind for kind in LessonBlocks().child_blocks if kind not in FIRST)]
    body = [{"type": kind, "value": value(kind, track.pk), "id": f"block-{kind}"} for kind in kinds]
    page = ReadingPage(
        title="Every block", slug="all", is_sample=True, objectives="Call for help\nStay", body=json.dumps(body)
    )
    course.add_child(instance=page)
    return str(page.get_url())


def value(kind: str, track: int) -> Any:
    """Return the example of a block; the film with its captions, and with a word that is explained."""
    found = EXAMPLES[kind]()
    if kind == "recording":
        found["captions"] = [{"language": "en", "file": track}]
    if kind == "terms":
        return [*found, {"word": "shoulder", "meaning": "Where the arm begins."}]
    return found
