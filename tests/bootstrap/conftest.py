"""A scratch checkout with the bootstrap and its locks, but without anything installed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.bootstrap.commands import ROOT
from tools.bootstrap.places import Places

# Nothing listens on the discard port, so an index there is refused at once.
CLOSED = "http://127.0.0.1:9/simple"

Bootstrap = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Return the places of a scratch checkout."""
    root = tmp_path / "checkout"
    for folder in ("tools/bootstrap", "requirements"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("bootstrap.py", "package.json", "package-lock.json"):
        shutil.copy(ROOT / name, root / name)
    return Places(root)


@pytest.fixture
def bootstrap(places: Places) -> Bootstrap:
    """Return a function that runs the scratch bootstrap with every index unreachable and without uv."""

    def run(*words: str, before: str = "", path: str = "/nonexistent", **variables: str):
        env = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "UV_", "npm_"))}
        env |= {"PATH": path, "PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": CLOSED, "PIP_RETRIES": "0"}
        env |= {"UV_DEFAULT_INDEX": CLOSED, "UV_NO_CONFIG": "1", "UV_NO_CACHE": "1", "UV_HTTP_RETRIES": "0"}
        # `before` changes what this Python seems to be, then the real file runs.
        program = f"import runpy, sys; {before}\nsys.argv[0] = 'bootstrap.py'; sys.path.insert(0, '.')\n"
        program += "runpy.run_path('bootstrap.py', run_name='__main__')"
        argv = [sys.executable, "-c", program, *words]
        return subprocess.run(argv, cwd=places.root, env=env | variables, capture_output=True, text=True, timeout=60)

    return run


@pytest.fixture
def sentence() -> Callable[[subprocess.CompletedProcess[str]], str]:
    """Return a function that checks that a run failed with one whole sentence, and returns it."""

    def read(done: subprocess.CompletedProcess[str]) -> str:
        assert done.returncode == 1, done
        assert done.stderr.count("\n") == 1, done.stderr
        assert done.stderr.endswith(".\n")
        assert done.stderr[0].isupper()
        return done.stderr.strip()

    return read


@pytest.fixture
def program(tmp_path: Path) -> Callable[[str, str], Path]:
    """Return a function that puts a shell script under a name into a folder for PATH."""
    folder = tmp_path / "programs"
    folder.mkdir()

    def write(name: str, script: str) -> Path:
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return folder

    return write
