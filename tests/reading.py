"""How tests read an answer: its words, its links, its forms; never its markup."""

import html
import re
import time
from html.parser import HTMLParser
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

HIDDEN = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL)


def browser(user: Any = None, *, second_factor: bool = True) -> Client:
    """Return a browser in which somebody is signed in, or nobody; staff have given their second factor."""
    made = Client()
    if user is not None:
        made.force_login(user, backend="people.backends.AccountBackend")
    if user is not None and user.is_staff and second_factor:
        session = made.session
        session["account_authentication_methods"] = [{"method": "mfa", "at": time.time()}]
        session["account_authentication_methods_user"] = str(user.pk)
        session.save()
    return made


def words(answer: HttpResponse) -> str:
    """Return what a page says, in one line."""
    text = re.sub(r"<[^>]+>", " ", HIDDEN.sub(" ", answer.content.decode()))
    return " ".join(html.unescape(text).split())


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, Any]] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))
        if tag == "form":
            self.forms.append({"action": given.get("action"), "names": set(), "data": {}})
        if tag in {"input", "button", "textarea"} and self.forms and given.get("name"):
            self.forms[-1]["names"].add(given["name"])
            if tag == "input" and (given.get("type") not in {"radio", "checkbox"} or "checked" in given):
                self.forms[-1]["data"][given["name"]] = given.get("value") or ""


def forms(answer: HttpResponse) -> list[dict[str, Any]]:
    """Return the forms of a page: where each goes, the names it sends, the values it holds."""
    reader = _Forms()
    reader.feed(answer.content.decode())
    return reader.forms


def form_with(answer: HttpResponse, name: str) -> dict[str, Any]:
    """Return the form of a page that sends `name`."""
    return next(form for form in forms(answer) if name in form["names"])


def links(answer: HttpResponse) -> list[str]:
    """Return where a page leads."""
    reader = _Forms()
    reader.feed(answer.content.decode())
    return reader.links


def queries(client: Client, address: str) -> int:
    """Return how many queries a page costs once caches are warm."""
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        answer = client.get(address)
    assert answer.status_code == 200
    return len(captured)
