"""The real thing: PostgreSQL stopped or crashed, SQLite held by somebody else, no room left to write."""

import asyncio
import json
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.faults.conftest import Ravaged
from tests.faults.serving import Server, served
from tests.faults.storm import judge
from tests.load.processes import descendants
from tests.load.sitters import Sitter, said
from tests.load.wire import Line

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]
FAULTS = 50
AT_ONCE = 5
LONGEST_SECONDS = 300


@contextmanager
def held(ravaged: Ravaged, server: Server) -> Iterator[None]:
    """Let somebody else hold the file for writing."""
    other = sqlite3.connect(ravaged.address.removeprefix("sqlite:///"), isolation_level=None, timeout=30)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


@contextmanager
def no_room(ravaged: Ravaged, pids: list[int]) -> Iterator[None]:
    """Let no file of these processes grow beyond its first sign."""
    for pid in pids:
        limit(ravaged, pid, "1")
    try:
        yield
    finally:
        for pid in pids:
            limit(ravaged, pid, "unlimited")


def limit(ravaged: Ravaged, pid: int, size: str) -> None:
    """Set how large the files of a process may grow, as the user whose process it is; one that is gone is none."""
    user = ravaged.cluster.as_server if ravaged.cluster else {}
    subprocess.run(["prlimit", f"--pid={pid}", f"--fsize={size}:"], capture_output=True, **user)


def full(ravaged: Ravaged, server: Server):
    """Let there be no room on the disk for whoever writes: our worker with SQLite, else PostgreSQL's own processes."""
    if ravaged.cluster is None:
        return no_room(ravaged, server.workers())
    return no_room(ravaged, descendants(ravaged.cluster.process.pid)[1:])


@contextmanager
def stopped(ravaged: Ravaged, server: Server, number: int = signal.SIGINT) -> Iterator[None]:
    """Stop PostgreSQL."""
    ravaged.cluster.stop(number)
    yield
    ravaged.cluster.start()


def crashed(ravaged: Ravaged, server: Server):
    """Stop PostgreSQL as a crash would."""
    return stopped(ravaged, server, signal.SIGQUIT)


if shutil.which("prlimit") is None:
    pytest.skip("util-linux has no prlimit here, which fills the disk of one process", allow_module_level=True)
TROUBLE: dict[str, list[Callable]] = {"sqlite": [held, full], "postgresql": [stopped, crashed, full]}


async def saved_by_all(sitters: list[Sitter], answers: list) -> None:
    """Send again what was not saved, until it is."""
    deadline = time.monotonic() + 60
    for sitter, answer in zip(sitters, answers, strict=True):
        while said(await sitter.save(answer)) != "saved":
            assert time.monotonic() < deadline, sitter.exchanges[-1]
            await asyncio.sleep(0.2)


async def meet(ravaged: Ravaged, server: Server, sitters: list[Sitter]) -> int:
    """Let all send an answer while the database is in trouble, kind by kind; return how many were refused for it."""
    for one in sitters:
        await one.start()
    refused, turn = 0, 0
    deadline = time.monotonic() + LONGEST_SECONDS
    while refused < FAULTS and time.monotonic() < deadline:
        kind = TROUBLE[ravaged.vendor][turn % len(TROUBLE[ravaged.vendor])]
        turn += 1
        answers = [one.choose(1 + turn % len(one.items), "abc"[turn % 3]) for one in sitters]
        with kind(ravaged, server):
            replies = await asyncio.gather(*(one.save(what) for one, what in zip(sitters, answers, strict=True)))
        for reply in replies:
            # A write may still have found room; then "saved" has to be true, which the verdict tells.
            if said(reply) != "saved":
                assert reply.status == 503, (kind.__name__, reply)
                assert json.loads(reply.body)["message"].startswith("Not saved yet:")
                refused += 1
        await saved_by_all(sitters, answers)
    return refused


def test_nobody_is_told_saved_while_the_database_is_in_trouble(ravaged, tmp_path, record_property):
    with served(ravaged.address, tmp_path) as server:
        sitters = [Sitter(Line(server.port, one), ravaged.ground) for one in ravaged.ground.headers[:AT_ONCE]]
        refused = asyncio.run(meet(ravaged, server, sitters))
        kinds = ", ".join(kind.__name__ for kind in TROUBLE[ravaged.vendor])
    record_property(f"{ravaged.vendor}: answers refused in a sentence while the database is {kinds}", refused)
    verdict = judge(sitters, ravaged.stored())
    assert verdict.is_clean, verdict
    assert refused >= FAULTS
