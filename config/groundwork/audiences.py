"""The audiences of the courses, as data. Names are kept in English and translated where they are shown."""

from django.utils.translation import gettext_noop as _

from people.choices import PrivacyClass
from people.models import Audience

AUDIENCES = (
    ("police", _("Police officers"), PrivacyClass.LAW_ENFORCEMENT),
    ("social-worker", _("Social workers"), PrivacyClass.ORDINARY),
    ("backbone", _("Backbone peers"), PrivacyClass.PROTECTED),
    ("fellow", _("Fellows"), PrivacyClass.PROTECTED),
    # A relative in a list tells who in the family uses drugs.
    ("family", _("Families"), PrivacyClass.PROTECTED),
)


def make_audiences() -> None:
    """Make the audiences that are missing; one that staff have changed stays as it is."""
    for position, (code, name, privacy_class) in enumerate(AUDIENCES):
        fields = {"name": name, "privacy_class": privacy_class, "position": position}
        Audience.objects.get_or_create(code=code, defaults=fields)
