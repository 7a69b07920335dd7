"""What every answer tells a browser: whom to load from, what to keep, to whom to say where one was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client, RequestFactory

from config.groundwork.servers import web_server
from people.middleware import PrivatePagesMiddleware
from tests.factories.people import PASSWORD
from tests.reading import browser

ROOT = Path(__file__).parents[2]
PUBLIC_PAGES = ("/recovery/", "/accounts/login/", "/en/join/", "/c/", "/leave/")
LEARNER_PAGES = ("/", "/en/join/", "/accounts/login/", "/recovery/", "/c/", "/en/me/", "/erase/")


@pytest.mark.parametrize("address", LEARNER_PAGES)
def test_pages_load_from_here_alone(cast, address):
    policy = browser(cast.mei).get(address, follow=True).headers["Content-Security-Policy"]
    told = {part.split()[0]: part.split()[1:] for part in policy.split(";")}
    assert told["default-src"] == ["'none'"]
    assert {source for sources in told.values() for source in sources} <= {"'none'", "'self'"}
    assert told["script-src"] == ["'self'"]


@pytest.mark.parametrize("address", LEARNER_PAGES)
def test_pages_say_nothing_to_other_sites(cast, address):
    headers = browser(cast.mei).get(address, follow=True).headers
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("address", ["/en/me/", "/erase/", "/me/"])
def test_no_browser_keeps_a_page_of_somebody_signed_in(cast, address):
    assert "no-store" in browser(cast.mei).get(address).headers["Cache-Control"]


@pytest.mark.parametrize("address", PUBLIC_PAGES)
def test_no_browser_keeps_a_page_on_which_a_visitor_types_a_name_or_a_code(db, client, address):
    assert "no-store" in client.get(address).headers["Cache-Control"]


def test_a_static_file_runs_nothing_and_is_framed_and_used_by_nobody_else(db, settings, tmp_path):
    (tmp_path / "mark.svg").write_text("<svg/>")
    settings.STATIC_ROOT = tmp_path
    headers = Client().get("/static/mark.svg").headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_policy_that_a_view_brings_along_says_who_may_frame_it():
    def document(request):
        return HttpResponse(headers={"Content-Security-Policy": "default-src 'none'"})

    request = RequestFactory().get("/documents/1/words.pdf")
    assert PrivatePagesMiddleware(document)(request)["Content-Security-Policy"].endswith("; frame-ancestors 'none'")


def test_cookies_belong_to_this_host_alone(cast):
    client = Client()
    client.get("/language/vi/")
    client.post("/accounts/login/", {"login": cast.mei.handle, "password": PASSWORD})
    client.get("/erase/")
    assert set(client.cookies) == {"__Host-session", "__Host-csrf", "__Host-language"}
    for cookie in client.cookies.values():
        assert cookie["secure"] and cookie["httponly"], cookie.key
        assert cookie["path"] == "/" and not cookie["domain"], cookie.key
        assert cookie["samesite"] == "Lax", cookie.key


KEYS = ("SECRET_KEY", "CODE_KEY", "CACHE_KEY_SECRET", "SECRET_BOX_KEY")
ASKED = "SESSION_COOKIE_NAME, SESSION_COOKIE_SECURE, SECURE_HSTS_SECONDS, DEBUG"


def ask(settings_module, **env):
    """Return what settings say of their cookies, read in a process of its own."""
    needed = {key: key[:2] + "x" * 40 + key for key in KEYS}
    asked = f"from django.conf import settings; print(*(getattr(settings, one) for one in '{ASKED}'.split(', ')))"
    return subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT,
        env=os.environ
        | needed
        | {
            "DJANGO_SETTINGS_MODULE": settings_module,
            "ALLOWED_HOSTS": "training.example",
            "SITE_URL": "https://training.example",
        }
        | env,
        capture_output=True,
        text=True,
    )


def test_a_room_on_plain_http_is_one_setting():
    assert ask("config.settings.test", PLAIN_HTTP="1").stdout.split()[:2] == ["session", "False"]


def test_a_site_for_real_people_refuses_it_and_asks_for_https():
    refused = ask("config.settings.production", PLAIN_HTTP="1")
    assert refused.returncode == 1
    assert "Unset it and serve the site by https." in refused.stderr
    told = ask("config.settings.production", DEBUG="1").stdout.split()
    assert told == ["__Host-session", "True", str(60 * 60 * 24 * 365), "False"]


@pytest.mark.parametrize("key", KEYS)
def test_a_site_for_real_people_starts_with_every_key_given_and_no_default(key):
    for weak in ("", "short"):
        without = ask("config.settings.production", **{key: weak})
        assert without.returncode == 1
        assert f"{key} is missing or shorter than 32 signs" in without.stderr


def test_no_two_keys_are_the_same():
    told = ask("config.settings.production", CODE_KEY="y" * 40, SECRET_BOX_KEY="y" * 40)
    assert told.returncode == 1
    assert "Give each a value of its own." in told.stderr


def test_security_txt_names_the_contact_and_an_end(client, settings):
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "mailto:security@training.example"
    answer = client.get("/.well-known/security.txt")
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    lines = dict(line.split(": ", 1) for line in answer.content.decode().strip().split("\n"))
    assert lines["Contact"] == "mailto:security@training.example"
    assert lines["Expires"].endswith("-01T00:00:00Z")


def test_access_is_not_logged():
    assert "--no-access-log" in web_server("127.0.0.1", 8000)
    assert settings.LOGGING["formatters"]["plain"]["datefmt"] == "%Y-%m-%d %H:%M"
