"""`manage.py remove_factor HANDLE`: take the second factors off an account whose owner has lost them."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from people.handles import tidy
from people.models import User
from people.ways_out import end_other_stays


class Command(BaseCommand):
    """For a technical administrator, after somebody who knows the person has seen them."""

    help = "Takes the second factors off an account and signs it out everywhere."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the handle."""
        parser.add_argument("handle")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Remove them, or say that there is no such account."""
        user = User.objects.filter(handle=tidy(options["handle"])).first()
        if user is None:
            raise CommandError("There is no such account. Look at the spelling, with the three signs at its end.")
        removed, _details = Authenticator.objects.filter(user=user).delete()
        end_other_stays(user, None)
        # The handle is not printed: terminals keep what they showed.
        self.stdout.write(f"Second factors removed: {removed}. The account is signed out everywhere.")
