"""`manage.py import_course FILE`: bring a course from another site; checked whole before anything is written."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from wagtail.models import Site

from courses.exchange.faults import ExchangeError, Report
from courses.exchange.homes import homes_by_language
from courses.exchange.importing import import_course


class Command(BaseCommand):
    """With one fault in the file nothing is written and the exit status is 1."""

    help = "Bring a course from a file of another site. With a fault in the file nothing is written."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file and how it is to be read."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would become of each, and write nothing")
        parser.add_argument("--update", action="store_true", help="also publish pages that read otherwise here")
        parser.add_argument("--json", action="store_true", help="print the report as JSON")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        """Read, check, write and report."""
        try:
            with file.open("rb") as source:
                report = import_course(
                    source, homes_by_language(Site.objects.get(is_default_site=True)),
                    dry_run=options["dry_run"], update=options["update"],
                )  # fmt: skip
        except OSError as error:
            raise CommandError(f"The file {file} cannot be read: {error.strerror}.") from error
        except ExchangeError as error:
            self._say(error.report, as_json=options["json"])
            raise CommandError("Nothing was written: mend what is named and run the same command again.") from error
        self._say(report, as_json=options["json"])

    def _say(self, report: Report, *, as_json: bool) -> None:
        if as_json:
            lines = {name: [str(one) for one in getattr(report, name)] for name in report.counts}
            self.stdout.write(json.dumps(lines, ensure_ascii=False, indent=2))
            return
        for fault in report.faults:
            self.stdout.write(f"Fault: {fault}")
        for one in report.left:
            self.stdout.write(f"Left: {one}")
        counts = report.counts
        self.stdout.write(
            f"{counts['made']} made, {counts['renewed']} renewed, {counts['same']} the same, {counts['left']} left, "
            f"{counts['faults']} faults."
        )
