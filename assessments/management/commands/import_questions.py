"""`manage.py import_questions FILE`: read questions from a file, say line by line what becomes of each, write them."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from assessments.actions import ImportRefusedError, import_questions
from assessments.actions.importing import plan_import
from assessments.formats import FORMATS, LARGEST, guess, read
from assessments.formats.planning import Plan
from assessments.models import QuestionBank


class Command(BaseCommand):
    """With anything faulty in the file, nothing is written and the exit status is 1."""

    help = "Read questions from a file into a bank, as drafts. With a fault in the file nothing is written."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file and how it is to be read."""
        languages = [code for code, _name in settings.LANGUAGES]
        parser.add_argument("file", type=Path)
        parser.add_argument("--format", choices=sorted(FORMATS), help="default: by the name of the file")
        parser.add_argument("--bank", help="short name of the bank; not needed where there is only one")
        parser.add_argument("--language", choices=languages, default="en", help="of questions that name none")
        parser.add_argument("--accept-losses", action="store_true", help="also take questions a part of which is lost")
        parser.add_argument("--dry-run", action="store_true", help="say what would become of each, and write nothing")
        parser.add_argument("--json", action="store_true", help="print the report as JSON")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        """Read, report, and write unless it is a dry run."""
        bank, body = _bank(options["bank"]), _body(file)
        code = options["format"] or guess(file.name, body)
        if not code:
            raise CommandError(f"The name {file.name} tells no format. Add --format and one of: {', '.join(FORMATS)}.")
        parcel = read(body, code, dict(settings.LANGUAGES), options["language"])
        accept = options["accept_losses"]
        try:
            if options["dry_run"]:
                found = plan_import(bank, parcel, accept_losses=accept)
            else:
                found = import_questions(bank, parcel, by=None, accept_losses=accept)
        except ImportRefusedError as error:
            found = error.plan
        is_written = not options["dry_run"] and not found.is_faulty
        facts = {"file": file.name, "format": code, "bank": bank.slug, "written": is_written}
        self._report(facts, found, as_json=options["json"])
        if found.is_faulty:
            raise CommandError("Nothing was written: mend the lines marked faulty and run the same command again.")

    def _report(self, facts: dict[str, Any], found: Plan, *, as_json: bool) -> None:
        if as_json:
            lines = [
                {"place": line.place, "code": line.code, "outcome": line.outcome, "sentences": line.sentences}
                for line in found.lines
            ]
            self.stdout.write(
                json.dumps({**facts, "counts": found.counts, "lines": lines}, ensure_ascii=False, indent=2)
            )
            return
        for line in found.lines:
            named = f"{line.place}: {line.code}" if line.code else line.place
            self.stdout.write(" ".join([f"{named}: {line.outcome}.", *line.sentences]))
        counts = ", ".join(f"{number} {outcome}" for outcome, number in found.counts.items())
        self.stdout.write(f"{facts['file']} as {facts['format']} into {facts['bank']}: {counts or 'no questions'}.")


def _bank(slug: str | None) -> QuestionBank:
    banks = QuestionBank.objects.filter(slug=slug) if slug else QuestionBank.objects.all()[:2]
    if len(banks) != 1:
        known = ", ".join(QuestionBank.objects.values_list("slug", flat=True)) or "there is none yet"
        raise CommandError(f"Say into which bank with --bank: {known}.")
    return banks[0]


def _body(file: Path) -> bytes:
    try:
        # A file that is too large is refused with its bound; it is not read to its end before.
        with file.open("rb") as held:
            return held.read(LARGEST + 1)
    except OSError as error:
        raise CommandError(f"The file {file} cannot be read: {error.strerror}.") from error
