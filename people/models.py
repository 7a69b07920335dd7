"""Who there is: a handle, an audience, an organisation. Nothing that names a person."""

import uuid

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.choices import OrganisationKind, PrivacyClass
from people.querysets import UserManager


class Audience(models.Model):
    """A trade (police officer, social worker, backbone peer) with its privacy class."""

    code = models.SlugField(_("code"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    privacy_class = models.CharField(_("privacy class"), max_length=20, choices=PrivacyClass.choices)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")
        ordering = ["position", "code"]
        constraints = [
            models.CheckConstraint(
                name="audience_privacy_class_is_known",
                condition=models.Q(privacy_class__in=PrivacyClass.values),
                violation_error_message=_("Choose one of the three privacy classes."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    """A place people belong to, in a tree: ministry, bureau, station; or an NGO, a clinic."""

    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class User(AbstractBaseUser, PermissionsMixin):
    """An account that signs in by its handle.

    The id is random and not ordered in time. `last_login` is switched off, the address is not held at all;
    Wagtail and allauth ask for `email` and get an empty answer.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    handle = models.CharField(_("name on this site"), max_length=40, unique=True)
    language = models.CharField(_("language"), max_length=12, default="en")
    audience = models.ForeignKey(Audience, models.PROTECT, null=True, blank=True, related_name="users")
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="users")
    joined_in = models.DateField(_("month of joining"), null=True, blank=True, help_text=_("First day of the month."))
    notice_version = models.CharField(_("notice read"), max_length=12, blank=True)
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_staff = models.BooleanField(_("staff"), default=False)
    is_synthetic = models.BooleanField(_("synthetic person"), default=False)
    is_demonstration = models.BooleanField(_("demonstration account"), default=False)
    last_login = None

    objects = UserManager()

    USERNAME_FIELD = "handle"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["handle"]
        constraints = [
            models.CheckConstraint(
                name="joined_in_is_a_month",
                condition=models.Q(joined_in__isnull=True) | models.Q(joined_in__day=1),
                violation_error_message=_("Only the month of joining is kept: give its first day."),
            ),
        ]

    def __str__(self) -> str:
        return self.handle

    @property
    def email(self) -> str:
        """Return an empty address: none is held."""
        return ""

    @property
    def first_name(self) -> str:
        """Return nothing: Wagtail's lists ask for it."""
        return ""

    @property
    def last_name(self) -> str:
        """Return nothing: Wagtail's lists ask for it."""
        return ""

    def get_full_name(self) -> str:
        """Return the handle, the only name an account has."""
        return self.handle

    def get_short_name(self) -> str:
        """Return the handle, the only name an account has."""
        return self.handle


class RecoveryCode(models.Model):
    """One single-use way back into an account; only a keyed digest is held."""

    user = models.ForeignKey(User, models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("recovery code")
        verbose_name_plural = _("recovery codes")
