"""What is wrong with the curriculum's files: every fault with its file and place, none kept back for a second run."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Fault:
    """One thing to mend: the file, the place in it, and a sentence."""

    file: str
    place: str
    sentence: str

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        return f"{where}: {self.sentence}"


@dataclass
class Faults:
    """The faults found so far."""

    found: list[Fault] = field(default_factory=list)

    def add(self, file: str, place: str, sentence: str) -> None:
        """Note one more."""
        self.found.append(Fault(file, place, sentence))


class CurriculumError(Exception):
    """The files cannot be loaded as they are; `faults` says why."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults
