"""The processes of a server: which they are, what they use, how they end. Linux alone tells."""

import contextlib
import os
import signal
import socket
import subprocess
from collections.abc import Iterable
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """Return a port of the loopback that nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def descendants(pid: int) -> list[int]:
    """Return a process and every one below it, parents first."""
    parents = {int(one.name): _stat(int(one.name))[1] for one in Path("/proc").iterdir() if one.name.isdigit()}
    found = [pid]
    for each in found:
        found += [child for child, parent in parents.items() if parent == str(each)]
    return found


def cpu_seconds(pids: Iterable[int]) -> float:
    """Return the processor time that these processes have used so far."""
    return sum(int(stat[11]) + int(stat[12]) for stat in map(_stat, pids)) / TICK


def memory_mib(pid: int) -> float:
    """Return what a process holds in memory."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")), 0.0)


def end(process: "subprocess.Popen[bytes]", seconds: float = 5) -> None:
    """End a process that leads a group of its own, politely first, and then what is left of the group."""
    process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _stat(pid: int) -> list[str]:
    """Return the fields after the name: state, parent, ..; the times of use are the 12th and 13th."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ["", "", *["0"] * 20]
