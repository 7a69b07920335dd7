"""Films and recordings: whether a file is what its name says. Pure: the first bytes in, an answer out."""

HEAD_BYTES = 64
# What the first box of an MP4 file can be (ISO 14496-12).
FIRST_BOXES = (b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide")


def is_recording(ending: str, head: bytes) -> bool:
    """Tell whether a file that begins with `head` can be a film or recording with this ending, without its point."""
    if ending in ("mp4", "m4a"):
        return head[4:8] in FIRST_BOXES
    if ending == "webm":
        return head.startswith(b"\x1aE\xdf\xa3")
    if ending == "ogg":
        return head.startswith(b"OggS")
    if ending == "mp3":
        # A tag, or the eleven bits with which a frame begins.
        return head.startswith(b"ID3") or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0)
    return False
