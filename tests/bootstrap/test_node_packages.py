"""npm's packages: no network, an unfinished folder, and nothing to do."""

import pytest

from tools.bootstrap import node_packages
from tools.bootstrap.failure import Failure

GOOD = 'if [ "$1" = --version ]; then echo 10.0.0; exit; fi; echo "$@" >> npm-calls; /bin/mkdir -p node_modules'
REFUSED = 'if [ "$1" = --version ]; then echo 10.0.0; exit; fi; echo "npm error code ECONNREFUSED"; exit 1'


@pytest.fixture
def npm(program, monkeypatch):
    """Return a function that makes a script the machine's npm."""
    return lambda script: monkeypatch.setenv("PATH", str(program("npm", script)))


def install(places, *, for_tests=False):
    node_packages.install(places, places.root, "the fonts", for_tests=for_tests)


def calls(places):
    return (places.root / "npm-calls").read_text().splitlines()


def test_no_script_runs_and_no_test_package_comes(places, npm):
    npm(GOOD)
    install(places)
    (call,) = calls(places)
    assert call.startswith("ci --ignore-scripts --omit=dev")


def test_an_unfinished_folder_is_installed_again(places, npm):
    npm(GOOD)
    (places.root / "node_modules" / "half").mkdir(parents=True)
    install(places)
    assert len(calls(places)) == 1


def test_a_finished_folder_is_left_alone(places, npm):
    npm(GOOD)
    install(places)
    install(places)
    assert len(calls(places)) == 1


def test_what_the_tests_installed_serves_the_site_too(places, npm):
    npm(GOOD)
    install(places, for_tests=True)
    install(places)
    assert len(calls(places)) == 1


def test_a_changed_lock_is_installed(places, npm):
    npm(GOOD)
    install(places)
    lock = places.root / "package-lock.json"
    lock.write_text(lock.read_text() + "\n")
    install(places)
    assert len(calls(places)) == 2


def test_an_unreachable_registry_is_one_sentence(places, npm):
    npm(REFUSED)
    with pytest.raises(
        Failure, match=r"^Installing the fonts failed because the package index cannot be reached .*\.$"
    ):
        install(places)


def test_an_npm_too_old_for_the_lock_is_passed_over(places, npm, monkeypatch):
    npm("echo 6.14.18")
    monkeypatch.setattr(node_packages.python_packages, "install", lambda *_: None)
    with pytest.raises(Failure, match=r"install Node\.js 20 or newer"):
        install(places)
