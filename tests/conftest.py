"""What every test may ask for: the named cast, a quick sign-in."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import transaction
from django.utils import translation
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

from assessments.published import forget_forms
from tests.cast import Cast, make_cast
from tests.roles import World, make_world


class TogetherScheduling(LoadScopeScheduling):
    """Keeps a file's tests in one worker, for what its fixtures cost, and the browser's files too: they share a site.

    xdist's own marks for this have no effect with the pytest that is locked.
    """

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith("tests/browser/") else nodeid.split("::")[0]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> TogetherScheduling:
    """Hand tests to the workers in the order above."""
    return TogetherScheduling(config, log)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print a table of the long tests: what, count, result, seconds."""
    ended = [one for kind in ("passed", "failed") for one in terminalreporter.getreports(kind)]
    long = [one for one in ended if one.when == "call" and "long" in one.keywords]
    if long:
        terminalreporter.section("long tests")
        terminalreporter.write_line("| what | count | result | seconds |\n| --- | --- | --- | --- |")
    for one in long:
        for what, count in one.user_properties or [(one.nodeid.rpartition("::")[2], "")]:
            terminalreporter.write_line(f"| {what} | {count} | {one.outcome} | {one.duration:.0f} |")


# No deadline: a busy machine is no fault of the code.
settings.register_profile("house", deadline=None, max_examples=60)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Start with no rate limit used up, no form known by a number that another one had, and in nobody's language.

    Django leaves the language of the last request standing.
    """
    cache.clear()
    translation.deactivate()
    forget_forms()


@pytest.fixture
def cast(db: None) -> Cast:
    """The named people and the small world they live in."""
    return make_cast()


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[World]:
    """Every role and an object of each kind, made once for a module, whose tests take back what they do."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world(make_cast())
        transaction.set_rollback(True)
