"""Filled sites kept from run to run: a migrated database with the demonstration, its media, the collected static files.

Making one takes half a minute, copying one a moment. A template is known by a digest of all it is made from.
"""

import datetime
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from config.groundwork.catalogues import compile_catalogues

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "var" / "test-sites"
SETTINGS = "tests.browser.settings"
DATA = ("*/migrations/*.py", "*/models/**/*.py", "*/models.py", "config/**/*.py", "curriculum/**/*")
STATIC = ("*/static/**/*",)
ALWAYS = ("requirements/run.txt", "tests/browser/settings.py", "tests/browser/templates.py")
KEEP_NEWEST = 3
FILL = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("setup_site", verbosity=0)
# Of the courses those that the demonstration and the walks need.
call_command("load_curriculum", only=["anshan", "community-treatment"], verbosity=0)
call_command("demo", verbosity=0)
"""


def environment(place: Path, **more: str) -> dict[str, str]:
    """Return the variables by which a child process finds the site at `place`."""
    own = {
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "DATABASE_URL": f"sqlite:///{place / 'site.sqlite3'}",
        "THREETWOONE_TEST_SITE": str(place),
    }
    return {**os.environ, **own, **more}


def manage(place: Path, *words: str, **more: str) -> str:
    """Run one command of the site at `place` and return what it printed; a failure shows all it said."""
    command = [sys.executable, str(ROOT / "manage.py"), *words]
    done = subprocess.run(command, cwd=ROOT, env=environment(place, **more), capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"manage.py {' '.join(words)} failed:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def copy_site(place: Path) -> None:
    """Fill the empty folder `place` with a site, from the kept templates or made anew."""
    compile_catalogues([ROOT / "locale"])
    with ThreadPoolExecutor() as pool:
        # The demonstration's dates are relative to today.
        data = pool.submit(_kept, "data", digest([*DATA, *ALWAYS], str(datetime.date.today())), _fill)
        static = pool.submit(_kept, "static", digest([*STATIC, *ALWAYS]), _collect)
    shutil.copytree(data.result(), place, dirs_exist_ok=True)
    (place / "static").symlink_to(static.result() / "static")


def collected_static(place: Path) -> None:
    """Give the site at `place` the collected static files alone, for whoever fills the database otherwise."""
    compile_catalogues([ROOT / "locale"])
    (place / "static").symlink_to(_kept("static", digest([*STATIC, *ALWAYS]), _collect) / "static")


def digest(patterns: Iterable[str], *words: str) -> str:
    """Return a digest of every file that the patterns name below the project's root, and of the words."""
    found = hashlib.sha256("\n".join(words).encode())
    for path in sorted({path for pattern in patterns for path in ROOT.glob(pattern)}):
        if path.is_file() and "__pycache__" not in path.parts and path.relative_to(ROOT).parts[0] != "var":
            found.update(str(path.relative_to(ROOT)).encode())
            found.update(path.read_bytes())
    return found.hexdigest()[:16]


def _kept(kind: str, mark: str, make: Callable[[Path], None]) -> Path:
    """Return the template, made beside its place and renamed, so that an interrupted run leaves no half one."""
    place = KEPT / f"{kind}-{mark}"
    if place.is_dir():
        os.utime(place)
        return place
    half = KEPT / f"{kind}-{mark}.{os.getpid()}"
    half.mkdir(parents=True)
    try:
        make(half)
        half.rename(place)
    except OSError:
        # Another run was quicker; a folder that is there and full cannot be renamed over.
        if not place.is_dir():
            raise
    finally:
        shutil.rmtree(half, ignore_errors=True)
    _forget_old(kind)
    return place


def _fill(place: Path) -> None:
    # In one process: each start of Django costs seconds.
    manage(place, "shell", "--no-imports", "--command", FILL)


def _collect(place: Path) -> None:
    manage(place, "collectstatic", "--no-input", "--verbosity", "0")


def _forget_old(kind: str) -> None:
    by_age = sorted(KEPT.glob(f"{kind}-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in by_age[KEEP_NEWEST:]:
        shutil.rmtree(path, ignore_errors=True)
