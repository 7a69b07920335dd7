"""After a restore: erase again whoever had erased the account since the backup was made."""

from typing import Any

from django.core.management.base import BaseCommand

from people.erasure import reapply_erasures


class Command(BaseCommand):
    """Safe to run at any time; `up` runs it at every start."""

    help = "Erase again everybody in the database who had been erased before (run it after restoring a backup)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many accounts were erased again."""
        count = reapply_erasures()
        if not count:
            self.stdout.write("Nobody in this database had been erased.")
        elif count == 1:
            self.stdout.write("1 account was in the backup and had been erased: it is erased again.")
        else:
            self.stdout.write(f"{count} accounts were in the backup and had been erased: they are erased again.")
