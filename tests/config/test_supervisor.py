"""Children are started together and end together, those they started themselves included."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from config.supervisor import Children, GivenUpError, stop_signals_interrupt

SLEEPER = "import time; time.sleep(60)"
# Leaves a child of its own behind, as the worker does when it is killed.
PARENT = (
    f"import subprocess, sys; print(subprocess.Popen([sys.executable, '-c', '{SLEEPER}']).pid, flush=True); {SLEEPER}"
)
DEAF = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); {SLEEPER}"


@pytest.fixture(autouse=True)
def handlers():
    """Put the test runner's own signal handlers back."""
    with stop_signals_interrupt():
        yield


def start(children: Children, folder: Path, code: str):
    log = folder / "child.log"
    return children.start("child", [sys.executable, "-c", code], log, cwd=folder, env=os.environ)


def wait_for(condition, seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A zombie whose parent has gone is still listed until it is collected.
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"


class ChildrenTests:
    def test_they_end_with_the_block(self, tmp_path: Path) -> None:
        with Children() as children:
            first, second = start(children, tmp_path, SLEEPER), start(children, tmp_path, SLEEPER)
            assert children.first_dead() is None
        assert not first.is_running
        assert not second.is_running

    def test_one_that_ends_by_itself_is_found_with_its_last_words(self, tmp_path: Path) -> None:
        (tmp_path / "child.log").write_text("of an earlier run\n")
        with Children() as children:
            child = start(children, tmp_path, "print('no database'); raise SystemExit(3)")
            wait_for(lambda: children.first_dead() is child)
            assert child.last_words() == "no database"

    def test_grandchildren_end_too(self, tmp_path: Path) -> None:
        with Children() as children:
            child = start(children, tmp_path, PARENT)
            wait_for(lambda: child.last_words())
            grandchild = int(child.last_words())
        wait_for(lambda: not is_alive(grandchild))

    def test_a_deaf_child_is_ended_by_force(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("config.supervisor.GRACE_SECONDS", 0.3)
        with Children() as children:
            child = start(children, tmp_path, DEAF)
            wait_for(lambda: child.last_words())
        assert child.process.returncode == -signal.SIGKILL

    def test_sigterm_stops_as_ctrl_c_does(self, tmp_path: Path) -> None:
        with pytest.raises(KeyboardInterrupt), stop_signals_interrupt(), Children() as children:
            child = start(children, tmp_path, SLEEPER)
            os.kill(os.getpid(), signal.SIGTERM)
            wait_for(lambda: False)
        assert not child.is_running


class ReturnTests:
    def test_one_that_was_killed_is_started_again(self, tmp_path: Path) -> None:
        with Children() as children:
            child, other = start(children, tmp_path, SLEEPER), start(children, tmp_path, SLEEPER)
            assert children.bring_back() == []
            first, kept = child.process.pid, other.process.pid
            os.kill(first, signal.SIGKILL)
            wait_for(lambda: not child.is_running)
            assert children.bring_back() == [child]
            assert child.is_running
            assert (child.process.pid != first, other.process.pid) == (True, kept)

    def test_what_it_left_behind_ends_before_it_starts_again(self, tmp_path: Path) -> None:
        with Children() as children:
            child = start(children, tmp_path, PARENT)
            wait_for(lambda: child.last_words())
            grandchild = int(child.last_words())
            os.kill(child.process.pid, signal.SIGKILL)
            wait_for(lambda: not child.is_running)
            children.bring_back()
            wait_for(lambda: not is_alive(grandchild))

    def test_one_that_keeps_ending_is_given_up(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("config.supervisor.MOST_RETURNS", 2)
        with Children() as children:
            child = start(children, tmp_path, "raise SystemExit(3)")
            for _ in range(2):
                wait_for(lambda: not child.is_running)
                children.bring_back()
            wait_for(lambda: not child.is_running)
            with pytest.raises(GivenUpError) as given_up:
                children.bring_back()
            assert given_up.value.args == (child,)
