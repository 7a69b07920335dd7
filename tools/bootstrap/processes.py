"""Run installers quietly with their output kept, and hand over to the program that was asked for."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Outcome:
    """What a finished program left: its exit code, all it wrote, and the file that keeps it."""

    code: int
    output: str
    log: Path


def say(sentence: str) -> None:
    """Tell the person at the keyboard at once, even through a pipe."""
    print(sentence, flush=True)


def run_logged(argv: Sequence[str | Path], log: Path, *, cwd: Path, env: Mapping[str, str] | None = None) -> Outcome:
    """Run `argv` to its end with no input, writing everything it says to `log`."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as sink:
        done = subprocess.run(argv, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=sink, stderr=subprocess.STDOUT)
    return Outcome(done.returncode, log.read_text(errors="replace"), log)


def answer(argv: Sequence[str | Path], *, env: Mapping[str, str] | None = None) -> str | None:
    """Return what a short question to a program prints, or None when it cannot be asked or fails."""
    try:
        done = subprocess.run(argv, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def hand_over(argv: Sequence[str | Path], env: Mapping[str, str]) -> int:
    """Become `argv`, so that signals and the exit code are its own."""
    words = [str(word) for word in argv]
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(words[0], words, dict(env))
    # Windows has no exec: wait instead; Ctrl-C reaches the whole console group, and the child decides.
    with subprocess.Popen(words, env=dict(env)) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue
