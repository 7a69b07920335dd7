"""The web server as `manage.py up` runs it: the same words, under the same supervisor."""

import asyncio
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from config.groundwork.servers import web_server
from config.supervisor import Child, Children, stop_signals_interrupt
from tests.browser.templates import ROOT
from tests.load.processes import descendants, end, free_port
from tests.load.wire import Line

START_SECONDS = 60
LOOK_SECONDS = 0.1


class Server:
    """A web server that is brought back when it ends, on a port of its own."""

    def __init__(self, database: str, folder: Path) -> None:
        self.port, self.folder = free_port(), folder
        self.env = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.faults.settings", "DATABASE_URL": database}
        self.children = Children()
        self.child: Child | None = None
        self.returns, self.kills = 0, 0
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._bring_back, daemon=True)

    def start(self) -> None:
        """Start it and wait until it answers."""
        argv = web_server("127.0.0.1", self.port)
        self.child = self.children.start("web server", argv, self.folder / "web.log", cwd=ROOT, env=self.env)
        self._watch.start()
        deadline = time.monotonic() + START_SECONDS
        while not asyncio.run(self.answers()):
            if time.monotonic() > deadline:
                raise RuntimeError(self.child.last_words())
            time.sleep(LOOK_SECONDS)

    def stop(self) -> None:
        """End the server and all it started."""
        self._over.set()
        self._watch.join()
        if self.child is not None:
            end(self.child.process)

    def workers(self) -> list[int]:
        """Return the processes that answer requests; the first process only looks after them."""
        return descendants(self.child.process.pid)[1:]

    def kill_worker(self) -> None:
        """Kill one that answers, as the machine does when memory runs out."""
        for pid in self.workers()[:1]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
                self.kills += 1

    async def answers(self) -> bool:
        """Tell whether a page is answered."""
        line = Line(self.port, patience=5)
        reply = await line.get("/accounts/login/")
        line.close()
        return reply.status == 200

    def _bring_back(self) -> None:
        while not self._over.wait(LOOK_SECONDS):
            self.returns += len(self.children.bring_back())


@contextmanager
def served(database: str, folder: Path) -> Iterator[Server]:
    """Run the web server on a database."""
    server = Server(database, folder)
    # A terminated test run still ends its children.
    with stop_signals_interrupt():
        try:
            server.start()
            yield server
        finally:
            server.stop()
