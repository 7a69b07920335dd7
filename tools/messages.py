"""Bring the five catalogues up to date with the sources: `make messages`. Needs GNU gettext; translating is by hand.

A guess of msgmerge is never kept: a changed sentence is an untranslated one. What is no longer said is dropped.
"""

import re
import subprocess
import sys
from pathlib import Path

import polib

ROOT = Path(__file__).parents[1]
LANGUAGES = ("en", "zh_Hans", "my", "km", "vi")
# Holds no words for people, is made by machines, or (tests, tools) speaks to developers only.
LEFT_OUT = (".venv", "node_modules", "var", "tests", "tools")


def main() -> int:
    """Extract, merge, drop guesses; print how much each language lacks."""
    catalogues = {code: ROOT / "locale" / code / "LC_MESSAGES" / "django.po" for code in LANGUAGES}
    for path in catalogues.values():
        # msgmerge stops at a former context ("#| msgctxt") that polib has written.
        path.write_text(re.sub(r"^#\|.*\n", "", path.read_text(encoding="utf-8"), flags=re.M), encoding="utf-8")
    command = [sys.executable, str(ROOT / "manage.py"), "makemessages", "--no-location"]
    command += [part for code in LANGUAGES for part in ("--locale", code)]
    command += [part for name in LEFT_OUT for part in ("--ignore", f"{name}/*")]
    done = subprocess.run(command, cwd=ROOT, check=False)
    if done.returncode:
        return done.returncode
    for code, path in catalogues.items():
        print(f"{code}: {_settle(path)} without a translation")
    return 0


def _settle(path: Path) -> int:
    """Drop guesses and what is no longer said; return how many entries have no translation."""
    catalogue = polib.pofile(str(path), encoding="utf-8")
    for entry in [one for one in catalogue if one.obsolete]:
        catalogue.remove(entry)
    for entry in catalogue:
        if entry.fuzzy:
            entry.flags.remove("fuzzy")
            entry.msgstr = ""
            entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, "")
        entry.previous_msgctxt = entry.previous_msgid = entry.previous_msgid_plural = None
    catalogue.save()
    return len(catalogue.untranslated_entries())


if __name__ == "__main__":
    sys.exit(main())
