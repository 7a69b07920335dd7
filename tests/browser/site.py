"""A running site of one's own: web server and worker as children, on a free port of the loopback."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from config.groundwork.servers import web_server, worker
from tests.browser.templates import ROOT, environment

START_SECONDS = 60
# The worker takes ten seconds to end politely; nothing here is worth the wait.
STOP_SECONDS = 2


@dataclass
class Site:
    """The site's folder, its port, and the children that serve it."""

    place: Path
    port: int
    children: list[subprocess.Popen] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The address of the site, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def demonstration_password(self) -> str:
        """The one password of all demonstration accounts."""
        return self._secret("demo-password")

    def second_factor_secret(self, handle: str) -> str:
        """What is on the phone of a demonstration account of the staff."""
        return self._secret(f"totp-{handle}")

    def _secret(self, name: str) -> str:
        return (self.place / "secrets" / name).read_text().strip()

    def start(self) -> None:
        """Start server and worker and wait until a page is answered."""
        self._start("web", web_server("127.0.0.1", self.port))
        self._start("worker", worker())
        end = time.monotonic() + START_SECONDS
        while not self._answers():
            dead = [child.args for child in self.children if child.poll() is not None]
            if dead or time.monotonic() > end:
                self.stop()
                raise RuntimeError(f"The site did not start (dead: {dead}):\n{self.logs()}")
            time.sleep(0.2)

    def stop(self) -> None:
        """End the children by their process groups, politely first."""
        for child in self.children:
            _signal(child, signal.SIGTERM)
        for child in self.children:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(STOP_SECONDS)
            _signal(child, signal.SIGKILL)
            child.wait()
        self.children.clear()

    def logs(self) -> str:
        """Return the end of what server and worker wrote."""
        return "\n".join(f"--- {path.name}\n{path.read_text()[-3000:]}" for path in self.place.glob("*.log"))

    def _start(self, name: str, argv: list[str]) -> None:
        with (self.place / f"{name}.log").open("wb") as log:
            child = subprocess.Popen(
                argv,
                cwd=ROOT,
                env=environment(self.place, SITE_URL=self.url),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.children.append(child)

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("GET", "/en/")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()


def free_port() -> int:
    """Return a port of the loopback that nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def _signal(child: subprocess.Popen, number: int) -> None:
    # The group carries the child's number, since each child leads a session of its own.
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, number)
