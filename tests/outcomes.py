"""What an answer means to whoever asked, in the words of the matrix."""

from urllib.parse import urlsplit

from django.http import HttpResponse

from tests.matrix import CONFIRM, FACTOR, FAILED, IN, METHOD, REFUSED, SIGN_IN, UNKNOWN


def met(answer: HttpResponse, address: str) -> str:
    """Return what somebody met, in the words above."""
    if answer.status_code >= 500:
        return FAILED
    named = {403: REFUSED, 404: UNKNOWN, 405: METHOD}.get(answer.status_code)
    if named or answer.status_code not in {301, 302, 303, 307}:
        return named or IN
    to = urlsplit(answer.url).path
    if to.startswith("/accounts/login/"):
        return SIGN_IN
    if to == "/accounts/2fa/totp/activate/" or to == "/accounts/2fa/reauthenticate/":
        return FACTOR
    if to == "/accounts/reauthenticate/":
        return CONFIRM
    if address.startswith("/cms/") and to == "/cms/":
        return REFUSED
    # A missing page is looked for once more below the reader's language, and is missing there as well.
    return UNKNOWN if to == f"/en{address}" and address.startswith("/cms/") else IN
