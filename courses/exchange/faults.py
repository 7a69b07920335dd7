"""What is wrong with the file of a course: every fault with its place, none kept back for a second try. Pure."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Fault:
    """One thing that stands against an import: where in the file, and a whole sentence."""

    place: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}" if self.place else self.sentence


@dataclass
class Report:
    """What an import would do, or did: faults (then nothing is written), and what is made, renewed, the same or left."""

    faults: list[Fault] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    left: list[Fault] = field(default_factory=list)

    def fault(self, place: str, sentence: str) -> None:
        """Note a fault."""
        found = Fault(place, str(sentence))
        if found not in self.faults:
            self.faults.append(found)

    def leave(self, place: str, sentence: str) -> None:
        """Note what is left as it is, or left out."""
        self.left.append(Fault(place, str(sentence)))

    @property
    def counts(self) -> dict[str, int]:
        """Return how many there are of each outcome."""
        return {name: len(getattr(self, name)) for name in ("faults", "made", "renewed", "same", "left")}


class ExchangeError(Exception):
    """The file cannot be taken; nothing was written. `report` names every fault found."""

    def __init__(self, report: Report) -> None:
        super().__init__("; ".join(str(one) for one in report.faults))
        self.report = report
