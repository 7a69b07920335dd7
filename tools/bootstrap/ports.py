"""The address to listen on, looked at before any long work."""

import errno
import ipaddress
import os
import socket

from tools.bootstrap.failure import Failure


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach `host`."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def exposure(host: str) -> str | None:
    """Return the sentence that says what listening on `host` means; None on the loopback."""
    if is_loopback(host):
        return None
    return (
        f"You asked for {host}: everyone who can reach this machine over the network can open the site, nothing on "
        "the way is encrypted, and the demonstration accounts are open to them; press Ctrl-C to stop it. Their browsers "
        "keep a sign-in over plain http only if the site is started with PLAIN_HTTP=1."
    )


def check_address(host: str, port: int) -> None:
    """Raise Failure unless a server could listen on `host` and `port` now."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            if os.name != "nt":
                # Without it, connections that are still closing after a restart look like a busy port.
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
    except OSError as error:
        raise _failure(host, port, error) from error


def _failure(host: str, port: int, error: OSError) -> Failure:
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return Failure(
            f"This machine has no address {host}: name one of its own, or leave --host out to use 127.0.0.1."
        )
    if error.errno == errno.EADDRINUSE:
        return Failure(
            f"Port {port} on {host} is in use by another program: stop that program, "
            f"or choose another port, for example `python3 bootstrap.py run --port {_another(port)}`."
        )
    if error.errno == errno.EACCES:
        return Failure(f"Port {port} is reserved for the administrator of this machine: choose one from 1024 to 65535.")
    return Failure(f"Port {port} on {host} cannot be used ({error.strerror}): choose another with --port.")


def _another(port: int) -> int:
    return port + 1 if port < 65535 else 8000
