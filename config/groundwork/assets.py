"""Static files: gathered by a child process while other work goes on, and only when one of them has changed."""

import hashlib
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders

STAMP = ".gathered"


class Gathering:
    """One run of `collectstatic`; nothing runs where the last one is still good."""

    def __init__(self) -> None:
        self.root = Path(settings.STATIC_ROOT)
        self.digest = _digest()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def is_needed(self) -> bool:
        """Tell whether a file was added, changed or removed since the last gathering."""
        stamp = self.root / STAMP
        return not stamp.is_file() or stamp.read_text() != self.digest

    def start(self, log: Path) -> None:
        """Begin; what it says goes to `log`."""
        (self.root / STAMP).unlink(missing_ok=True)
        with log.open("wb") as sink:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
                cwd=settings.ROOT,
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=subprocess.STDOUT,
            )

    def cancel(self) -> None:
        """End it early; the next start begins anew."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait()

    def finish(self) -> bool:
        """Wait for the end; False where the files could not be gathered."""
        if self.process is None:
            return True
        if self.process.wait() != 0:
            return False
        (self.root / STAMP).write_text(self.digest)
        return True


def _digest() -> str:
    """Return a digest of the paths, sizes and times of all static files there are."""
    sum_ = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for name, storage in finder.list(None):
            state = Path(storage.path(name)).stat()
            sum_.update(f"{name}\0{state.st_size}\0{state.st_mtime_ns}\n".encode())
    return sum_.hexdigest()
