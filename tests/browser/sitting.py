"""A test on a screen: twenty questions, each saved at once, handed in once."""

from dataclasses import dataclass

from playwright.sync_api import expect

from tests.browser.learner import CLOCK, Learner

QUESTIONS = 20
# Ticked by a script, a choice is not saved at once, so that the button's own saving is what counts here.
CHOOSE_AND_GO_ON = """option => {
  const form = document.querySelector("#sitting");
  form.elements.choice[option].checked = true;
  form.requestSubmit(form.querySelector("[name=go][value=next]"));
}"""


@dataclass
class Sitting:
    """A learner in the middle of a test."""

    learner: Learner

    @classmethod
    def begin(cls, learner: Learner, name: str = "") -> "Sitting":
        """Press the button of the page before the test; a sitting under way goes on."""
        if name:
            learner.see(f"{name}-before")
        learner.send()
        learner.is_at(r"sittings/[0-9a-f-]{36}/1/")
        return cls(learner)

    def choose(self, option: int) -> None:
        """Choose an answer and wait until the page says that it is saved."""
        page = self.learner.page
        page.locator(".pick label").nth(option).click()
        expect(page.locator("#state .saved:not(.waiting):not(.unsaved)")).to_have_text(CLOCK)

    def go_to(self, number: int) -> None:
        """Open a question by the overview."""
        self.learner.page.locator(".over a").nth(number - 1).click()
        self.learner.is_at(rf"sittings/[0-9a-f-]{{36}}/{number}/")

    def chosen(self) -> int:
        """Return which answer of this question is chosen, -1 for none."""
        marks = [radio.is_checked() for radio in self.learner.page.locator("[name=choice]").all()]
        return marks.index(True) if any(marks) else -1

    def answered(self) -> int:
        """Return how many questions the overview shows as saved."""
        return self.learner.page.locator(".over .did").count()

    def hurry(self, first: int) -> None:
        """Answer from question `first` to the last as fast as Next saves."""
        page = self.learner.page
        for number in range(first, QUESTIONS + 1):
            with page.expect_navigation():
                page.evaluate(CHOOSE_AND_GO_ON, number % 3)
            self.learner.is_at(rf"sittings/[0-9a-f-]{{36}}/({number + 1}|finish)/")

    def hand_in(self, name: str) -> None:
        """Confirm the end; every question counts as answered."""
        assert self.answered() == QUESTIONS
        self.learner.see(f"{name}-finish")
        self.learner.send()
        self.learner.is_at(r"sittings/[0-9a-f-]{36}/result/")
        self.learner.see(f"{name}-result")
