"""Models of people, by what they are about."""

from people.models.accounts import User
from people.models.audit import StaffAction
from people.models.identities import Identity
from people.models.places import Audience, Organisation
from people.models.sessions import Session
from people.models.ways_in import RecoveryCode

__all__ = ["Audience", "Identity", "Organisation", "RecoveryCode", "Session", "StaffAction", "User"]
