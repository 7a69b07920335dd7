"""The address is looked at before any long work."""

import socket

import pytest

from tools.bootstrap.failure import Failure
from tools.bootstrap.ports import check_address, exposure


@pytest.fixture
def busy_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_busy_port_ends_the_run_before_anything_is_made(bootstrap, sentence, places, busy_port):
    said = sentence(bootstrap("run", "--port", str(busy_port)))
    assert f"Port {busy_port} on 127.0.0.1 is in use" in said
    assert f"--port {busy_port + 1}" in said
    assert not places.venv.exists()
    assert not places.var.exists()


def test_a_port_just_left_is_free(busy_port):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            server.accept()[0].close()
    check_address("127.0.0.1", port)


def test_a_foreign_address_is_named():
    with pytest.raises(Failure, match=r"no address 192\.0\.2\.1"):
        check_address("192.0.2.1", 8000)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_the_loopback_needs_no_warning(host):
    assert exposure(host) is None


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "classroom.example"])  # noqa: S104
def test_another_address_comes_with_what_it_means(host):
    assert "everyone who can reach this machine" in exposure(host)


def test_a_port_is_a_number(bootstrap):
    done = bootstrap("run", "--port", "http")
    assert done.returncode == 2
    assert "a port is a number from 1 to 65535, not 'http'" in done.stderr
