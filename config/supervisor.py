"""The children of `up`: the web server and the worker, started together and stopped together.

Each child leads a session of its own. So Ctrl-C in the terminal reaches `up` alone, which then stops each child in
good order; and whatever a child has started itself (the worker forks) can be reached as its group.

A child that ends by itself, killed for its memory say, is started again; one that keeps ending is given up.
"""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

GRACE_SECONDS = 10.0
LAST_WORDS = 12
# A child that has been started again so often within so long a time is not started once more.
MOST_RETURNS = 30
WITHIN_SECONDS = 600.0
HAS_GROUPS = hasattr(os, "killpg")
STOP_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


@dataclass
class Child:
    """A running program, what it is called in a sentence, and the file that keeps what it says."""

    name: str
    argv: Sequence[str]
    log: Path
    cwd: Path
    env: Mapping[str, str]
    process: "subprocess.Popen[bytes]" = field(init=False)
    log_start: int = 0
    # When it was started again, by the machine's own clock.
    returns: list[float] = field(default_factory=list)

    @property
    def is_running(self) -> bool:
        """Tell whether it is still there."""
        return self.process.poll() is None

    def start(self) -> None:
        """Start it, in a session of its own, its output added to the log."""
        with self.log.open("ab") as sink:
            self.log_start = sink.tell()
            self.process = subprocess.Popen(  # noqa: S603 -- our own programs
                self.argv,
                cwd=self.cwd,
                env=dict(self.env),
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=subprocess.STDOUT,
                start_new_session=HAS_GROUPS,
            )

    def last_words(self) -> str:
        """Return the end of what it said since it was started."""
        with self.log.open("rb") as file:
            file.seek(self.log_start)
            text = file.read().decode(errors="replace")
        return "\n".join(text.strip().splitlines()[-LAST_WORDS:])


class GivenUpError(Exception):
    """A child keeps ending by itself; the argument is the child."""


class Children:
    """All children; leaving the `with` block stops those that are left, and no signal interrupts that."""

    def __init__(self) -> None:
        self.all: list[Child] = []

    def __enter__(self) -> "Children":
        return self

    def __exit__(self, *error: object) -> None:
        for number in STOP_SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        self.stop()

    def start(self, name: str, argv: Sequence[str], log: Path, *, cwd: Path, env: Mapping[str, str]) -> Child:
        """Start a program in a session of its own, its output added to `log`."""
        log.parent.mkdir(parents=True, exist_ok=True)
        child = Child(name, argv, log, cwd, env)
        child.start()
        self.all.append(child)
        return child

    def first_dead(self) -> Child | None:
        """Return a child that has ended by itself, None while all are running."""
        return next((child for child in self.all if not child.is_running), None)

    def bring_back(self) -> list[Child]:
        """Start again each child that has ended by itself and return them; nothing is done while all are running.

        Raises GivenUpError for one that keeps ending.
        """
        ended = [child for child in self.all if not child.is_running]
        for child in ended:
            now = time.monotonic()
            child.returns = [*(moment for moment in child.returns if now - moment < WITHIN_SECONDS), now]
            if len(child.returns) > MOST_RETURNS:
                raise GivenUpError(child)
            # What it has left behind would keep its port.
            _end_group(child)
            child.start()
        return ended

    def stop(self) -> None:
        """Ask every child to end, wait, then end by force whatever is left of it and of its own children."""
        for child in self.all:
            if child.is_running:
                child.process.terminate()
        deadline = time.monotonic() + GRACE_SECONDS
        for child in self.all:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.process.wait(max(0.0, deadline - time.monotonic()))
            _end_group(child)
            child.process.wait()
        self.all.clear()


def _end_group(child: Child) -> None:
    """Kill what is left of a child's group; its id cannot belong to anybody else while a member lives."""
    if not HAS_GROUPS:
        child.process.kill()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.process.pid, signal.SIGKILL)


@contextlib.contextmanager
def stop_signals_interrupt() -> Iterator[None]:
    """Let every signal that asks to stop raise KeyboardInterrupt, as Ctrl-C does; afterwards all is as it was."""
    before = {number: signal.signal(number, _interrupt) for number in STOP_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
