"""Keep two bootstraps in one folder from installing over each other."""

from collections.abc import Iterator
from contextlib import contextmanager

from tools.bootstrap.places import Places
from tools.bootstrap.processes import say

try:
    import fcntl
except ImportError:  # Windows: a second bootstrap is the user's own lookout there.
    fcntl = None  # type: ignore[assignment]


@contextmanager
def one_at_a_time(places: Places) -> Iterator[None]:
    """Wait for another set-up in this folder to finish, then hold the others back; ends with the process."""
    places.var.mkdir(exist_ok=True)
    with (places.var / "setup.lock").open("w") as lock:
        if fcntl is not None:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("Another set-up is at work in this folder; waiting for it to finish ...")
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield
