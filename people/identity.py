"""The one door to names and addresses of staff: opened for a named purpose, and recorded."""

from django.db import transaction

from people.audit import record
from people.choices import Deed, PrivacyClass
from people.models import Identity, User
from people.seals import seal, unseal


class ProtectedAccountError(Exception):
    """A protected account keeps no name and no address."""


def keep_identity(user: User, *, name: str = "", address: str = "") -> None:
    """Keep the name and the address somebody chose to leave; two empty ones forget the identity.

    Raises ProtectedAccountError for a protected account.
    """
    if user.privacy_class == PrivacyClass.PROTECTED:
        raise ProtectedAccountError
    if not name.strip() and not address.strip():
        Identity.objects.filter(user=user).delete()
        return
    Identity.objects.update_or_create(
        user=user, defaults={"name_sealed": seal(name.strip()), "mail_sealed": seal(address.strip())}
    )


def own_identity(user: User) -> tuple[str, str]:
    """Return one's own name and address, empty where none is kept."""
    held = Identity.objects.filter(user=user).first()
    return (unseal(held.name_sealed), unseal(held.mail_sealed)) if held else ("", "")


@transaction.atomic
def reveal_name(user: User, *, by: User) -> str:
    """Return the name of somebody to a member of staff, and record that it was read; empty where none is kept."""
    record(by, Deed.READ_IDENTITY, user)
    return own_identity(user)[0]
