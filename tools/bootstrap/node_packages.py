"""The fonts, the H5P player and the browser test packages, by the machine's npm, else by npm from a wheel."""

import os
import shutil
from pathlib import Path

from tools.bootstrap import python_packages, stamps
from tools.bootstrap.failure import Failure, installation_failure
from tools.bootstrap.places import Places
from tools.bootstrap.processes import answer, run_logged, say

# The first npm that reads version 3 of the lock file.
OLDEST_NPM = 7


def install(places: Places, folder: Path, what: str, *, for_tests: bool) -> None:
    """Install what the lock file in `folder` names; `for_tests` adds the development packages."""
    wanted = stamps.digest([folder / "package.json", folder / "package-lock.json"])
    levels = ["run", "test"] if for_tests else ["run"]
    stamp_of = {level: folder / "node_modules" / f".installed-{level}" for level in levels}
    if all(stamps.is_current(stamp, wanted) for stamp in stamp_of.values()):
        return
    npm = find_npm(places)
    say(f"Installing {what} ...")
    # No package needs its install script, and h5p-standalone's refuses npm.
    selection = "--include=dev" if for_tests else "--omit=dev"
    argv = [npm, "ci", "--ignore-scripts", selection, "--no-audit", "--no-fund", "--no-update-notifier"]
    label = "root" if folder == places.root else folder.name
    done = run_logged(argv, places.logs / f"npm-{label}.log", cwd=folder, env=node_environment(places))
    if done.code != 0:
        raise installation_failure(what, done.output, str(done.log.relative_to(places.root)))
    for stamp in stamp_of.values():
        stamps.write(stamp, wanted)


def find_npm(places: Places) -> str:
    """Return a usable npm: the machine's own, else one installed into the environment from its wheel."""
    own = shutil.which("npm")
    version = answer([own, "--version"]) if own else None
    if own and version and int(version.split(".")[0]) >= OLDEST_NPM:
        return own
    python_packages.install(places, "node", "npm from PyPI, since this machine has none,")
    npm = shutil.which("npm", path=str(places.programs))
    if npm is None or answer([npm, "--version"], env=node_environment(places)) is None:
        raise Failure(
            "npm is missing here and the one from PyPI does not run: install Node.js 20 or newer, then try again."
        )
    return npm


def find_node(places: Places) -> str | None:
    """Return the path of node, or None; call it after `install`."""
    return shutil.which("node", path=node_environment(places)["PATH"])


def node_environment(places: Places) -> dict[str, str]:
    """Return an environment in which npm finds its node, the machine's before the wheel's."""
    folders = filter(None, (os.environ.get("PATH"), str(places.programs)))
    return {**os.environ, "PATH": os.pathsep.join(folders)}
