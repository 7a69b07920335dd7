"""Files that authors uploaded, served by the site itself where no other server does; films by ranges, as phones ask."""

import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils._os import safe_join
from django.utils.http import content_disposition_header

RANGE = re.compile(r"^bytes=(\d{0,18})-(\d{0,18})$")
# Shown in the page; anything else is handed over as a download, so that no upload runs as a page of ours. A drawing
# (SVG) is a page with scripts to whoever opens it alone; in an <img> it is shown all the same, and runs nothing there.
SHOWN = {"image/png", "image/jpeg", "image/gif", "image/webp", "video/mp4", "video/webm", "text/vtt"}
DRAWING = "image/svg+xml"
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
PIECE = 64 * 1024


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Answer with a file, or with the part of it that was asked for."""
    try:
        file = Path(safe_join(settings.MEDIA_ROOT, path))
    except (ValueError, SuspiciousFileOperation) as error:
        raise Http404 from error
    if not file.is_file():
        raise Http404
    asked = RANGE.match(request.headers.get("Range", ""))
    response = part_of(file, *asked.groups()) if asked else FileResponse(file.open("rb"))
    kind = kind_of(file)
    response.headers["Content-Type"] = kind if kind in SHOWN or kind == DRAWING else "application/octet-stream"
    if kind.startswith("text/") and kind in SHOWN:
        response.headers["Content-Type"] = f"{kind}; charset=utf-8"
    response.headers["Content-Disposition"] = content_disposition_header(kind not in SHOWN, file.name) or "inline"
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


def kind_of(file: Path) -> str:
    """Return the type a file's ending stands for."""
    return "text/vtt" if file.suffix == ".vtt" else mimetypes.guess_type(file.name)[0] or "application/octet-stream"


def part_of(file: Path, first: str, last: str) -> HttpResponseBase:
    """Return the bytes from `first` to `last`, both included, piece by piece; 416 where the file has none of them."""
    size = file.stat().st_size
    start = int(first) if first else max(0, size - int(last or 0))
    end = min(int(last), size - 1) if first and last else size - 1
    if start > end:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    headers = {"Content-Range": f"bytes {start}-{end}/{size}", "Content-Length": str(end - start + 1)}
    return StreamingHttpResponse(pieces(file, start, end - start + 1), status=206, headers=headers)


def pieces(file: Path, start: int, left: int) -> Iterator[bytes]:
    """Yield so many bytes of a file; a film of hours never stands in memory."""
    with file.open("rb") as stream:
        stream.seek(start)
        while left > 0 and (piece := stream.read(min(PIECE, left))):
            left -= len(piece)
            yield piece
