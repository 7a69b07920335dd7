"""Item types by their code. Adding a type is adding its file, its template, its tests and a line here."""

from assessments.item_types.base import AnswerError, Definition, ItemType, Option, Presentation, Words
from assessments.item_types.single_choice import SingleChoice

TYPES: dict[str, ItemType] = {one.code: one for one in (SingleChoice(),)}

__all__ = ["TYPES", "AnswerError", "Definition", "ItemType", "Option", "Presentation", "Words"]
