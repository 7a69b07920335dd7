"""People who go on answering whatever happens, and the verdict: what they were told against what is stored."""

import asyncio
import math
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.load.sitters import Answer, Ground, Sitter, said
from tests.load.wire import Line

PAUSE_SECONDS = (0.02, 0.3)
RETRY_SECONDS = 0.25
LOOK_SECONDS = 0.05
# One answer in so many is sent once more after it was acknowledged, as a page does whose line broke on the way back.
REPEAT = 10
LAST_SECONDS = 60


@dataclass(frozen=True)
class Verdict:
    """What is wrong between what was acknowledged and what is stored; all empty is right."""

    lost: list[Answer]
    misattached: list[tuple[str, int, int, str]]
    duplicated: list[tuple[str, int, int]]
    acknowledged: int
    sent: int

    @property
    def is_clean(self) -> bool:
        """Tell whether nothing is wrong."""
        return not (self.lost or self.misattached or self.duplicated)


def judge(sitters: Iterable[Sitter], rows: list[tuple[str, int, int, str]]) -> Verdict:
    """Hold what is stored against what each sitter sent and was told."""
    everybody = list(sitters)
    stored = set(rows)
    sent = {(one.sitting, one.item, one.sequence, one.choice) for sitter in everybody for one in sitter.sent}
    times = Counter((sitting, item, sequence) for sitting, item, sequence, _choice in rows)
    acknowledged = [one for sitter in everybody for one in sitter.acknowledged]
    return Verdict(
        lost=[one for one in acknowledged if (one.sitting, one.item, one.sequence, one.choice) not in stored],
        misattached=sorted(stored - sent),
        duplicated=[key for key, count in times.items() if count > 1],
        acknowledged=len({(one.sitting, one.item, one.sequence) for one in acknowledged}),
        sent=len(sent),
    )


class Storm:
    """Many sitters for a while, and what happens to their server meanwhile."""

    def __init__(self, port: int, ground: Ground, *, seed: int, pause: tuple[float, float] = PAUSE_SECONDS) -> None:
        self.sitters = [Sitter(Line(port, one, patience=10), ground) for one in ground.headers]
        self.seed, self.pause = seed, pause
        # When nobody begins another answer; what was begun is sent until the site has said what became of it.
        self.until = math.inf

    @property
    def acknowledged(self) -> int:
        """How many answers have been acknowledged so far."""
        return sum(len(one.acknowledged) for one in self.sitters)

    async def rage(self, strikes: int, every: float, strike: Callable[[], None], *, most: float) -> None:
        """Let all answer while the server is struck so often; each time somebody has been answered since the last.

        `every` and `most` are seconds: between two strikes at least, and for all of them together at most.
        """
        people = asyncio.gather(*(self._live(at, one) for at, one in enumerate(self.sitters)))
        deadline, before = time.monotonic() + most, 0
        while strikes and time.monotonic() < deadline:
            await asyncio.sleep(every)
            while self.acknowledged == before and time.monotonic() < deadline:
                await asyncio.sleep(LOOK_SECONDS)
            before = self.acknowledged
            strike()
            strikes -= 1
        self.until = time.monotonic()
        await people

    async def _live(self, at: int, sitter: Sitter) -> None:
        chance = random.Random(f"{self.seed}:{at}")  # noqa: S311 -- repeatable on purpose
        while not sitter.sequence:
            await sitter.start()
            await asyncio.sleep(RETRY_SECONDS * chance.random())
        while time.monotonic() < self.until:
            answer = sitter.choose(chance.randint(1, len(sitter.items)), chance.choice("abc"))
            await self._until_told(sitter, answer, chance)
            if chance.randrange(REPEAT) == 0:
                await sitter.save(answer)
            await asyncio.sleep(chance.uniform(*self.pause))
        sitter.line.close()

    async def _until_told(self, sitter: Sitter, answer: Answer, chance: random.Random) -> None:
        # As the page does: the same answer under the same number, until the site says what became of it.
        while said(await sitter.save(answer)) not in {"saved", "overtaken"}:
            if time.monotonic() > self.until + LAST_SECONDS:
                return
            await asyncio.sleep(RETRY_SECONDS * (1 + chance.random()))
