"""Everything `up` does to a checkout and its database before and while the server starts; quick where nothing changed."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from config.checks import require_sound_database
from config.groundwork.assets import Gathering
from config.groundwork.catalogues import compile_catalogues
from people.erasure import reapply_erasures

Say = Callable[[str], None]


class GatheringFailedError(Exception):
    """The static files could not be gathered; the argument is the log that says why."""


def prepare_ground(say: Say, logs: Path) -> None:
    """Bring catalogues, static files and tables up to date; the server may start afterwards.

    Static files are gathered by a second process while this one migrates: the two longest jobs of a first run.
    Raises ImproperlyConfigured for a database the site may not open on, GatheringFailedError without static files.
    """
    logs.mkdir(parents=True, exist_ok=True)
    compile_catalogues(settings.LOCALE_PATHS)
    log = logs / "static.log"
    gathering = Gathering()
    if gathering.is_needed:
        say("Gathering style sheets and scripts ...")
        gathering.start(log)
    try:
        if _has_pending_migrations():
            say("Preparing the database ...")
            call_command("migrate", verbosity=0)
        require_sound_database()
        call_command("createcachetable", verbosity=0)
        reapply_erasures()
    except BaseException:
        gathering.cancel()
        raise
    if not gathering.finish():
        raise GatheringFailedError(log)


def fill_site(say: Say, *, with_demonstration: bool) -> None:
    """Write the site's ground, its courses and, where it is wanted, the demonstration."""
    say("Filling the site ...")
    call_command("setup_site", verbosity=0)
    call_command("load_curriculum", verbosity=0)
    if with_demonstration:
        call_command("demo", verbosity=0)


def _has_pending_migrations() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
