"""One phase of a run: everybody does the same thing at the same moment, and what it cost."""

import asyncio
import resource
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tests.load.targets import Target

Deed = Callable[[Any], Awaitable[Any]]


@dataclass(frozen=True)
class Phase:
    """What a phase took: seconds of time and of the server's processors, and every exchange of the kind that counts."""

    seconds: float
    cpu: float
    statuses: list[int]
    waits: list[float]

    @property
    def failed(self) -> int:
        """How many were not done."""
        return sum(not 200 <= status < 400 for status in self.statuses)

    @property
    def rate(self) -> float:
        """How many were done in a second."""
        return (len(self.statuses) - self.failed) / self.seconds

    @property
    def cpu_ms(self) -> float:
        """What one of them cost the server's processors."""
        return 1000 * self.cpu / max(1, len(self.statuses))

    def wait_ms(self, share: float) -> float:
        """Return how long the quickest `share` of them waited at most."""
        ordered = sorted(self.waits)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


def phase(target: Target, people: Sequence[Any], kind: str, deed: Deed) -> Phase:
    """Let all do a deed at once; exchanges called `kind` are what is counted."""
    for one in people:
        one.exchanges.clear()
    before, began = target.cpu(), time.perf_counter()
    asyncio.run(_all(people, deed))
    seconds, cpu = time.perf_counter() - began, target.cpu() - before
    done = [(status, wait) for one in people for what, status, wait in one.exchanges if what == kind]
    return Phase(seconds, cpu, [status for status, _wait in done], [wait for _status, wait in done])


async def _all(people: Sequence[Any], deed: Deed) -> None:
    async def alone(one: Any) -> None:
        await deed(one)
        # A line belongs to the loop it was opened in.
        one.line.close()

    await asyncio.gather(*(alone(one) for one in people))


def allow_many_lines(count: int) -> None:
    """Let this process, and the servers it starts, hold so many lines open. Raises ValueError beyond the hard limit."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = count * 2 + 200
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
