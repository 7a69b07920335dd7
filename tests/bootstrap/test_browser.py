"""The browser for the tests: the machine's, or a reason why there is none."""

import pytest

from tools.bootstrap import browser
from tools.bootstrap.failure import Failure


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch, tmp_path):
    monkeypatch.delenv("THREETWOONE_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "programs"))


def test_the_browser_of_the_machine_comes_first(places, program):
    folder = program("google-chrome", "echo Google Chrome 150")
    assert browser.find(places).environment() == {"THREETWOONE_CHROMIUM": str(folder / "google-chrome")}


def test_a_stub_that_does_not_answer_is_passed_over(places, program):
    program("chromium-browser", "echo install the snap; exit 1")
    folder = program("google-chrome", "echo Google Chrome 150")
    assert browser.find(places).path == folder / "google-chrome"


def test_a_browser_can_be_named(places, program, monkeypatch):
    folder = program("mine", "echo Chromium 150")
    monkeypatch.setenv("THREETWOONE_CHROMIUM", str(folder / "mine"))
    assert browser.find(places).path == folder / "mine"


def test_without_one_the_tests_learn_the_reason(places, monkeypatch):
    def refuse(_places):
        raise Failure("The registry cannot be reached.")

    monkeypatch.setattr(browser, "_install", refuse)
    monkeypatch.setattr(browser.platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(browser.sys, "platform", "linux")
    assert browser.find(places).environment() == {"THREETWOONE_CHROMIUM_MISSING": "The registry cannot be reached."}


def test_other_systems_have_to_bring_their_own(places, monkeypatch):
    monkeypatch.setattr(browser.platform, "machine", lambda: "arm64")
    assert "install Chromium or Google Chrome" in browser.find(places).missing
