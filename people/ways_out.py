"""What ends stays: a new password, signing out everywhere."""

from django.db import transaction

from people.models import Session, User


def end_other_stays(user: User, kept: str | None) -> int:
    """Sign an account out everywhere but in the session `kept` (None: everywhere); return how many stays ended."""
    ended, _details = Session.objects.filter(user=user).exclude(session_key=kept or "").delete()
    return ended


def change_password(user: User, password: str, kept: str | None) -> None:
    """Set a new password and end every stay but the one it was set in."""
    # Before the transaction: hashing takes its time, and nobody could save an answer meanwhile.
    user.set_password(password)
    with transaction.atomic():
        user.save(update_fields=["password"])
        end_other_stays(user, kept)
