"""Rows that pages may refer to, by a name that is the same on every site."""

from django.db import models

from courses.models import Programme

_named: dict[type[models.Model], str] = {Programme: "slug"}


def register_name(model: type[models.Model], field: str) -> None:
    """Let pages refer to rows of a model by a field that is unique and the same on every site."""
    _named[model] = field


def name_field(model: type[models.Model]) -> str | None:
    """Return the field by which rows of a model are known on every site, None where they are not."""
    return _named.get(model)
