"""Measures saving answers against the floor, in turn in one run, and prints the goals A1 to A4 as tables."""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from config.supervisor import stop_signals_interrupt
from tests.load.arrivals import Arrivals, arrive
from tests.load.phases import Phase, allow_many_lines, phase
from tests.load.targets import Floor, Site, Target
from tests.postgresql import NoPostgreSQLError, cluster

RUSH = 200
BESIDE = 50


def main(words: list[str]) -> int:
    """Measure and print; 1 where an answer failed or was lost."""
    parser = argparse.ArgumentParser(prog="tests.load", description=__doc__)
    parser.add_argument("--sitters", type=int, nargs="+", default=[50, 200, 1000])
    parser.add_argument("--rounds", type=int, default=3, help="of each number of sitters (1,000 and more: one)")
    parser.add_argument("--questions", type=int, default=10)
    parser.add_argument("--on", nargs="+", default=["sqlite", "postgresql"])
    options = parser.parse_args(words)
    allow_many_lines(max(options.sitters))
    say(f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, load before {os.getloadavg()[0]:.1f}, {sys.version[:6]}")
    bad = 0
    with stop_signals_interrupt(), ExitStack() as stack:
        for kind in options.on:
            try:
                targets = stack.enter_context(Pair(kind, options))
            except NoPostgreSQLError as error:
                say(f"Not measured on PostgreSQL. {error}")
                continue
            bad += measure(kind, targets, options)
            targets.close()
    return min(1, bad)


class Pair(ExitStack):
    """Our site and the floor on one kind of database, prepared and running."""

    def __init__(self, kind: str, options: argparse.Namespace) -> None:
        super().__init__()
        self.site: Site
        self.floor: Floor
        try:
            self._prepare(kind, options)
        except BaseException:
            self.close()
            raise

    def _prepare(self, kind: str, options: argparse.Namespace) -> None:
        folder = Path(self.enter_context(tempfile.TemporaryDirectory(prefix="three-two-one-load-")))
        server = self.enter_context(cluster(durable=True)) if kind == "postgresql" else None
        people = sum(count * rounds(count, options) for count in options.sitters) + RUSH + BESIDE * 3 + 10
        for name, make in (("site", Site), ("floor", Floor)):
            place = folder / name
            place.mkdir()
            address = server.create(name) if server else f"sqlite:///{place / 'site.sqlite3'}"
            target = make(f"{'ours' if name == 'site' else name}, {kind}", place, address)
            self.callback(target.stop)
            target.prepare(people, options.questions)
            target.start()
            setattr(self, name, target)

    def __iter__(self) -> Iterator[Target]:
        return iter((self.site, self.floor))


def rounds(sitters: int, options: argparse.Namespace) -> int:
    """Return how often so many sit: the largest crowd once."""
    return 1 if sitters >= 1000 else options.rounds


def measure(kind: str, pair: Pair, options: argparse.Namespace) -> int:
    """Print all goals on one kind of database; return how many answers failed or were lost."""
    for target in pair:
        sit(target, target.sitters(2))
    say(f"\nA1, {kind}: {pair.site.statements()} statements an answer (goal: 5)\n")
    say(
        "| sitters | target | answers/s | p50 ms | p95 ms | CPU ms an answer | failed | lost | rate, p95 to the floor |"
    )
    say("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |")
    bad, tests = 0, {}
    for count in options.sitters:
        lines: dict[Target, list[tuple[Phase, Phase, Phase, int]]] = {target: [] for target in pair}
        for _ in range(rounds(count, options)):
            for target in pair:
                lines[target].append(sit(target, target.sitters(count)))
        floor = row(lines[pair.floor])
        for target in pair:
            mine = row(lines[target])
            ratio = f"{mine[0] / floor[0]:.2f}, {mine[2] / floor[2]:.2f}" if target is pair.site else ""
            cells = " | ".join(f"{one:.0f}" if one >= 100 else f"{one:.1f}" for one in mine[:4])
            say(f"| {count} | {target.name} | {cells} | {mine[4]} | {mine[5]} | {ratio} |")
            bad += mine[4] + mine[5]
            tests.setdefault(target.name, []).extend(lines[target])
    whole(tests, options.questions)
    quiet = phase_of_fifty(pair.site)
    rush(kind, arrive(pair.site, pair.site.sitters(BESIDE), RUSH), quiet, pair.site.hashes())
    return bad


def sit(target: Target, people: list) -> tuple[Phase, Phase, Phase, int]:
    """Let all start, answer and hand in; the three phases, and how many acknowledged answers are not there."""
    before = target.stored()
    started = phase(target, people, "start", lambda one: one.start())
    answered = phase(target, people, "answer", lambda one: one.answer_all())
    ended = phase(target, people, "hand in", lambda one: one.hand_in())
    acknowledged = sum(len(one.acknowledged) for one in people)
    return started, answered, ended, acknowledged - (target.stored() - before)


def row(runs: list[tuple[Phase, Phase, Phase, int]]) -> tuple[float, float, float, float, int, int]:
    """Return medians over the rounds: rate, p50, p95, CPU; and sums: failed, lost."""
    answers = [run[1] for run in runs]
    medians = (
        statistics.median(one.rate for one in answers),
        statistics.median(one.wait_ms(0.5) for one in answers),
        statistics.median(one.wait_ms(0.95) for one in answers),
        statistics.median(one.cpu_ms for one in answers),
    )
    return (*medians, sum(one.failed for run in runs for one in run[:3]), sum(abs(run[3]) for run in runs))


def whole(tests: dict[str, list[tuple[Phase, Phase, Phase, int]]], questions: int) -> None:
    """Print what a whole test costs the processors."""
    say(f"\nA2: CPU of a test of {questions} questions (goal: answers at most 40 ms and twice the floor)\n")
    say("| target | answers ms | start ms (two requests) | hand in ms |\n| --- | ---: | ---: | ---: |")
    for name, runs in tests.items():
        people = [len(run[1].statuses) / questions for run in runs]
        cells = [
            statistics.median(1000 * run[at].cpu / count for run, count in zip(runs, people, strict=True))
            for at in (1, 0, 2)
        ]
        say(f"| {name} | " + " | ".join(f"{one:.1f}" for one in cells) + " |")


def phase_of_fifty(site: Site) -> Phase:
    """Return the answers of fifty sitters with nothing beside them."""
    return sit(site, site.sitters(BESIDE))[1]


def rush(kind: str, seen: Arrivals, quiet: Phase, hashes: dict[str, float]) -> None:
    """Print what many sign-ins at once cost, and what answers wait meanwhile."""
    say(f"\nA4, {kind}: {seen.count} sign-ins at once, {seen.failed} failed, the last after {seen.seconds:.1f} s\n")
    say("| what | figure | goal |\n| --- | ---: | --- |")
    ours, default = hashes["ours"], hashes["pbkdf2"]
    say(f"| password check, CPU ms: ours / PBKDF2, ratio | {ours:.0f} / {default:.0f}, {ours / default:.2f} | 0.5 |")
    say(f"| sign-in, the server's CPU ms | {seen.cpu_ms:.0f} | |")
    say(
        f"| p95 ms of answers of {BESIDE} sitters meanwhile / alone | {seen.wait_ms:.0f} / {quiet.wait_ms(0.95):.0f} | as alone |"
    )
    say(f"| answers meanwhile: done, failed | {seen.answers}, {seen.unanswered} | 0 failed |")


def say(words: str) -> None:
    """Print at once."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
