"""One row by a statement that is written once: Django writes it anew each time, which costs more than the database.

For what every request or every answer reads, and for nothing else (docs/decisions/0023-load.md).
"""

import datetime
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import connection, models

M = TypeVar("M", bound=models.Model)


class Row(Generic[M]):
    """The first row of a model that a text after FROM gives, with the columns of `fields` (else all) and of `also`.

    `also` is SQL by name; what it gives stands on the instance under that name, as the database gave it. Fields that are
    left out cost one statement each when they are asked for. The parameters of `also` come before those of `source`.
    """

    def __init__(self, model: type[M], source: str, fields: Sequence[str] = (), **also: str) -> None:
        self.model, self.source, self.also = model, source, also
        self.wanted = frozenset(fields)

    @cached_property
    def fields(self) -> list[models.Field]:
        """The fields, in the order of the model."""
        return [one for one in self.model._meta.concrete_fields if not self.wanted or one.attname in self.wanted]

    @cached_property
    def sql(self) -> str:
        """The whole statement."""
        table = self.model._meta.db_table
        columns = [f'"{table}"."{one.column}"' for one in self.fields]
        # Names of our own models and texts of our own code; values are bound.
        return f"SELECT {', '.join([*columns, *self.also.values()])} {self.source} LIMIT 1"

    @cached_property
    def converters(self) -> list[tuple[int, Any, Callable[..., Any]]]:
        """Which column is turned into what, as Django does it for this database."""
        found = []
        for at, field in enumerate(self.fields):
            column = field.get_col(self.model._meta.db_table)
            found += [(at, column, one) for one in connection.ops.get_db_converters(column)]
            found += [(at, column, one) for one in field.get_db_converters(connection)]
        return found

    def get(self, *given: Any) -> M | None:
        """Return the row for these values (ids and moments as Python has them), or None; one statement."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [as_stored(one) for one in given])
            found = cursor.fetchone()
        if found is None:
            return None
        values = list(found)
        for at, column, convert in self.converters:
            values[at] = convert(values[at], column, connection)
        count = len(self.fields)
        instance = self.model.from_db(connection.alias, [one.attname for one in self.fields], values[:count])
        for name, value in zip(self.also, values[count:], strict=True):
            setattr(instance, name, value)
        return instance


def as_stored(value: Any) -> Any:
    """Return an id or a moment as this database keeps it: SQLite has no types for them."""
    if isinstance(value, UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    if isinstance(value, datetime.datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return value


def as_moment(value: datetime.datetime | None) -> datetime.datetime | None:
    """Return a stored moment with its zone; SQLite keeps it in UTC and gives it back without."""
    return value.replace(tzinfo=datetime.UTC) if value is not None and value.tzinfo is None else value
