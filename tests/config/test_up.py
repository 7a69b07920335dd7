"""`manage.py up`: from a database without content to a site that answers, and back to nothing running."""

import os
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def up(database: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "DATABASE_URL": f"sqlite:///{database}", "DJANGO_SETTINGS_MODULE": "config.settings.dev"}
    argv = [sys.executable, "manage.py", "up", *words]
    return subprocess.run(argv, cwd=settings.ROOT, env=env, capture_output=True, text=True, timeout=240)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="copies the migrated tables of an SQLite test database")
@pytest.mark.django_db
def test_check_gets_ready_and_stops(tmp_path: Path) -> None:
    # The tables are copied from the test database: migrating anew would take half a minute.
    database = tmp_path / "site.sqlite3"
    with sqlite3.connect(connection.settings_dict["NAME"]) as source, sqlite3.connect(database) as target:
        source.backup(target)
    port = free_port()
    done = up(database, "--port", str(port), "--check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "READY" in done.stdout
    assert f"http://localhost:{port}/" in done.stdout
    assert "follow-up-missed" in done.stdout
    assert "Join codes" in done.stdout
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


@pytest.mark.django_db
def test_a_busy_port_is_one_sentence() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen(1)
        port = other.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} on 127.0.0.1 is in use by another program"):
            call_command("up", port=port, check=True)
