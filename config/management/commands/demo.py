"""Fill the site with a demonstration, or take it away."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from config.demonstration.accounts import HandleTakenError, make_accounts, make_organisations
from config.demonstration.cohorts import give_rights, make_cohorts
from config.demonstration.figures import GROUPS
from config.demonstration.removal import remove_demonstration
from config.demonstration.stations import place_learners
from config.demonstration.synthetic import make_synthetic_people
from config.demonstration.yearly import make_yearly
from courses.models import Programme


class Command(BaseCommand):
    """Safe to run again: it adds what is missing and moves dates that are counted from today."""

    help = "Make demonstration accounts at every station and synthetic people with known figures, or remove them all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the wish to remove."""
        parser.add_argument("--remove", action="store_true", help="delete all demonstration and synthetic people")

    def handle(self, *args: Any, remove: bool, **options: Any) -> None:
        """Make the demonstration, or remove it."""
        if remove:
            self._remove()
            return
        if not settings.DEMONSTRATION_ALLOWED:
            raise CommandError("This site is for real people: demonstration accounts are not made here.")
        wanted = {group.programme for group in GROUPS}
        if Programme.objects.filter(slug__in=wanted).count() < len(wanted):
            raise CommandError("The courses are not loaded yet: run `manage.py load_curriculum` first.")
        try:
            self._make()
        except HandleTakenError as error:
            raise CommandError(
                f'A real account is called "{error}", which the demonstration needs: rename or erase it, then try again.'
            ) from error
        if options["verbosity"]:
            self.stdout.write("The demonstration is in place; `manage.py demo --remove` takes it away.")

    @transaction.atomic
    def _make(self) -> None:
        today = timezone.localdate()
        make_organisations()
        make_yearly(today)
        users, cohorts = make_accounts(today), make_cohorts(today)
        place_learners(users, cohorts, today)
        make_synthetic_people(today)
        give_rights(users, cohorts)

    def _remove(self) -> None:
        kept = remove_demonstration()
        self.stdout.write("The demonstration is removed.")
        if kept:
            self.stdout.write(f"{kept} of its cohorts stay, because other people have joined them.")
