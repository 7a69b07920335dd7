"""What `up` prints when the site is ready: addresses, accounts, codes."""

import datetime

from django.urls import reverse

from config.demonstration import keys
from config.demonstration.accounts import sign_ins
from config.demonstration.cohorts import usable_codes


def addresses(origin: str) -> list[str]:
    """Return the doors of the site, one a line."""
    doors = (
        ("Home page", "/"),
        ("Join with a code", "/en/join/"),
        ("Sign in", reverse("account_login")),
        ("Staff", reverse("wagtailadmin_home")),
        ("Check a certificate", reverse("verify")),
    )
    return [f"  {name:<20} {origin}{path}" for name, path in doors]


def demonstration(today: datetime.date) -> list[str]:
    """Return the demonstration accounts with their password, the codes of this moment, and codes to join with."""
    found = sign_ins()
    lines = [f"Demonstration accounts, all with the password {keys.password()}"]
    lines += [f"  {one.handle:<20} {one.about}" for one in found if not one.code]
    lines += ["With a code besides; a fresh one: python3 bootstrap.py code ACCOUNT"]
    lines += [f"  {one.handle:<20} {one.code}  {one.about}" for one in found if one.code]
    lines += ["Join codes"]
    lines += [f"  {cohort.audience.name:<20} {code}  cohort {cohort.name}" for cohort, code in usable_codes(today)]
    return lines
