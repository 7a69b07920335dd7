"""The virtual environment and its locked packages, by uv where the machine has it, else by pip."""

import importlib.util
import shutil
import sys
from pathlib import Path

from tools.bootstrap import stamps
from tools.bootstrap.failure import Failure, installation_failure
from tools.bootstrap.places import Places
from tools.bootstrap.processes import answer, run_logged, say

OLDEST = (3, 11)


def find_uv() -> str | None:
    """Return uv's path, or None where it is absent or does not answer (a version manager's stub, say)."""
    uv = shutil.which("uv")
    return uv if uv and answer([uv, "--version"]) else None


def environment_version(places: Places) -> str | None:
    """Return the Python version of the environment as "3.11", or None when it cannot be used."""
    version = answer([places.python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
    if version is None or tuple(map(int, version.split("."))) < OLDEST:
        return None
    return version


def prepare_environment(places: Places) -> None:
    """Make `.venv`, or make it again when its Python is gone or an earlier run was killed while filling it."""
    if environment_version(places) and not _half_done(places).exists():
        return
    if places.venv.is_symlink() or places.venv.exists():
        say("The folder .venv is unfinished or its Python is gone, so it is made again.")
        _remove(places.venv)
    _make_environment(places, find_uv())


def install(places: Places, name: str, what: str) -> None:
    """Install requirements/<name>.txt into the prepared environment unless that was done already."""
    wanted = places.requirements / f"{name}.txt"
    stamp = places.venv / f".installed-{name}"
    expected = stamps.digest([wanted], environment_version(places) or "")
    if stamps.is_current(stamp, expected):
        return
    say(f"Installing {what} (the first time may take a minute or two) ...")
    _half_done(places).touch()
    log = places.logs / f"python-{name}.log"
    done = run_logged([*_installer(places), "--require-hashes", "--no-deps", "-r", wanted], log, cwd=places.root)
    _half_done(places).unlink()
    if done.code != 0:
        raise installation_failure(what, done.output, str(log.relative_to(places.root)))
    stamps.write(stamp, expected)


def _installer(places: Places) -> list[str | Path]:
    """Return the words that install into the environment; the exports name every package with its hashes."""
    uv = find_uv()
    if uv:
        return [uv, "pip", "install", "--python", places.python]
    # uv makes environments without pip.
    if answer([places.python, "-m", "pip", "--version"]) or answer([places.python, "-m", "ensurepip"]):
        quiet = ["--no-compile", "--no-input", "--disable-pip-version-check"]
        return [places.python, "-m", "pip", "install", *quiet]
    raise Failure("The folder .venv has no pip and none can be added: remove it, then run the same command again.")


def _make_environment(places: Places, uv: str | None) -> None:
    # Python itself may be running from the environment that is being replaced.
    base = getattr(sys, "_base_executable", sys.executable)
    if uv:
        argv = [uv, "venv", "--quiet", "--python", base, str(places.venv)]
    else:
        missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
        if missing:
            raise _missing_module(missing[0])
        argv = [base, "-m", "venv", str(places.venv)]
    done = run_logged(argv, places.logs / "python-environment.log", cwd=places.root)
    if done.code != 0:
        _remove(places.venv)
        raise Failure(
            "The virtual environment .venv could not be made "
            f"(all Python said is in {done.log.relative_to(places.root)}): "
            "install Python's venv module completely, or uv, then run the same command again."
        )


def _missing_module(name: str) -> Failure:
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return Failure(
        f"This Python lacks its module {name}, which makes virtual environments: install it (on Debian and Ubuntu "
        f"`sudo apt install python{version}-venv`) or install uv, then run the same command again."
    )


def _half_done(places: Places) -> Path:
    return places.venv / ".installing"


def _remove(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)
