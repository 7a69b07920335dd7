"""On every page of somebody who is signed in there are two ways out: signing out, and leaving quickly."""

import pytest

from tests.factories.courses import home_page
from tests.reading import browser, forms, links

PAGES = ("/en/", "/en/me/", "/accounts/2fa/", "/accounts/password/", "/erase/", "/en/join/", "/c/", "/en/nowhere/")


def actions(answer):
    return [form["action"] for form in forms(answer)]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_of_somebody_signed_in_has_both(cast, address):
    home_page()
    answer = browser(cast.mei).get(address)
    assert "/accounts/logout/" in actions(answer)
    assert "/leave/" in links(answer)


@pytest.mark.parametrize("address", ["/en/join/", "/c/", "/accounts/login/"])
def test_a_visitor_has_nothing_to_leave(db, client, address):
    answer = client.get(address)
    assert "/accounts/logout/" not in actions(answer) and "/leave/" not in links(answer)
