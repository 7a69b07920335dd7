"""A rush of sign-ins beside people who sit a test already."""

import asyncio
import itertools
import time
from collections.abc import Sequence
from dataclasses import dataclass

from tests.load.sitters import Sitter
from tests.load.targets import Site
from tests.load.wire import TOKEN, Line, Reply

# A classroom each: the limit of tries counts by address.
PEOPLE_AN_ADDRESS = 50
LONGEST_SECONDS = 240
TRIES = 30


@dataclass(frozen=True)
class Arrivals:
    """How the rush went, and what the answers of the others waited."""

    count: int
    failed: int
    seconds: float
    cpu_ms: float
    answers: int
    unanswered: int
    wait_ms: float


def arrive(site: Site, beside: Sequence[Sitter], count: int) -> Arrivals:
    """Let so many sign in at once while others answer without a pause."""
    return asyncio.run(_arrive(site, beside, count))


async def _arrive(site: Site, beside: Sequence[Sitter], count: int) -> Arrivals:
    await asyncio.gather(*(one.start() for one in beside))
    for one in beside:
        one.exchanges.clear()
    cookie = site.ground.headers[0]["Cookie"].rpartition("; ")[2]
    newcomers = [
        Sitter(
            Line(
                site.port,
                {"Cookie": f"nobody=1; {cookie}", "X-CSRFToken": TOKEN},
                source=f"127.0.1.{1 + at // PEOPLE_AN_ADDRESS}",
                patience=LONGEST_SECONDS,
            ),
            site.ground,
        )
        for at in range(count)
    ]
    handles = site.ground.handles[-count:]
    over = asyncio.Event()
    others = asyncio.gather(*(_answer_until(one, over) for one in beside))
    before, began = site.cpu(), time.perf_counter()
    replies = await asyncio.gather(*(_sign_in(one, name) for one, name in zip(newcomers, handles, strict=True)))
    seconds, cpu = time.perf_counter() - began, site.cpu() - before
    over.set()
    await others
    for one in itertools.chain(newcomers, beside):
        one.line.close()
    answers = [(status, wait) for one in beside for what, status, wait in one.exchanges if what == "answer"]
    waits = sorted(wait for _status, wait in answers)
    return Arrivals(
        count=count,
        failed=sum(reply.status != 302 for reply in replies),
        seconds=seconds,
        cpu_ms=1000 * cpu / count,
        answers=len(answers),
        unanswered=sum(status != 200 for status, _wait in answers),
        wait_ms=1000 * waits[int(0.95 * len(waits))] if waits else float("nan"),
    )


async def _sign_in(sitter: Sitter, handle: str) -> Reply:
    # Whoever is told that too many are before them comes back a little later, as the page says.
    for _ in range(TRIES):
        reply = await sitter.sign_in(handle)
        if reply.status != 503:
            break
        await asyncio.sleep(float(reply.headers.get("retry-after", 1)))
    return reply


async def _answer_until(sitter: Sitter, over: asyncio.Event) -> None:
    for position in itertools.cycle(range(1, len(sitter.items) + 1)):
        if over.is_set():
            return
        await sitter.save(sitter.choose(position, "abc"[position % 3]))
