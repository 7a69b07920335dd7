"""A bank of questions in the file of a course. What is here already is compared and never changed: people may have sat it."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.actions.publishing import RefusedError, publish_wordings
from assessments.models import Question, QuestionBank, QuestionPicture, QuestionText, Topic
from courses.exchange.faults import Report
from courses.exchange.references import Incoming, Outgoing
from people.models import Audience

PLAIN = ("code", "kind", "type", "key", "scoring", "better", "family", "facts", "source")
TEXT = ("language", "stem", "options", "accepted", "unit", "rationale")
QUESTION = {*PLAIN, "tolerance", "topic", "audiences", "texts", "pictures", "live"}


def bank_out(bank: QuestionBank, refs: Outgoing) -> dict[str, Any]:
    """Return a bank with its topics and all its questions."""
    questions = bank.questions.select_related("topic").prefetch_related("texts", "pictures__image", "audiences")
    return {
        "slug": bank.slug,
        "name": bank.name,
        "topics": [
            {
                "code": one.code,
                "names": one.names,
                "read_again": refs.page(one.read_again_id) if one.read_again_id else None,
            }
            for one in bank.topics.order_by("position", "code")
        ],
        "questions": [question_out(one, refs) for one in questions.order_by("code")],
    }


def question_out(question: Question, refs: Outgoing) -> dict[str, Any]:
    """Return a question as it stands, with its pictures."""
    pictures = sorted(question.pictures.all(), key=lambda one: one.letter)
    return {
        **terms_of(question),
        "pictures": [{"letter": one.letter, "image": refs.medium("image", one.image)} for one in pictures],
        "live": question.live,
    }


def terms_of(question: Question) -> dict[str, Any]:
    """Return what is asked and what is right, in every language: two sites must agree on it."""
    texts = sorted(question.texts.all(), key=lambda one: one.language)
    return {
        **{name: getattr(question, name) for name in PLAIN},
        "tolerance": None if question.tolerance is None else format(question.tolerance.normalize(), "f"),
        "topic": question.topic.code if question.topic_id else None,
        "audiences": sorted(one.code for one in question.audiences.all()),
        "texts": [{name: getattr(one, name) for name in TEXT} for one in texts],
    }


def check_bank(data: Any, report: Report) -> None:
    """Note questions without shape, and those that are other questions here under the same code."""
    place = _("questions")
    if not isinstance(data, dict) or not {"slug", "name", "topics", "questions"} <= set(data):
        report.fault(place, _("Something is missing here. Export the course again."))
        return
    codes = [one.get("code") for one in data["questions"] if isinstance(one, dict) and set(one) == QUESTION]
    if len(codes) != len(data["questions"]) or len(set(codes)) != len(codes):
        report.fault(f"{place} {data['slug']}", _("A question is incomplete, or its code stands twice."))
    topics = {one.get("code") for one in data["topics"] if isinstance(one, dict)}
    for one in data["questions"]:
        if isinstance(one, dict) and one.get("topic") not in {None, *topics}:
            report.fault(
                f"{place} {data['slug']}", _("The topic “%(code)s” is not in the file.") % {"code": one["topic"]}
            )


def write_bank(data: Mapping[str, Any], refs: Incoming, report: Report) -> None:
    """Write what this site does not hold of a bank; a question that is another one here is a fault."""
    bank, _made = QuestionBank.objects.get_or_create(slug=data["slug"], defaults={"name": data["name"]})
    topics = {one.code: one for one in bank.topics.all()}
    for position, one in enumerate(data["topics"]):
        if one["code"] not in topics:
            topics[one["code"]] = Topic.objects.create(
                bank=bank, code=one["code"], names=one["names"], position=position
            )
    audiences = {one.code: one for one in Audience.objects.all()}
    held = {one.code: one for one in bank.questions.select_related("topic").prefetch_related("texts", "audiences")}
    for wanted in data["questions"]:
        place = f"{_('question')} {wanted['code']}"
        if wanted["code"] not in held:
            _write(bank, wanted, topics, audiences, refs, report, place)
        elif terms_of(held[wanted["code"]]) != {name: wanted[name] for name in QUESTION - {"pictures", "live"}}:
            report.fault(place, _("Another question has this code here. Change the code on one of the two sites."))
        else:
            report.same.append(place)


def _write(
    bank: QuestionBank,
    wanted: Mapping[str, Any],
    topics: Mapping[str, Topic],
    audiences: Mapping[str, Audience],
    refs: Incoming,
    report: Report,
    place: str,
) -> None:
    """Write a question and publish it where it was published."""
    question = Question(
        bank=bank, topic=topics.get(wanted["topic"]), live=bool(wanted["live"]),
        tolerance=wanted["tolerance"], **{name: wanted[name] for name in PLAIN},
    )  # fmt: skip
    try:
        question.full_clean(exclude=["latest_revision", "live_revision"])
        question.save()
        question.audiences.set([audiences[code] for code in wanted["audiences"] if code in audiences])
        question.texts.set([QuestionText(**{name: text[name] for name in TEXT}) for text in wanted["texts"]])
        question.pictures.set(
            [
                QuestionPicture(letter=one["letter"], image_id=refs.media[one["image"]])
                for one in wanted["pictures"]
                if one["image"] in refs.media
            ]
        )
        question.save()
        if question.live:
            publish_wordings(question, at=timezone.now())
    except (ValidationError, RefusedError, KeyError, TypeError, ValueError) as error:
        report.fault(
            place, _("This site refuses it: %(why)s") % {"why": " ".join(getattr(error, "messages", [str(error)]))}
        )
        return
    report.made.append(place)
