"""The courses arrive in the site, once, and an author's work is left alone."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from assessments.actions.regrading import apply_regrade
from assessments.models import AwarenessRule, Item, Question, QuestionnairePage, StepTest, TestForm, Topic, Wording
from assessments.rescoring import Change
from certificates.models import Award
from courses.models import Programme, ProgrammePage, ReadingPage, Step, VideoPage
from courses.plans import steps_of
from tests.factories.assessments import sitting
from tests.factories.courses import ARRIVED, CohortFactory, EnrolmentFactory
from tests.factories.people import UserFactory

CURRICULUM = settings.ROOT / "tests" / "samples" / "curriculum"
LESSON = "community/course/1-first-talk/1-listen-first.toml"


def load(**options: object) -> str:
    out = StringIO()
    call_command("load_curriculum", stdout=out, **({"folder": CURRICULUM} | options))
    return out.getvalue()


def newest(question: Question) -> Wording:
    return Wording.objects.filter(question=question, language="en").latest("version")


def lesson(language: str) -> ReadingPage:
    return ReadingPage.objects.get(slug="listen-first", locale__language_code=language)


@pytest.mark.django_db
class LoadCurriculumTests:
    @pytest.fixture(autouse=True)
    def site(self, loaded_site: None) -> None:
        """Look at one site, loaded once."""

    def test_steps_of_the_programme(self) -> None:
        steps = Step.objects.filter(programme__slug="anshan").order_by("sort_order")
        assert [(step.code, step.kind, step.opening, step.after and step.after.code) for step in steps] == [
            ("intake", "TEST", "AT_ONCE", None),
            ("read", "READ", "AFTER_STEP", "intake"),
            ("questionnaire", "QUESTIONNAIRE", "AFTER_STEP", "intake"),
            ("watch", "WATCH", "AFTER_STEP", "intake"),
            ("course", "COURSE", "AFTER_STEP", "intake"),
            ("end", "TEST", "AFTER_STEP", "course"),
            ("follow-up", "TEST", "OFFSET", "intake"),
            ("exam", "EXAM", "YEARLY", "end"),
        ]
        follow_up, exam = steps[6], steps[7]
        assert (follow_up.offset_months, follow_up.open_days) == (3, 14)
        assert (exam.window_from, exam.window_to, exam.pass_mark) == ("12-01", "12-31", 60)
        assert [step.test.wave for step in steps if step.kind in ("TEST", "EXAM")] == [
            "INTAKE",
            "END",
            "FOLLOW_UP",
            "ANNUAL",
        ]

    def test_awards_and_what_they_ask(self) -> None:
        asked = {award.slug: award.steps.count() for award in Award.objects.filter(programme__slug="anshan")}
        assert asked == {"course": 6, "three-two-one": 8}
        assert all(
            set(award.texts.values_list("language", flat=True)) == {"en", "zh-hans"} for award in Award.objects.all()
        )

    def test_two_forms_of_twenty_with_five_in_common(self) -> None:
        for form in TestForm.objects.all():
            assert form.items.count() == 20
            assert form.items.filter(is_anchor=True).count() == 5
        assert Item.objects.count() == 2 * 2 * 20

    def test_both_rules(self) -> None:
        rules = AwarenessRule.objects.filter(instrument__slug="anshan").values_list("slug", "version", "cut_off")
        assert set(rules) == {("mean-percent", 1, None), ("at-least-k", 1, 15)}

    def test_every_page_is_live_in_five_languages(self) -> None:
        for page in Page.objects.filter(locale__language_code="en", depth__gt=2):
            others = page.get_translations()
            assert others.count() == 4, page
            assert all(other.live for other in others)
            assert set(others.filter(alias_of=page.pk).values_list("locale__language_code", flat=True)) == {
                "my",
                "km",
                "vi",
            }

    def test_a_lesson_in_both_languages(self) -> None:
        english, chinese = lesson("en"), lesson("zh-hans")
        assert english.translation_key == chinese.translation_key
        assert [block.block_type for block in english.body] == [block.block_type for block in chinese.body]
        assert [block.id for block in english.body] == [block.id for block in chinese.body]
        assert english.body[0].block_type == "key"
        assert english.body[0].value != chinese.body[0].value

    def test_the_film_has_captions_in_both_languages(self) -> None:
        film = VideoPage.objects.get(locale__language_code="zh-hans")
        assert {track.language for track in film.captions.all()} == {"en", "zh-hans"}
        assert film.video.file.size > 0
        assert film.poster.name.endswith(".svg")
        assert film.transcript.count("\n") > 5

    def test_the_questionnaire_asks_eight_statements(self) -> None:
        page = QuestionnairePage.objects.get(locale__language_code="en")
        assert page.bank.questions.filter(kind="ATTITUDE").count() == 8

    def test_a_sample_lesson_is_open_to_visitors(self) -> None:
        page = ProgrammePage.objects.get(locale__language_code="zh-hans", programme__slug="anshan")
        assert page.sample.specific.is_sample
        assert page.sample.locale.language_code == "zh-hans"

    def test_a_second_run_changes_nothing(self) -> None:
        def state() -> list[int]:
            models = (Page, Revision, Question, Wording, Item, Step, Award, Programme)
            return [model.objects.count() for model in models]

        before = state()
        assert "0 pages made, 0 renewed" in load()
        assert state() == before

    def test_a_changed_file_renews_its_page_and_the_aliases(
        self, curriculum: Path, change: Callable[[str, str, str], None]
    ) -> None:
        change(LESSON, 'en = "A first talk', 'en = "Our first talk')
        assert "0 pages made, 1 renewed" in load(folder=curriculum)
        assert lesson("en").title == lesson("vi").title == "Our first talk that does not judge"

    def test_a_changed_question_becomes_a_new_wording(
        self, curriculum: Path, change: Callable[[str, str, str], None]
    ) -> None:
        change("community/questions.toml", 'stem = { en = "', 'stem = { en = "Now: ')
        load(folder=curriculum)
        held = Wording.objects.filter(question__bank__slug="community-treatment", version=2)
        assert [wording.language for wording in held] == ["en"]

    def test_a_question_that_staff_have_edited_is_overwritten_only_on_demand(self) -> None:
        question = Question.objects.get(code="AN-01")
        stem = question.texts.get(language="en").stem
        question.texts.filter(language="en").update(stem="Mine")
        Question.objects.get(pk=question.pk).save_revision(user=UserFactory()).publish()
        assert "anshan: AN-01" in load()
        assert newest(question).stem == "Mine"
        load(update=True)
        assert newest(question).stem == stem

    @pytest.mark.parametrize("update", [False, True])
    def test_a_key_that_was_mended_stays_mended(self, update: bool) -> None:
        question = Question.objects.get(code="AN-01")
        sitting(StepTest.objects.get(step__programme__slug="anshan", wave="INTAKE"))
        apply_regrade(Change(question, key="c"), reason="The file is wrong.", by=UserFactory(), on=ARRIVED)
        assert "anshan: AN-01" in load(update=update)
        question.refresh_from_db()
        assert question.key == "c"

    def test_a_key_nobody_has_met_follows_its_file(
        self, curriculum: Path, change: Callable[[str, str, str], None]
    ) -> None:
        change("community/questions.toml", 'key = "b"', 'key = "a"')
        load(folder=curriculum)
        assert Question.objects.get(code="CT-01").key == "a"

    def test_each_topic_names_what_to_read_again(self) -> None:
        ways = {topic.code: topic.read_again and topic.read_again.specific for topic in Topic.objects.all()}
        assert [code for code, page in ways.items() if page is None] == []
        assert (ways["overdose"].title, ways["passing"].slug) == ("Breath", "passing-on")

    def test_what_staff_let_people_read_again_is_changed_only_on_demand(self) -> None:
        topic = Topic.objects.get(code="talk")
        Topic.objects.filter(pk=topic.pk).update(read_again=Page.objects.get(pk=lesson("zh-hans").pk))
        load()
        topic.refresh_from_db()
        assert topic.read_again_id == lesson("zh-hans").pk
        load(update=True)
        topic.refresh_from_db()
        assert topic.read_again_id == lesson("en").pk

    def test_steps_that_an_author_has_put_together_are_written_anew_only_on_demand(self) -> None:
        programme = Programme.objects.get(slug="anshan")
        exam = Step.objects.filter(programme=programme, code="exam")
        exam.update(pass_mark=80)
        log(programme, "wagtail.edit", user=UserFactory())
        assert "anshan: exam" in load()
        assert exam.get().pass_mark == 80
        load(update=True)
        assert exam.get().pass_mark == 60

    def test_who_has_joined_is_held_to_the_steps_before_a_new_file(
        self, curriculum: Path, change: Callable[[str, str, str], None]
    ) -> None:
        cohort = CohortFactory(programme=Programme.objects.get(slug="community-treatment"))
        enrolment = EnrolmentFactory(cohort=cohort)
        change("community/programme.toml", 'after = "course"', 'after = "course"\npass_mark = 90')
        load(folder=curriculum)
        assert Step.objects.get(programme=cohort.programme, code="end").pass_mark == 90
        assert next(step.pass_mark for step in steps_of(enrolment) if step.code == "end") is None

    def test_an_authors_work_is_overwritten_only_on_demand(self) -> None:
        page = lesson("en")
        page.title = "Mine"
        page.save_revision(user=UserFactory()).publish()
        assert "Left as its author wrote it" in load()
        assert lesson("en").title == "Mine"
        load(update=True)
        assert lesson("en").title == "A first talk that does not judge"
