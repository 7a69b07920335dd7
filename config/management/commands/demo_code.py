"""Print the present code of a demonstration account's second factor."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config.demonstration.accounts import code_of
from config.demonstration.cast import ACCOUNTS


class Command(BaseCommand):
    """Stands in for the phone of a demonstration account."""

    help = "Print the code with which a demonstration account of the staff signs in; it is good for half a minute."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the account's name."""
        parser.add_argument("account", help="the account's name, for example trainer")

    def handle(self, *args: Any, account: str, **options: Any) -> None:
        """Print the code alone, so that it can be piped."""
        code = code_of(account.strip().casefold())
        if code is None:
            staff = ", ".join(one.handle for one in ACCOUNTS if one.has_second_factor)
            raise CommandError(f'"{account}" has no second factor here, so it needs no code; these have one: {staff}.')
        self.stdout.write(code)
