"""The day it is on the whole site, set by a test."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from django.utils import timezone


@contextmanager
def on(day: datetime.date, hour: int = 9) -> Iterator[datetime.datetime]:
    """Let the site's clock stand at an hour of a day, in the site's own time zone."""
    moment = datetime.datetime.combine(day, datetime.time(hour), timezone.get_default_timezone())
    with mock.patch("django.utils.timezone.now", return_value=moment):
        yield moment
