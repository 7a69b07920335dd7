"""Fetching is authorising: from a request to the one table this account may read."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from courses.models import Programme
from reports.choices import Population
from reports.measures import default_population
from reports.permissions import classes_hidden_from
from reports.tables import GainTable, gain_table

PEOPLE = "people"


def asked_population(request: HttpRequest, programme: Programme) -> Population:
    """Return whom the address asks for; fixed partitions only, so any other question does not exist."""
    asked = request.GET.getlist(PEOPLE)
    if not asked and not request.GET:
        return default_population(programme)
    if set(request.GET) != {PEOPLE} or len(asked) != 1 or asked[0] not in Population.values:
        raise Http404
    return Population(asked[0])


def asked_table(request: HttpRequest, slug: str) -> GainTable:
    """Return the table asked for, without the audiences hidden from this account. Raises MixedInstrumentsError."""
    programme = get_object_or_404(Programme, slug=slug)
    population = asked_population(request, programme)
    return gain_table(programme, population, without=classes_hidden_from(request.user))
