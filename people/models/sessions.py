"""Sessions that tell no time, and that end with their account. Settings name this module as SESSION_ENGINE."""

import datetime
from typing import Any

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from cryptography.fernet import InvalidToken
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models.accounts import User
from people.rows import Row
from people.seals import seal, unseal

DAY = 24 * 60 * 60
# allauth's name for whose records of authentication these are; it has no public one.
AUTHENTICATION_METHODS_USER = "account_authentication_methods_user"
# Set for staff, whose times may be known: their rights are worth more than the hour at which they came.
STAFF_SINCE = "staff_since"


class Session(AbstractBaseSession):
    """A signed-in browser, held by its account: erasing the account ends it."""

    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="sessions")

    class Meta(AbstractBaseSession.Meta):
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    @classmethod
    def get_session_store_class(cls) -> type["SessionStore"]:
        """Return the store below."""
        return SessionStore


STANDING = Row(Session, 'FROM people_session WHERE "session_key" = %s AND "expire_date" > %s')


class SessionStore(DatabaseStore):
    """Writes sessions from which no time of a sign-in can be read, and no handle; sealed, for what flows keep in them.

    A half sign-in, the key of an app that is being set up, recovery codes not yet on paper: allauth and we keep such
    things in the session, and Django would only sign them.
    """

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Return our own table."""
        return Session

    def _get_session_from_db(self) -> Session | None:
        """Return the row of this session while it lasts: Django's own read, by a statement that is written once."""
        found = STANDING.get(self.session_key, timezone.now())
        if found is None:
            self._session_key = None
        return found

    def encode(self, session_dict: dict[str, Any]) -> str:
        """Return the session's data sealed with a key outside the database."""
        return seal(super().encode(session_dict))

    def decode(self, session_data: str) -> dict[str, Any]:
        """Return what was sealed; nothing where the key is another, which signs out."""
        try:
            return super().decode(unseal(session_data))
        except InvalidToken:
            return {}

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Return the row for this session: blurred, held by its account, its end rounded up to the day."""
        row = super().create_model_instance(blurred(data))
        # Somebody who has given the password and not yet the second factor is nobody yet, but whose row it is is known.
        row.user_id = data.get(SESSION_KEY) or data.get(AUTHENTICATION_METHODS_USER)
        row.expire_date = end_of_day(row.expire_date)
        return row


def end_of_day(moment: datetime.datetime) -> datetime.datetime:
    """Return the next midnight in UTC, so that the end of a session does not tell the time of its beginning."""
    days = -(-moment.timestamp() // DAY)
    return datetime.datetime.fromtimestamp(days * DAY, tz=timezone.get_default_timezone())


def blurred(data: dict[str, Any]) -> dict[str, Any]:
    """Return what a session may hold: allauth's record of a sign-in without handle and, for learners, without time.

    The time becomes the end of its day: a learner is "recently signed in" until then, and a shared device, where that
    would matter, offers nothing that asks for it.
    """
    records = data.get(AUTHENTICATION_METHODS_SESSION_KEY)
    if not isinstance(records, list):
        return data
    kept = [{name: value for name, value in one.items() if name not in {"username", "email"}} for one in records]
    if STAFF_SINCE not in data:
        kept = [one | {"at": -(-one["at"] // DAY) * DAY} if "at" in one else one for one in kept]
    return data | {AUTHENTICATION_METHODS_SESSION_KEY: kept}
