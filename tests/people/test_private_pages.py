"""Nothing of a person's pages is kept by a browser, or told to another site."""

import pytest

from tests.factories.courses import home_page
from tests.reading import browser


@pytest.mark.parametrize("address", ["/me/", "/en/me/", "/en/", "/en/nowhere/", "/c/", "/en/join/"])
def test_no_page_of_somebody_signed_in_is_stored(cast, address):
    home_page()
    answer = browser(cast.mei).get(address)
    assert {"no-store", "private"} <= set(answer.headers["Cache-Control"].replace(",", " ").split())


@pytest.mark.parametrize("address", ["/en/join/", "/c/", "/accounts/login/"])
def test_no_page_is_used_by_other_sites_or_told_to_them(db, client, address):
    answer = client.get(address)
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["Referrer-Policy"] in {"same-origin", "no-referrer"}


def test_nothing_from_another_host_may_run_on_a_page(db, client):
    policy = client.get("/en/join/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "http" not in policy
