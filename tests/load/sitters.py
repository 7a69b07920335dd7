"""People in front of a test: they sign in, start, answer and hand in, and remember what they were told is saved."""

import json
import re
import time
from dataclasses import dataclass, field

from tests.load.wire import TOKEN, Line, Reply

HIDDEN = re.compile(r'name="(form|sequence)" value="(\d+)"')
SCRIPT = {"Accept": "application/json"}


@dataclass(frozen=True)
class Ground:
    """A test, the items of each of its forms, and one set of headers and a handle for each learner."""

    test: int
    papers: dict[str, list[int]]
    headers: list[dict[str, str]]
    handles: list[str]
    password: str
    # Where answers are sent, with holes for the sitting and the position.
    saves_at: str


@dataclass(frozen=True)
class Answer:
    """An answer as it is sent, and as its row in the database has to read."""

    sitting: str
    item: int
    sequence: int
    choice: str


@dataclass
class Sitter:
    """One learner with one line to the site."""

    line: Line
    ground: Ground
    sitting: str = ""
    form: int = 0
    sequence: int = 0
    # What was sent, what "saved" was said of, and each exchange: what it was, its status, how long it took.
    sent: list[Answer] = field(default_factory=list)
    acknowledged: list[Answer] = field(default_factory=list)
    exchanges: list[tuple[str, int, float]] = field(default_factory=list)

    @property
    def items(self) -> list[int]:
        """The items of the paper, in its order."""
        return self.ground.papers[str(self.form)]

    async def sign_in(self, handle: str) -> Reply:
        """Give handle and password, and keep the session that comes back."""
        fields = {"login": handle, "password": self.ground.password}
        reply = await self._post("sign in", "/accounts/login/", fields)
        found = re.search(r"(\S*session=[^;]+)", reply.headers.get("set-cookie", ""))
        if found:
            name = self.line.headers["Cookie"].rpartition("; ")[2]
            self.line.headers["Cookie"] = f"{found[1]}; {name}"
        return reply

    async def start(self) -> Reply:
        """Press the button in front of the test and read the first question, whose page gives the first sequence."""
        reply = await self._post("start", f"/en/tests/{self.ground.test}/", {})
        place = re.search(r"/sittings/([0-9a-f-]{36})/1/", reply.headers.get("location", ""))
        if not place:
            return reply
        self.sitting = place[1]
        return await self.open_page(1)

    async def open_page(self, position: int) -> Reply:
        """Open a question."""
        reply = await self._get("question", f"/en/sittings/{self.sitting}/{position}/")
        hidden = dict(HIDDEN.findall(reply.body.decode()))
        if reply.status == 200 and hidden:
            self.form, self.sequence = int(hidden["form"]), int(hidden["sequence"])
        return reply

    def choose(self, position: int, choice: str) -> Answer:
        """Make the next answer of this page, with a sequence that no other has."""
        self.sequence += 1
        answer = Answer(self.sitting, self.items[position - 1], self.sequence, choice)
        self.sent.append(answer)
        return answer

    async def save(self, answer: Answer) -> Reply:
        """Send an answer as the page's script does; it is acknowledged when the site says "saved"."""
        position = self.items.index(answer.item) + 1
        path, fields = save_request(self.ground, self.form, answer, position)
        reply = await self._post("answer", path, fields, **SCRIPT)
        if said(reply) == "saved":
            self.acknowledged.append(answer)
        return reply

    async def hand_in(self) -> Reply:
        """Confirm the end."""
        return await self._post("hand in", f"/en/sittings/{self.sitting}/finish/", {})

    async def answer_all(self) -> None:
        """Answer every question in turn, without a pause."""
        for position in range(1, len(self.items) + 1):
            await self.save(self.choose(position, "abc"[position % 3]))

    async def _get(self, what: str, path: str) -> Reply:
        began = time.perf_counter()
        return self._noted(what, began, await self.line.get(path))

    async def _post(self, what: str, path: str, fields: dict[str, object], **headers: str) -> Reply:
        began = time.perf_counter()
        token = {"csrfmiddlewaretoken": TOKEN}
        return self._noted(what, began, await self.line.post(path, fields | token, **headers))

    def _noted(self, what: str, began: float, reply: Reply) -> Reply:
        self.exchanges.append((what, reply.status, time.perf_counter() - began))
        return reply


def save_request(ground: Ground, form: int, answer: Answer, position: int) -> tuple[str, dict[str, object]]:
    """Return where an answer is sent and as what."""
    fields = {"item": answer.item, "form": form, "sequence": answer.sequence, "choice": answer.choice}
    return ground.saves_at.format(sitting=answer.sitting, position=position), fields


def said(reply: Reply) -> str:
    """Return what the site says became of an answer, empty where it says nothing that can be read."""
    try:
        return str(json.loads(reply.body)["state"])
    except (ValueError, KeyError, TypeError):
        return ""
