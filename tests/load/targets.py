"""What is measured: our site and the floor, each on SQLite and PostgreSQL, each on the server as it is shipped."""

import asyncio
import itertools
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from config.groundwork.servers import web_server
from tests.browser.templates import ROOT, collected_static, environment
from tests.load.processes import cpu_seconds, descendants, end, free_port
from tests.load.sitters import Ground, Sitter
from tests.load.wire import Line

START_SECONDS = 60


@dataclass(eq=False)
class Target:
    """A server with people who have not yet sat; `name` says which and on what."""

    name: str
    place: Path
    database: str
    port: int = field(default_factory=free_port)
    process: "subprocess.Popen[bytes] | None" = None
    application = "config.wsgi:application"
    ready = "/en/me/"

    def environment(self) -> dict[str, str]:
        """Return the variables that the server runs with."""
        return environment(self.place, DATABASE_URL=self.database)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        with (self.place / "web.log").open("ab") as log:
            self.process = subprocess.Popen(
                web_server("127.0.0.1", self.port, self.application),
                cwd=ROOT,
                env=self.environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + START_SECONDS
        while not asyncio.run(self._answers()):
            if self.process.poll() is not None or time.monotonic() > deadline:
                log = (self.place / "web.log").read_text()[-3000:]
                self.stop()
                raise RuntimeError(f"{self.name} did not come up:\n{log}")
            time.sleep(0.1)

    def stop(self) -> None:
        """End the server and all it started."""
        if self.process is not None:
            end(self.process)
        self.process = None

    def cpu(self) -> float:
        """Return the processor seconds the server has used so far, all its processes together."""
        return cpu_seconds(descendants(self.process.pid))

    def run(self, module: str, *words: str) -> object:
        """Run a module in a process of the target's own and return the JSON it wrote."""
        argv = [sys.executable, "-m", module, *words]
        done = subprocess.run(argv, cwd=ROOT, env=self.environment(), capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"{self.name}: {module} {words} failed:\n{done.stderr[-3000:]}")
        return json.loads(done.stdout.rpartition("\n")[2])

    async def _answers(self) -> bool:
        line = Line(self.port, patience=20)
        reply = await line.get(self.ready)
        line.close()
        return 200 <= reply.status < 500


class Site(Target):
    """Ours."""

    def prepare(self, learners: int, questions: int) -> None:
        """Make a site with a test and learners in an empty folder and an empty database."""
        collected_static(self.place)
        self.ground = Ground(**self.run("tests.load.grounding", "make", str(learners), str(questions)))
        self.nobody_yet = itertools.count()

    def sitters(self, count: int) -> list[Sitter]:
        """Return so many learners who have not sat yet."""
        taken = list(itertools.islice(self.nobody_yet, count))
        if taken[-1] >= len(self.ground.headers):
            raise RuntimeError(f"{self.name}: more learners are needed than the {len(self.ground.headers)} prepared.")
        return [Sitter(Line(self.port, self.ground.headers[at]), self.ground) for at in taken]

    def stored(self) -> int:
        """Return how many answers there are."""
        return len(self.run("tests.load.grounding", "stored", str(self.ground.test)))

    def statements(self) -> int:
        """Return how many statements an answer costs."""
        return int(self.run("tests.load.grounding", "statements", str(self.ground.test)))

    def hashes(self) -> dict[str, float]:
        """Return what checking a password costs: milliseconds by the name of the hash."""
        return self.run("tests.load.grounding", "hashes", "3")


class FloorSitter:
    """Somebody who sends answers to the floor, and nothing else."""

    def __init__(self, line: Line, count: int) -> None:
        self.line, self.count = line, count
        self.exchanges: list[tuple[str, int, float]] = []
        self.acknowledged: list[int] = []

    async def start(self) -> None:
        """Need no start."""

    async def answer_all(self) -> None:
        """Send every answer in turn, without a pause."""
        for item in range(1, self.count + 1):
            began = time.perf_counter()
            reply = await self.line.post("/answer/", {"item": item, "sequence": 1, "choice": "abc"[item % 3]})
            self.exchanges.append(("answer", reply.status, time.perf_counter() - began))
            if reply.status == 200:
                self.acknowledged.append(item)

    async def hand_in(self) -> None:
        """Need no end."""


class Floor(Target):
    """The least that Django can do."""

    application = "tests.load.floor:application"
    ready = "/hello/"

    def environment(self) -> dict[str, str]:
        """Return the variables that the server runs with; the floor makes its settings by itself."""
        return {**os.environ, "DATABASE_URL": self.database}

    def prepare(self, learners: int, questions: int) -> None:
        """Make tables and accounts in an empty database."""
        self.headers = iter(self.run("tests.load.floor", "make", str(learners)))
        self.questions = questions

    def sitters(self, count: int) -> list[FloorSitter]:
        """Return so many people who have not sent anything."""
        return [FloorSitter(Line(self.port, next(self.headers)), self.questions) for _ in range(count)]

    def stored(self) -> int:
        """Return how many rows there are."""
        return int(self.run("tests.load.floor", "count"))
