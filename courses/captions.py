"""Captions: whether a file is WebVTT that a browser can show. Pure: bytes in, cues out.

The shape is that of the W3C's WebVTT: the word WEBVTT, then blocks parted by empty lines; a cue has a line of times and text.
"""

import re

from django.utils.translation import gettext as _

CLOCK = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
TIMES = re.compile(rf"^{CLOCK}[ \t]+-->[ \t]+{CLOCK}(?:[ \t].*)?$")
OTHER_BLOCKS = ("NOTE", "STYLE", "REGION")
MOST_BYTES = 500_000


class NotCaptionsError(Exception):
    """The file is no WebVTT file; the sentence says why and what to do."""


def check_captions(content: bytes) -> int:
    """Return the number of cues; raises NotCaptionsError with a sentence."""
    if len(content) > MOST_BYTES:
        raise NotCaptionsError(_("This file is too big for captions. Choose the WebVTT file of this film."))
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise NotCaptionsError(
            _("This file is not written in UTF-8. Save it as WebVTT in UTF-8, then choose it again.")
        ) from error
    blocks = [block.split("\n") for block in re.split(r"\n{2,}", text.strip("\n"))]
    first = blocks[0][0]
    if first != "WEBVTT" and not first.startswith(("WEBVTT ", "WEBVTT\t")):
        raise NotCaptionsError(
            _(
                "This is no WebVTT file: its first line must be WEBVTT. Save the captions as WebVTT, then choose it again."
            )
        )
    cues = [block for block in blocks[1:] if not block[0].startswith(OTHER_BLOCKS)]
    if not cues:
        raise NotCaptionsError(_("This file holds no captions. Write at least one, with its times."))
    for number, cue in enumerate(cues, 1):
        _check_cue(number, cue)
    return len(cues)


def _check_cue(number: int, cue: list[str]) -> None:
    at = next((index for index, line in enumerate(cue[:2]) if "-->" in line), None)
    found = TIMES.match(cue[at].strip()) if at is not None else None
    if at is None or found is None:
        raise NotCaptionsError(
            _("Caption %(number)s has no line of times such as 00:01.000 --> 00:04.000. Mend it, then choose it again.")
            % {"number": number}
        )
    if _moment(*found.groups()[:4]) >= _moment(*found.groups()[4:]):
        raise NotCaptionsError(
            _("Caption %(number)s ends before it begins. Mend its times, then choose it again.") % {"number": number}
        )


def _moment(hours: str | None, minutes: str, seconds: str, thousandths: str) -> int:
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(thousandths)
