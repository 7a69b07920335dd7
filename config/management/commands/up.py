"""Set the site up and run it: web server and worker, until Ctrl-C."""

import os
import sys
import time
from argparse import ArgumentParser
from typing import Any
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from config.groundwork.preparing import GatheringFailedError, fill_site, prepare_ground
from config.groundwork.ready import addresses, demonstration
from config.groundwork.servers import web_server, worker
from config.supervisor import Child, Children, GivenUpError, stop_signals_interrupt
from tools.bootstrap.failure import Failure
from tools.bootstrap.ports import check_address, is_loopback

START_SECONDS = 90
PAUSE_SECONDS = 0.2
# Between two looks after a child was started again, so that one that fails at once does not keep the machine busy.
RETURN_SECONDS = 1.0
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 -- compared with what somebody asked for
STOPPED_EARLY = 130


class Command(BaseCommand):
    """One command from a fresh checkout to a site that answers."""

    help = "Bring the site up to date, start the web server and the worker, and stop both on Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the address, and how far to go."""
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on (default: %(default)s)")
        parser.add_argument("--check", action="store_true", help="stop with exit code 0 as soon as the site is ready")
        parser.add_argument("--no-demo", action="store_true", help="make no demonstration accounts")

    def handle(self, *args: Any, host: str, port: int, check: bool, no_demo: bool, **options: Any) -> None:
        """Run until somebody says stop, or a child dies."""
        self.host, self.port = host, port
        self.logs = settings.VAR / "logs"
        self.with_demonstration = settings.DEMONSTRATION_ALLOWED and not no_demo
        is_ready = False
        try:
            with stop_signals_interrupt(), Children() as children:
                self._open(children)
                is_ready = True
                if not check:
                    self._stay(children)
        except KeyboardInterrupt:
            self._say("Stopped.")
            if not is_ready:
                sys.exit(STOPPED_EARLY)
        except (Failure, ImproperlyConfigured) as error:
            raise CommandError(str(error)) from error

    def _say(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()

    def _open(self, children: Children) -> None:
        check_address(self.host, self.port)
        try:
            prepare_ground(self._say, self.logs)
        except GatheringFailedError as error:
            raise CommandError(f"The style sheets could not be gathered: {error} says why.") from error
        self._start(children)
        fill_site(self._say, with_demonstration=self.with_demonstration)
        self._wait_for_front_page(children)
        self._say("\n".join(["", "READY", *addresses(self._origin())]))
        if self.with_demonstration:
            self._say("\n".join(["", *demonstration(timezone.localdate())]))
        self._say("\nCtrl-C stops the site.")

    def _origin(self) -> str:
        """Return how a person on this machine, or on the network that was asked for, reaches the site."""
        name = "localhost" if is_loopback(self.host) or self.host in EVERYWHERE else self.host
        return f"http://[{name}]:{self.port}" if ":" in name else f"http://{name}:{self.port}"

    def _start(self, children: Children) -> None:
        names = [os.environ.get("ALLOWED_HOSTS", ""), "*" if self.host in EVERYWHERE else self.host]
        env = {"SITE_URL": self._origin(), **os.environ, "ALLOWED_HOSTS": ",".join(filter(None, names))}
        for name, argv in (("web server", web_server(self.host, self.port)), ("worker", worker())):
            log = self.logs / f"{name.split()[0]}-{self.port}.log"
            children.start(name, argv, log, cwd=settings.ROOT, env=env)

    def _wait_for_front_page(self, children: Children) -> None:
        # An address for everybody is none to call: the server listens on the loopback as well.
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104 -- whoever listens everywhere is asked on the loopback
        place = f"[{host}]" if ":" in host else host
        request = Request(f"http://{place}:{self.port}/en/", headers={"Host": f"localhost:{self.port}"})
        # Without this a proxy of the network would be asked for our own machine.
        opener = build_opener(ProxyHandler({}))
        answer: object = "nothing"
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            self._refuse_dead(children.first_dead())
            try:
                with opener.open(request, timeout=START_SECONDS) as response:
                    if response.status == 200:
                        return
                    answer = response.status
            except HTTPError as error:
                answer = error.code
            except OSError:
                pass
            time.sleep(PAUSE_SECONDS)
        raise CommandError(
            f"The front page answered {answer} for {START_SECONDS} seconds: {self.logs}/web-{self.port}.log says why."
        )

    def _stay(self, children: Children) -> None:
        while True:
            try:
                returned = children.bring_back()
            except GivenUpError as error:
                self._refuse_dead(error.args[0])
            for child in returned:
                self._say(f"The {child.name} ended by itself and was started again; {child.log} says why.")
            time.sleep(RETURN_SECONDS if returned else PAUSE_SECONDS)

    def _refuse_dead(self, child: Child | None) -> None:
        if child is not None:
            raise CommandError(
                f"The {child.name} has ended by itself, so the site is stopped; {child.log} says why. "
                f"Its last words: {child.last_words() or 'none.'}"
            )
