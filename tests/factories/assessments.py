"""Factories of tests and sittings."""

import datetime

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from assessments.actions import save_answer, submit
from assessments.models import (
    AwarenessRule,
    Instrument,
    Item,
    Question,
    QuestionBank,
    QuestionnairePage,
    Sitting,
    StepTest,
    TestForm,
    Topic,
    Wording,
)
from tests.factories.courses import ARRIVED, EnrolmentFactory, StepFactory, course_with_lessons


def publish(form: TestForm) -> TestForm:
    """Freeze a form, as its author does."""
    form.published_at = timezone.now()
    form.save()
    return form


def instrument(slug: str = "knowledge", questions: int = 4, anchors: int = 1) -> Instrument:
    """Return an instrument with forms A and B of `questions` items, `anchors` of them on both; every key is "a"."""
    found = Instrument.objects.filter(slug=slug).first()
    if found:
        return found
    made = Instrument.objects.create(slug=slug, name=slug.title())
    bank = QuestionBank.objects.create(slug=slug, name=slug.title())
    topics = [
        Topic.objects.create(bank=bank, code=code, names={"en": code.title()}, position=at)
        for at, code in enumerate(["breath", "blood"])
    ]
    forms = {letter: TestForm.objects.create(instrument=made, letter=letter) for letter in "AB"}
    shared = [f"Q{number}" for number in range(anchors)]
    papers = {letter: shared + [f"{letter}{number}" for number in range(questions - anchors)] for letter in forms}
    topic_of = {code: topics[position % 2] for paper in papers.values() for position, code in enumerate(paper, 1)}
    # In a few statements: reports ask for an instrument of 35 questions in every test.
    asked = Question.objects.bulk_create(
        Question(bank=bank, code=code, key="a", topic=topic) for code, topic in topic_of.items()
    )
    Wording.objects.bulk_create(
        Wording(
            question=one,
            language=language,
            stem=stem.format(one.code),
            options=[{"id": option, "text": f"{one.code} {option}"} for option in "abc"],
        )
        for one in asked
        for language, stem in (("en", "What about {}?"), ("zh-hans", "{}怎么办？"))
    )
    by_code = {one.code: one for one in asked}
    Item.objects.bulk_create(
        Item(form=forms[letter], question=by_code[code], position=position, is_anchor=position <= anchors)
        for letter, paper in papers.items()
        for position, code in enumerate(paper, 1)
    )
    for form in forms.values():
        publish(form)
    AwarenessRule.objects.create(instrument=made, slug="mean-percent", kind="MEAN_PERCENT")
    AwarenessRule.objects.create(instrument=made, slug="at-least-k", kind="AT_LEAST_K", cut_off=3)
    return made


class StepTestFactory(DjangoModelFactory):
    """The intake test of a programme, on an instrument of four questions."""

    class Meta:
        model = StepTest

    step = factory.SubFactory(StepFactory, kind="TEST", code="intake")
    wave = "INTAKE"
    instrument = factory.LazyFunction(instrument)


def sitting(
    test: StepTest,
    enrolment=None,
    *,
    form: str = "A",
    right: int | None = None,
    submitted_on: datetime.date | None = None,
    **fields,
) -> Sitting:
    """Return a sitting; with `right` it holds answers to all items, so many of them right; with a day it is submitted."""
    enrolment = enrolment or EnrolmentFactory(cohort__programme=test.step.programme)
    made = Sitting.objects.create(
        enrolment=enrolment,
        test=test,
        form=test.instrument.forms.get(letter=form),
        language="en",
        started_at=timezone.now(),
        **{"pass_mark": test.step.pass_mark} | fields,
    )
    if right is not None:
        for at, item in enumerate(made.form.items.all()):
            save_answer(made, item, "a" if at < right else "b", sequence=at + 1, come_back=False, at=timezone.now())
    if submitted_on is not None:
        submit(made, on=submitted_on)
        made.refresh_from_db()
    return made


def questionnaire(programme, statements: int = 3) -> QuestionnairePage:
    """Return a live questionnaire of a programme with its own step, which opens at once."""
    bank = QuestionBank.objects.create(slug="attitudes", name="Attitudes")
    for number in range(1, statements + 1):
        question = Question.objects.create(bank=bank, code=f"S{number}", kind="ATTITUDE", type="rating", better="agree")
        for language, stem in (("en", f"Statement {number}"), ("zh-hans", f"说法{number}")):
            Wording.objects.create(question=question, language=language, stem=stem)
    course, _lessons = course_with_lessons(programme, lessons=1, slug="views")
    page = course.add_child(instance=QuestionnairePage(title="What do you think?", slug="questionnaire", bank=bank))
    StepFactory(programme=programme, code="questionnaire", kind="QUESTIONNAIRE", page=page)
    return page


def add_question(form: TestForm, code: str, *, position: int = 50, options: str = "abc", **fields) -> Question:
    """Put one more question on a form and return it, as if it had stood there when the form was published."""
    bank = QuestionBank.objects.get_or_create(slug="more", name="More")[0]
    topic = Topic.objects.get_or_create(bank=bank, code="more", defaults={"names": {"en": "More"}})[0]
    question, made = Question.objects.get_or_create(bank=bank, code=code, defaults={"topic": topic} | fields)
    if made:
        Wording.objects.create(
            question=question,
            language="en",
            stem=f"What about {code}?",
            options=[{"id": one, "text": f"{code} {one}"} for one in options],
        )
    published_at = form.published_at
    TestForm.objects.filter(pk=form.pk).update(published_at=None)
    Item.objects.create(form=form, question=question, position=position)
    TestForm.objects.filter(pk=form.pk).update(published_at=published_at)
    return question


def open_question(form: TestForm, most: int = 4) -> Item:
    """Put a free text of so many points on a form; return its item."""
    question = add_question(form, "Own words", options="", type="open-text", key=str(most))
    return question.items.get(form=form)


def behaviour_questions(form: TestForm, count: int = 2) -> list[Question]:
    """Put questions about behaviour on a form: what its blind ballot asks."""
    return [
        add_question(form, f"Habit {at}", position=60 + at, kind="BEHAVIOUR", type="single-choice")
        for at in range(count)
    ]


def written_sitting(test: StepTest, enrolment, item: Item, text: str = "I would call for help first.", right: int = 3):
    """Return a sitting that is handed in, with so many right answers and a free text."""
    one = sitting(test, enrolment)
    for at, asked in enumerate(one.form.items.exclude(pk=item.pk)):
        save_answer(one, asked, "a" if at < right else "b", sequence=at + 1, come_back=False, at=timezone.now())
    save_answer(one, item, text, sequence=90, come_back=False, at=timezone.now())
    submit(one, on=ARRIVED)
    one.refresh_from_db()
    return one
