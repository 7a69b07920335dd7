"""Item types by their code. Adding a type is adding its file, its template, its tests and a line here."""

from assessments.item_types.base import AnswerError, Definition, ItemType, Option, Picture, Presentation, Words
from assessments.item_types.cloze import Cloze
from assessments.item_types.matching import Matching
from assessments.item_types.multiple_response import MultipleResponse
from assessments.item_types.numeric import Numeric
from assessments.item_types.open_text import OpenText
from assessments.item_types.ordering import Ordering
from assessments.item_types.picture_choice import PictureChoice
from assessments.item_types.rating import Rating
from assessments.item_types.short_text import ShortText
from assessments.item_types.single_choice import SingleChoice
from assessments.item_types.true_false import TrueFalse

TYPES: dict[str, ItemType] = {
    one.code: one
    for one in (
        SingleChoice(),
        MultipleResponse(),
        TrueFalse(),
        Ordering(),
        Matching(),
        Cloze(),
        ShortText(),
        Numeric(),
        PictureChoice(),
        Rating(),
        OpenText(),
    )
}

__all__ = ["TYPES", "AnswerError", "Definition", "ItemType", "Option", "Picture", "Presentation", "Words"]
