"""The content security policy: strict for learners, looser for staff pages alone, and never another host."""

import re

import pytest
from django.conf import settings

from tests.reading import browser


def policy(answer):
    parts = (part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))
    return {name: set(rest[0].split()) if rest else set() for name, *rest in parts}


@pytest.mark.parametrize("address", ["/cms/", "/cms/users/", "/cms/reports/staff/", "/cms/account/", "/cms/pages/"])
def test_staff_pages_have_a_policy_of_their_own(root, address):
    found = policy(browser(root).get(address))
    assert found["default-src"] == found["object-src"] == {"'none'"}
    assert found["base-uri"] == found["form-action"] == found["frame-ancestors"] == {"'self'"}
    assert found["script-src"] == {"'self'", "'unsafe-inline'"}


def test_refusals_and_the_way_in_have_it_too(cast):
    for user in (None, cast.mei):
        assert "script-src" in policy(browser(user).get("/cms/"))


@pytest.mark.parametrize("address", ["/leave/", "/accounts/login/", "/recovery/", "/en/join/"])
def test_other_pages_keep_the_strict_one(db, address):
    found = policy(browser().get(address))
    assert found["script-src"] == found["style-src"] == found["img-src"] == {"'self'"}
    assert found["base-uri"] == {"'none'"}


def test_no_policy_names_another_host_or_lets_text_be_run():
    for directives in (settings.CONTENT_SECURITY_POLICY["DIRECTIVES"], settings.STAFF_CONTENT_SECURITY_POLICY):
        for sources in directives.values():
            assert all(re.fullmatch(r"'(self|none|unsafe-inline)'|data:|blob:", source) for source in sources)
    assert "EXCLUDE_URL_PREFIXES" not in settings.CONTENT_SECURITY_POLICY


def test_wagtail_asks_nobody_else_and_shows_no_news_of_its_own(root):
    said = browser(root).get("/cms/").content.decode().lower()
    for part in ("gravatar", "releases.wagtail", "what's new", "whats-new"):
        assert part not in said, part
    assert not re.search(r"<(?:script|img|link|iframe)[^>]*(?:src|href)=.(?:https?:)?//", said)
