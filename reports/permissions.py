"""Who may see what people learnt: one rule for the menu, every view and the audiences on a page."""

from typing import Any

from people.choices import PrivacyClass, Role
from people.permissions import has_role, is_law_enforcement

GAIN_READERS = (Role.LEAD, Role.AUDITOR, Role.TRAINER, Role.AUTHOR)

CLEARNESS_READERS = (Role.AUTHOR,)


def may_read_gains(user: Any) -> bool:
    """Tell whether the account may read gain reports at all."""
    return has_role(user, *GAIN_READERS)


def classes_hidden_from(user: Any) -> tuple[str, ...]:
    """Return the privacy classes whose audiences are left out: the police read nothing about protected people."""
    return (str(PrivacyClass.PROTECTED),) if is_law_enforcement(user) else ()


def may_read_items(user: Any) -> bool:
    """Tell whether the account may read how single questions were answered: authors, and nobody beside them."""
    return has_role(user, Role.AUTHOR)


def may_read_clearness(user: Any) -> bool:
    """Tell whether the account may read how clear lessons were found: those who write them."""
    return has_role(user, *CLEARNESS_READERS)
