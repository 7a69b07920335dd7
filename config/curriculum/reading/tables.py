"""A TOML table read with care: whatever is missing, of the wrong shape or misspelt becomes a fault with its place.

Reading goes on after a fault with an empty value of the right type, so that one run finds all of them.
"""

import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from config.curriculum.reading.faults import Faults

LANGUAGES = ("en", "zh-hans")
# Languages in which only titles and key messages are written; the rest of such a page is in English.
OTHERS = ("my", "km", "vi")
Text = dict[str, str]


class Table:
    """One table of a file."""

    def __init__(self, values: dict[str, Any], file: str, place: str, faults: Faults) -> None:
        self.values, self.file, self.place, self.faults = values, file, place, faults
        self.asked: set[str] = set()

    def fault(self, sentence: str) -> None:
        """Note what is wrong at this place."""
        self.faults.add(self.file, self.place, sentence)

    def has(self, key: str) -> bool:
        """Tell whether the key is there."""
        return key in self.values

    def word(self, key: str, *, needed: bool = True) -> str:
        """Return a plain string that is the same in every language, empty where it may be left out."""
        return str(self._value(key, str, "", "a text in quotation marks", needed=needed))

    def number(self, key: str, *, needed: bool = True) -> int:
        """Return a whole number of 1 or more, 0 where it may be left out."""
        value = self._value(key, int, 0, "a whole number", needed=needed)
        if value < 0 or (value == 0 and key in self.values):
            self.fault(f'"{key}" must be 1 or more.')
        return int(value)

    def flag(self, key: str) -> bool:
        """Return true or false."""
        return bool(self._value(key, bool, False, "true or false"))

    def words(self, key: str, *, needed: bool = True) -> tuple[str, ...]:
        """Return a list of plain strings."""
        value = self._value(key, list, [], "a list", needed=needed)
        if not all(isinstance(one, str) and one for one in value):
            self.fault(f'"{key}" must hold texts only, none of them empty.')
            return ()
        return tuple(value)

    def choice(self, key: str, allowed: Collection[str], *, needed: bool = True) -> str:
        """Return one of the allowed words."""
        word = self.word(key, needed=needed)
        if word and word not in allowed:
            self.fault(f'"{key}" is "{word}": choose one of {", ".join(allowed)}.')
            return ""
        return word

    def text(self, key: str, limit: int = 0, *, others: Collection[str] = ()) -> Text:
        """Return a text in every language, from `key = { en = ..., "zh-hans" = ... }`; `limit` is its longest in signs.

        A text in a language of `others` may be left out, and then is not in the answer.
        """
        value = self._value(key, dict, {}, 'a table of the form { en = "...", "zh-hans" = "..." }')
        inner = Table(value, self.file, f"{self.place} {key}".strip(), self.faults)
        return inner.own_text(limit, others=others, close=True) if value else dict.fromkeys(LANGUAGES, "")

    def own_text(self, limit: int = 0, *, others: Collection[str] = (), close: bool = False) -> Text:
        """Return the text that stands in this table itself under the names of the languages."""
        written = (*LANGUAGES, *(one for one in others if self.has(one)))
        found = {language: self.word(language).strip() for language in written}
        for language, text in found.items():
            if language in self.values and not text:
                self.fault(f'"{language}" is empty: write the text or take the whole entry out.')
            if limit and len(text) > limit:
                self.fault(f'"{language}" has {len(text)} signs: shorten it to {limit} at most.')
        if close:
            self.close()
        return found

    def own_lists(self) -> dict[str, tuple[str, ...]]:
        """Return one list per language, all equally long."""
        found = {language: self.words(language) for language in LANGUAGES}
        if len({len(entries) for entries in found.values()}) > 1:
            lengths = ", ".join(f"{language} has {len(entries)}" for language, entries in found.items())
            self.fault(f"The lists are not equally long ({lengths}): each entry needs its translation.")
        return found

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """Return one list per language from the table under `key`."""
        inner = self.table(key)
        found = inner.own_lists()
        inner.close()
        return found

    def table(self, key: str, *, needed: bool = True) -> "Table":
        """Return the table under `key`."""
        value = self._value(key, dict, {}, "a table", needed=needed)
        return Table(value, self.file, f"{self.place} {key}".strip(), self.faults)

    def tables(self, key: str, *, named_by: str = "", least: int = 0) -> list["Table"]:
        """Return the tables of a list, each placed by its number, or by its own name where it has one."""
        value = self._value(key, list, [], f"a list of [[{key}]] tables", needed=least > 0)
        found = []
        for number, one in enumerate(value, 1):
            if not isinstance(one, dict):
                self.fault(f'"{key}" must be a list of [[{key}]] tables.')
                return []
            name = one.get(named_by) or number
            found.append(Table(one, self.file, f"{self.place} {key} {name}".strip(), self.faults))
        if len(found) < least and value:
            self.fault(f"There must be at least {least} [[{key}]].")
        return found

    def close(self) -> None:
        """Note every key that nobody asked for: it is misspelt, or stands in the wrong place."""
        for key in self.values.keys() - self.asked:
            self.fault(f'"{key}" is not known here: mend its spelling or take it out.')

    def _value(self, key: str, kind: type, default: Any, shape: str, *, needed: bool = True) -> Any:
        self.asked.add(key)
        if key not in self.values:
            if needed:
                self.fault(f'"{key}" is missing.')
            return default
        value = self.values[key]
        # In Python True is a number; in a course file it is none.
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self.fault(f'"{key}" must be {shape}.')
            return default
        return value


def read_file(path: Path, folder: Path, faults: Faults) -> Table:
    """Read a file below `folder`; one that is missing or no TOML is a fault and reads as an empty table."""
    name = path.relative_to(folder).as_posix()
    try:
        return Table(tomllib.loads(path.read_text(encoding="utf-8")), name, "", faults)
    except OSError:
        faults.add(name, "", "The file is missing or cannot be read.")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.add(name, "", f"This is no valid TOML: {error}.")
    return Table({}, name, "", Faults())
