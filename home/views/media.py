"""Files that authors uploaded, served by the site itself where no other server does; films by ranges, as phones ask."""

import mimetypes
import re
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils._os import safe_join

RANGE = re.compile(r"^bytes=(\d{0,18})-(\d{0,18})$")
# Shown in the page; anything else is handed over as a download, so that no upload runs as a page of ours.
SHOWN = {"image/png", "image/jpeg", "image/gif", "image/webp", "video/mp4", "video/webm", "text/vtt", "image/svg+xml"}
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def media(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with a file, or with the part of it that was asked for."""
    try:
        file = Path(safe_join(settings.MEDIA_ROOT, path))
    except (ValueError, SuspiciousFileOperation) as error:
        raise Http404 from error
    if not file.is_file():
        raise Http404
    kind = "text/vtt" if file.suffix == ".vtt" else mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    asked = RANGE.match(request.headers.get("Range", ""))
    response = part_of(file, *asked.groups()) if asked else FileResponse(file.open("rb"))
    response.headers["Content-Type"] = kind if kind in SHOWN else "application/octet-stream"
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["Cache-Control"] = "public, max-age=86400"
    if kind not in SHOWN:
        response.headers["Content-Disposition"] = "attachment"
    return response


def part_of(file: Path, first: str, last: str) -> HttpResponse:
    """Return the bytes from `first` to `last`, both included; 416 where the file has none of them."""
    size = file.stat().st_size
    if not first and not last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    start = int(first) if first else max(0, size - int(last))
    end = min(int(last), size - 1) if first and last else size - 1
    if start > end:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    with file.open("rb") as stream:
        stream.seek(start)
        body = stream.read(end - start + 1)
    return HttpResponse(body, status=206, headers={"Content-Range": f"bytes {start}-{end}/{size}"})
