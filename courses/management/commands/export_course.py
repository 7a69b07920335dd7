"""`manage.py export_course SLUG FILE`: a programme with its pages, media, questions and awards as one file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from courses.exchange.exporting import export_course
from courses.models import Programme


class Command(BaseCommand):
    """The file holds the right answers of the tests: keep it as you keep an exam."""

    help = "Write a course to one file, for another site. It holds the right answers: keep it as you keep an exam."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the programme and the file."""
        parser.add_argument("programme", help="short name of the programme")
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, programme: str, file: Path, **options: Any) -> None:
        """Write the file and say what is in it."""
        found = Programme.objects.filter(slug=programme).first()
        if found is None:
            known = ", ".join(Programme.objects.values_list("slug", flat=True)) or "there is none yet"
            raise CommandError(f"No programme is called {programme}. Choose one of these: {known}.")
        try:
            with file.open("wb") as target:
                done = export_course(found, target)
        except OSError as error:
            raise CommandError(f"The file {file} cannot be written: {error.strerror}.") from error
        for title in done.drafts:
            self.stdout.write(f"Left out, because it is not published: {title}.")
        self.stdout.write(f"{file}: {done.pages} pages, {done.media} media, digest {done.digest}.")
