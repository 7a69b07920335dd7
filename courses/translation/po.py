"""PO files of a page as translators send them back. Pure: reads bytes, says in sentences what is wrong, writes nothing."""

import unicodedata

import polib
from django.utils.translation import gettext as _
from wagtail_localize.strings import StringValue, validate_translation_links

MOST_BYTES = 2 * 1024 * 1024
TRANSLATION = "X-WagtailLocalize-TranslationID"
MOST_FAULTS = 20
# As wide as the column: PostgreSQL refuses a longer title with an error.
TITLE, LONGEST_TITLE = "title", 255


class PoFileError(Exception):
    """The file cannot be taken; the argument is a list of whole sentences."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(faults)
        self.faults = faults


def read_po(content: bytes, translation: str) -> polib.POFile:
    """Return the finished entries of a PO file made for a translation, in one form of Unicode.

    Empty, fuzzy and obsolete entries are left out. Raises PoFileError, which names each entry that is wrong.
    """
    found = _parsed(content)
    if TRANSLATION not in found.metadata:
        raise PoFileError([_("This file names no page. Take the PO file from the page itself and fill that one in.")])
    if found.metadata[TRANSLATION] != translation:
        raise PoFileError([_("This file belongs to another page or language. Open that page and send the file there.")])
    faults = []
    kept = []
    for number, entry in enumerate(found, 1):
        if entry.obsolete or entry.fuzzy or not entry.msgstr.strip():
            continue
        entry.msgstr = unicodedata.normalize("NFC", entry.msgstr)
        try:
            StringValue.from_translated_html(entry.msgstr)
            validate_translation_links(entry.msgid, entry.msgstr)
        except ValueError as error:
            faults.append(
                _("Entry %(number)s (%(text)s): %(fault)s")
                % {"number": number, "text": entry.msgid[:40], "fault": error.args[0]}
            )
        if entry.msgctxt == TITLE and len(entry.msgstr) > LONGEST_TITLE:
            faults.append(_("Entry %(number)s: this title is longer than 255 signs. Shorten it.") % {"number": number})
        kept.append(entry)
    if faults:
        raise PoFileError(faults[:MOST_FAULTS])
    found[:] = kept
    return found


def _parsed(content: bytes) -> polib.POFile:
    if len(content) > MOST_BYTES:
        raise PoFileError([_("This file is larger than 2 MB. A page's PO file is far smaller: send that one.")])
    try:
        text = content.decode("utf-8-sig")
        # Without a line break polib may take short content for the name of a file on this machine, and read that.
        return polib.pofile("\n" + text)
    except (OSError, UnicodeDecodeError, ValueError, IndexError, AttributeError) as error:
        # polib raises OSError for whatever it cannot parse.
        raise PoFileError([_("This is no PO file in UTF-8. Save it as PO (gettext) and send it again.")]) from error
