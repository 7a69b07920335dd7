"""The commands of bootstrap.py: each sets up what is missing, then hands over."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.bootstrap import browser, node_packages, ports, python_packages, stamps
from tools.bootstrap.exclusion import one_at_a_time
from tools.bootstrap.failure import Failure
from tools.bootstrap.places import Places
from tools.bootstrap.processes import hand_over, run_logged, say

ROOT = Path(__file__).resolve().parents[2]
STOPPED_BY_CTRL_C = 130


# Two processes for two cores; tests/conftest.py says which tests stay together in one of them.
EVERYTHING = ["-n", "2"]


def main(words: Sequence[str], root: Path = ROOT) -> int:
    """Run the command that `words` name and return its exit code; a failure is one sentence."""
    places = Places(root)
    try:
        os.chdir(root)
        return _dispatch(list(words), places)
    except Failure as failure:
        print(failure, file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped before the set-up was finished: run the same command again and it goes on.", file=sys.stderr)
        return STOPPED_BY_CTRL_C
    except OSError as error:
        print(
            f"The set-up could not use {error.filename or 'a file'} ({error.strerror}): make this folder writable "
            "and see that the disk is not full, then run the same command again.",
            file=sys.stderr,
        )
    return 1


def set_up(places: Places, *, for_tests: bool) -> None:
    """Install whatever is missing or out of date; a second call takes a moment."""
    with one_at_a_time(places):
        python_packages.prepare_environment(places)
        python_packages.install(places, "run", "the Python packages")
        if for_tests:
            python_packages.install(places, "test", "the Python packages for the tests")
        node_packages.install(places, places.root, "the fonts and the activity player", for_tests=for_tests)
        _prepare_fonts(places)


def _dispatch(words: list[str], places: Places) -> int:
    # Everything after `test` is pytest's own, options included.
    if words[:1] == ["test"] and words[1:] not in (["-h"], ["--help"]):
        return _test(places, words[1:])
    options = _parser().parse_args(words)
    if options.command == "run":
        return _run(places, options)
    set_up(places, for_tests=options.command == "setup" and options.tests)
    if options.command == "code":
        return _hand_over(places, ["manage.py", "demo_code", options.account])
    say("Everything is set up; `python3 bootstrap.py run` starts the site.")
    return 0


def _run(places: Places, options: argparse.Namespace) -> int:
    ports.check_address(options.host, options.port)
    exposure = ports.exposure(options.host)
    if exposure:
        say(exposure)
    set_up(places, for_tests=False)
    argv = ["manage.py", "up", "--host", options.host, "--port", str(options.port)]
    return _hand_over(places, [*argv, "--check"] if options.check else argv)


def _test(places: Places, pytest_words: list[str]) -> int:
    set_up(places, for_tests=True)
    with one_at_a_time(places):
        found = browser.find(places)
    # Headless Chromium shows Chinese, Khmer and Burmese with the fonts prepared for the certificates.
    fonts = {"FONTCONFIG_FILE": str(places.fonts / "fonts.conf")}
    words = pytest_words or EVERYTHING
    return _hand_over(places, ["-m", "pytest", *words], {**fonts, **found.environment()})


def _hand_over(places: Places, words: list[str], extra: dict[str, str] | None = None) -> int:
    return hand_over([places.python, *words], {**os.environ, **(extra or {})})


def _prepare_fonts(places: Places) -> None:
    stamp = places.fonts / ".prepared"
    # The fontconfig file holds the absolute path, so a moved checkout prepares them again.
    made_from = [places.root / "config" / "fonts.py", places.root / "package-lock.json"]
    wanted = stamps.digest(made_from, str(places.root))
    if stamps.is_current(stamp, wanted):
        return
    say("Preparing the fonts ...")
    log = places.logs / "fonts.log"
    if run_logged([places.python, "-m", "config.fonts"], log, cwd=places.root).code != 0:
        raise Failure(
            f"The fonts could not be prepared (what went wrong is in {log.relative_to(places.root)}): "
            "remove the folder node_modules, then run the same command again."
        )
    stamps.write(stamp, wanted)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bootstrap.py",
        description="Set up, start and test Three-Two-One. Everything it installs stays inside this folder.",
        epilog="Each command first sets up what is missing, which takes a minute or two once and a moment later on.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    run = commands.add_parser("run", help="start the site on http://localhost:8000 until Ctrl-C")
    run.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s, this machine)")
    run.add_argument("--port", type=_port, default=8000, help="port to listen on (default: %(default)s)")
    run.add_argument("--check", action="store_true", help="stop with exit code 0 as soon as the site is ready")
    commands.add_parser("test", help="run the tests, browser included; whatever follows goes to pytest")
    code = commands.add_parser("code", help="print a one-time code for signing in to a demonstration account")
    code.add_argument("account", metavar="ACCOUNT", help="the account's name")
    setup = commands.add_parser("setup", help="only set up")
    setup.add_argument("--tests", action="store_true", help="also install what the tests need")
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, not {text!r}")
    return int(text)
