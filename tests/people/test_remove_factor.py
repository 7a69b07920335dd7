"""A lost second factor is taken off by a technical administrator, and the account is signed out."""

from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.management import CommandError, call_command

from tests.reading import browser

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def remove(handle):
    told = StringIO()
    call_command("remove_factor", handle, stdout=told)
    return told.getvalue()


def test_it_goes_the_stays_end_and_others_keep_theirs(cast):
    for one in (cast.mei, cast.bo):
        totp.TOTP.activate(one, SECRET)
    mei, bo = browser(cast.mei), browser(cast.bo)
    told = remove("Mei-7KQ")
    assert "removed: 1" in told and "mei" not in told
    assert mei.get("/en/me/").status_code == 302
    assert bo.get("/en/me/").status_code == 200
    assert [one.user for one in Authenticator.objects.all()] == [cast.bo]
    assert "removed: 0" in remove("mei-7kq")


def test_nobody_of_that_name_is_said_so(cast):
    with pytest.raises(CommandError, match="no such account"):
        remove("nobody-abc")
