"""Print the gain report of a programme."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from courses.models import Programme
from reports import sentences
from reports.choices import Population
from reports.exports import gain_json
from reports.measures import MixedInstrumentsError, default_population
from reports.tables import GainTable, gain_table


class Command(BaseCommand):
    """Says what the report page says; disclosure control included."""

    help = "Prints what people of a programme knew before and after, as the report shows it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a programme, the people and the form of the answer."""
        parser.add_argument("programme", metavar="PROGRAMME", help="The programme's short name, for example anshan.")
        parser.add_argument("--json", action="store_true", help="Print JSON instead of a table.")
        parser.add_argument(
            "--people",
            choices=[str(value) for value in Population.values],
            help="Whom to count; synthetic people where the programme has any, unless told otherwise.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Count, publish, print."""
        programme = Programme.objects.filter(slug=options["programme"]).first()
        if programme is None:
            known = ", ".join(Programme.objects.values_list("slug", flat=True)) or "none"
            raise CommandError(f'There is no programme "{options["programme"]}". Programmes here: {known}.')
        population = Population(options["people"]) if options["people"] else default_population(programme)
        try:
            table = gain_table(programme, population)
        except MixedInstrumentsError as error:
            raise CommandError(
                "The scores of this programme come from different tests and cannot be put together. "
                "Give all its tests one instrument, one test for each wave."
            ) from error
        if options["json"]:
            self.stdout.write(json.dumps(gain_json(table), indent=2))
        else:
            self._write_table(table)

    def _write_table(self, table: GainTable) -> None:
        self.stdout.write(f"{table.programme.name}: {table.population.label}")
        for line in table.audiences:
            self.stdout.write(f"\n{line.name}")
            for rule in table.rules:
                for wave in table.waves:
                    figure = table.figure(line, wave, rule)
                    interval = sentences.interval_of(figure)
                    told = sentences.figure_cell(figure) + (f" ({interval})" if interval else "")
                    self.stdout.write(f"  {rule.slug:<14}{wave:<11}{sentences.size(figure):>10}  {told}")
        if not table.audiences:
            self.stdout.write("Nobody is counted here yet.")
