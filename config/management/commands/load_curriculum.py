"""Write the courses that stand in plain files into the site."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.curriculum.reading.faults import CurriculumError
from config.curriculum.reading.programmes import read_curriculum
from config.curriculum.reading.shapes import Programme
from config.curriculum.writing.pages import PageWriter
from config.curriculum.writing.programmes import write_programme
from courses.indexing import read_lessons
from home.models import HomePage


class Command(BaseCommand):
    """Safe to run again: only what differs from the files is written."""

    help = "Check the curriculum's files, then write them into the site; with any fault in them nothing is written."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the folder, and whether authors' work may be overwritten."""
        parser.add_argument("--folder", type=Path, default=settings.ROOT / "curriculum", help="default: %(default)s")
        parser.add_argument("--only", nargs="+", metavar="PROGRAMME", help="short names; default: all that are there")
        parser.add_argument("--update", action="store_true", help="also overwrite pages that an author has edited")

    def handle(self, *args: Any, folder: Path, only: list[str] | None, update: bool, **options: Any) -> None:
        """Read everything, then write it, or those programmes that are asked for."""
        if not HomePage.objects.exists():
            raise CommandError("The site has no home page yet: run `manage.py setup_site` first.")
        writer = PageWriter(overwrite=update)
        try:
            programmes = read_curriculum(folder)
            programmes = _chosen(programmes, only)
            for programme in programmes:
                write_programme(programme, writer)
        except CurriculumError as error:
            for fault in error.faults:
                self.stderr.write(str(fault))
            raise CommandError(
                f"The curriculum has {len(error.faults)} fault(s), named above, and was not loaded: "
                "mend them and run the same command again."
            ) from error
        read_lessons()
        self._report(len(programmes), writer, options["verbosity"])

    def _report(self, programmes: int, writer: PageWriter, verbosity: int) -> None:
        for name in writer.left:
            self.stdout.write(f"Left as its author wrote it, though the file differs: {name}. --update overwrites it.")
        if verbosity:
            self.stdout.write(f"{programmes} programmes: {writer.made} pages made, {len(writer.renewed)} renewed.")


def _chosen(programmes: list[Programme], only: list[str] | None) -> list[Programme]:
    """Return the programmes that are asked for; raises CommandError for one that is not there."""
    known = {one.slug: one for one in programmes}
    for slug in only or ():
        if slug not in known:
            raise CommandError(f"No programme is called {slug}. There are: {', '.join(known)}.")
    return [known[slug] for slug in only] if only else programmes
