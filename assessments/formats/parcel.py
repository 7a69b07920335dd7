"""What every format is read into and written from: questions in all their languages, and what was found wrong. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from django.utils.translation import gettext as _

from assessments.choices import QuestionKind, TypeCode


class Weight(StrEnum):
    """How much a finding matters."""

    FAULT = "fault"  # nothing of the file is written
    LOSS = "loss"  # the question is left out, unless whoever imports accepts it without the part
    NOTE = "note"  # not carried, and the question asks the same without it


@dataclass(frozen=True)
class Place:
    """Where in a file: row and column of a table, line (and column) of a text, member of a package. 0 and "": not known."""

    line: int = 0
    column: str = ""
    row: int = 0
    within: str = ""

    def __str__(self) -> str:
        parts = [
            self.within,
            _("row %(number)d") % {"number": self.row} if self.row else "",
            _("line %(number)d") % {"number": self.line} if self.line else "",
            _("column %(name)s") % {"name": self.column} if self.column else "",
        ]
        return ", ".join(part for part in parts if part) or _("the file")


@dataclass(frozen=True)
class Finding:
    """A whole sentence on what is wrong, and where."""

    weight: Weight
    sentence: str
    place: Place = Place()

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}"


@dataclass(frozen=True)
class Text:
    """A question in one language. `matches` stands beside `options`; `accepted` holds the answers of each gap."""

    stem: str = ""
    options: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    accepted: tuple[tuple[str, ...], ...] = ()
    unit: str = ""
    rationale: str = ""


@dataclass(frozen=True)
class ParcelQuestion:
    """A question on its way. "" and None: the file does not say, and what the bank has stays."""

    code: str = ""
    type: str = ""
    key: str = ""
    scoring: str = ""
    tolerance: Decimal | None = None
    topic: str = ""
    kind: str = ""
    source: str = ""
    family: str = ""
    better: str = ""
    facts: str = ""
    audiences: tuple[str, ...] = ()
    texts: Mapping[str, Text] = field(default_factory=dict)
    place: Place = field(default=Place(), compare=False)
    findings: tuple[Finding, ...] = field(default=(), compare=False)

    @property
    def kind_or_usual(self) -> str:
        """Return its kind; where the file says none, a scale is attitude and all else knowledge."""
        usual = QuestionKind.ATTITUDE if self.type == TypeCode.RATING else QuestionKind.KNOWLEDGE
        return self.kind or usual.value

    @property
    def counts(self) -> bool:
        """Tell whether it may count towards a score, and so needs a right answer."""
        return self.kind_or_usual == QuestionKind.KNOWLEDGE

    @property
    def has_faults(self) -> bool:
        """Tell whether something in it must be mended."""
        return any(one.weight is Weight.FAULT for one in self.findings)

    @property
    def has_losses(self) -> bool:
        """Tell whether a part of it could not be carried."""
        return any(one.weight is Weight.LOSS for one in self.findings)


@dataclass(frozen=True)
class Parcel:
    """Questions, and findings that belong to none of them."""

    questions: tuple[ParcelQuestion, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Return every finding."""
        return (*self.findings, *(one for question in self.questions for one in question.findings))

    @property
    def faults(self) -> tuple[Finding, ...]:
        """Return what keeps the whole file from being written."""
        return tuple(one for one in self.all_findings if one.weight is Weight.FAULT)


class FormatError(Exception):
    """The file, or what is being read of it, cannot be read any further."""

    def __init__(self, sentence: str, place: Place = Place()) -> None:
        super().__init__(sentence)
        self.finding = Finding(Weight.FAULT, sentence, place)


class NotCarriedError(Exception):
    """A whole question is of a kind we do not have; `what` names it."""

    def __init__(self, what: str, place: Place = Place()) -> None:
        super().__init__(what)
        self.what, self.place = what, place


class Findings(list[Finding]):
    """What a reader has found so far."""

    def fault(self, sentence: str, place: Place) -> None:
        """Add what must be mended."""
        self.append(Finding(Weight.FAULT, sentence, place))

    def lose(self, what: str, place: Place) -> None:
        """Add a part of a question that is not carried."""
        self.append(Finding(Weight.LOSS, _("Not carried: %(what)s.") % {"what": what}, place))

    def note(self, what: str, place: Place) -> None:
        """Add what is not carried and changes nothing in what is asked."""
        self.append(Finding(Weight.NOTE, _("Not carried: %(what)s.") % {"what": what}, place))
