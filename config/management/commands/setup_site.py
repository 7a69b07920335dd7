"""Lay the ground of a site: languages, home pages, audiences, roles, schedules."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from config.groundwork.audiences import make_audiences
from config.groundwork.languages import follow_source, make_home_pages, make_locales
from config.groundwork.roles import make_roles
from config.groundwork.schedules import make_schedules


class Command(BaseCommand):
    """Safe to run again: it adds what is missing and leaves everything else."""

    help = "Make the languages, home pages, audiences, roles and schedules that every site needs."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make whatever is missing; the cache table first, since Wagtail asks for it at the first page."""
        call_command("createcachetable", verbosity=0)
        with transaction.atomic():
            make_locales()
            make_roles(make_home_pages().values())
            follow_source()
            make_audiences()
            make_schedules()
        if options["verbosity"]:
            self.stdout.write("The site has its languages, home pages, audiences, roles and schedules.")
