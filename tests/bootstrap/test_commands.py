"""What each command sets up and hands over to."""

import pytest

from tools.bootstrap import commands
from tools.bootstrap.browser import Browser


@pytest.fixture
def handed_over(monkeypatch):
    """Return the list of programs handed over to, each with its words after the interpreter and its variables."""
    handed = []

    def hand_over(argv, env):
        handed.append((argv[1:], {key: value for key, value in env.items() if key.startswith("THREETWOONE_")}))
        return 7

    monkeypatch.delenv("THREETWOONE_CHROMIUM", raising=False)
    monkeypatch.setattr(commands, "hand_over", hand_over)
    monkeypatch.setattr(commands, "set_up", lambda places, *, for_tests: handed.append(for_tests))
    monkeypatch.setattr(commands.browser, "find", lambda places: Browser(None, "no browser."))
    monkeypatch.setattr(commands.os, "chdir", lambda folder: None)
    monkeypatch.setattr(commands.ports, "check_address", lambda host, port: None)
    return handed


def test_run_installs_no_test_package_and_passes_the_exit_code(places, handed_over):
    assert commands.main(["run", "--check"], places.root) == 7
    assert handed_over == [False, (["manage.py", "up", "--host", "127.0.0.1", "--port", "8000", "--check"], {})]


def test_another_address_is_explained(places, handed_over, capsys):
    commands.main(["run", "--host", "192.168.1.5", "--port", "80"], places.root)
    assert "everyone who can reach this machine" in capsys.readouterr().out
    assert handed_over[-1][0] == ["manage.py", "up", "--host", "192.168.1.5", "--port", "80"]


def test_everything_after_test_is_pytests_own(places, handed_over):
    commands.main(["test", "-m", "not browser", "--port"], places.root)
    missing = {"THREETWOONE_CHROMIUM_MISSING": "no browser."}
    assert handed_over == [True, (["-m", "pytest", "-m", "not browser", "--port"], missing)]


def test_a_code_is_asked_of_the_site(places, handed_over):
    commands.main(["code", "mei"], places.root)
    assert handed_over == [False, (["manage.py", "demo_code", "mei"], {})]


def test_setup_hands_over_to_nothing(places, handed_over, capsys):
    assert commands.main(["setup", "--tests"], places.root) == 0
    assert handed_over == [True]
    assert "Everything is set up" in capsys.readouterr().out


def test_a_folder_that_cannot_be_written_is_one_sentence(places, monkeypatch, capsys):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied", "var")

    monkeypatch.setattr(commands, "set_up", refuse)
    assert commands.main(["setup"], places.root) == 1
    assert "could not use var (Permission denied)" in capsys.readouterr().err


def test_ctrl_c_during_the_set_up_is_one_sentence(places, monkeypatch, capsys):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "set_up", interrupt)
    assert commands.main(["setup"], places.root) == 130
    assert "run the same command again" in capsys.readouterr().err
