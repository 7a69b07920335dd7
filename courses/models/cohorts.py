"""People starting together, the codes they join with, and who looks after them."""

import uuid
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from courses.choices import CohortRole
from courses.models.programmes import Programme
from courses.querysets import CohortQuerySet, EnrolmentQuerySet, JoinCodeQuerySet
from people.choices import PrivacyClass
from people.models import Audience, Organisation
from people.permissions import is_law_enforcement


class Cohort(ClusterableModel):
    """People of one audience who start one programme together."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=80, help_text=_("Learners see it: a flower, a river; never a place."))
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="cohorts", verbose_name=_("programme"))
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="cohorts", verbose_name=_("audience"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="cohorts", verbose_name=_("organisation")
    )
    # Copied from the audience when the cohort is made, and by a trigger: the wall stands on it. It never changes.
    privacy_class = models.CharField(max_length=20, choices=PrivacyClass.choices, default="", editable=False)
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES, default="en")
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    is_open = models.BooleanField(
        _("open to everyone"),
        default=False,
        help_text=_("May be joined without a code. Never for protected audiences."),
    )
    is_synthetic = models.BooleanField(_("synthetic"), default=False, editable=False)

    objects = CohortQuerySet.as_manager()

    class Meta:
        verbose_name = _("cohort")
        verbose_name_plural = _("cohorts")
        ordering = ["-starts_on", "name"]
        constraints = [
            models.CheckConstraint(
                name="cohort_ends_after_start",
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=models.F("starts_on")),
                violation_error_message=_("The cohort ends before it starts. Mend one of the two dates."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse what no cohort may be: open to everyone and protected."""
        super().clean()
        if self.is_open and self.audience_id and self.is_protected:
            raise ValidationError(
                {"is_open": _("A protected cohort is never open to everyone. Hand out join codes instead.")}
            )
        if self.privacy_class and self.audience_id and self.audience.privacy_class != self.privacy_class:
            raise ValidationError(
                {
                    "audience": _(
                        "A cohort keeps its privacy class: choose an audience of the same class, or make a new cohort."
                    )
                }
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Copy the privacy class of the audience; a trigger does the same and refuses a later change."""
        self.privacy_class = self.privacy_class or self.audience.privacy_class
        super().save(*args, **kwargs)

    @property
    def is_protected(self) -> bool:
        """Tell whether its people have reason to fear being listed."""
        return (self.privacy_class or self.audience.privacy_class) == PrivacyClass.PROTECTED


POLICE_OVER_PROTECTED = models.Q(user_class=PrivacyClass.LAW_ENFORCEMENT, cohort_class=PrivacyClass.PROTECTED)

PROTECTED_AMONG_PROTECTED = ~models.Q(user_class=PrivacyClass.PROTECTED) | models.Q(
    cohort_class__in=[PrivacyClass.PROTECTED, ""]
)


class CohortStaff(models.Model):
    """A right over one cohort."""

    cohort = ParentalKey(Cohort, on_delete=models.CASCADE, related_name="staff")
    # Forms offer staff alone: a list of all accounts would be a list of peers.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="cohort_rights", limit_choices_to={"is_staff": True}
    )
    role = models.CharField(_("role"), max_length=20, choices=CohortRole.choices)
    # Copied by triggers from the account and the cohort, for the constraint below.
    user_class = models.CharField(max_length=20, choices=PrivacyClass.choices, default="", editable=False)
    cohort_class = models.CharField(max_length=20, choices=PrivacyClass.choices, default="", editable=False)

    class Meta:
        verbose_name = _("cohort staff")
        verbose_name_plural = _("cohort staff")
        constraints = [
            models.UniqueConstraint("cohort", "user", name="cohort_staff_once_per_person"),
            models.CheckConstraint(
                name="wall_no_police_right_over_protected",
                condition=~POLICE_OVER_PROTECTED,
                violation_error_message=_("A police account can hold no right over a protected cohort."),
            ),
            # Whoever else looks after that cohort may be police, and reads its staff by handle.
            models.CheckConstraint(
                name="wall_protected_right_over_protected",
                condition=PROTECTED_AMONG_PROTECTED,
                violation_error_message=_("A protected account holds rights over protected cohorts only."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.get_role_display()})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Copy the classes of the account and the cohort."""
        self.user_class, self.cohort_class = self.user.privacy_class, self.cohort.privacy_class
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse a law-enforcement account any right over a protected cohort."""
        super().clean()
        if self.user_id and self.cohort.audience_id and self.cohort.is_protected and is_law_enforcement(self.user):
            raise ValidationError({"user": _("A police account can hold no right over a protected cohort.")})


class JoinCode(models.Model):
    """A way into a cohort. The code is derived from the id by a key outside the database; a digest is stored."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    cohort = models.ForeignKey(Cohort, models.CASCADE, related_name="join_codes")
    digest = models.CharField(max_length=64, unique=True)
    seats = models.PositiveSmallIntegerField(_("seats"), default=1)
    used = models.PositiveSmallIntegerField(_("used"), default=0)
    expires_on = models.DateField(_("last day"))
    is_revoked = models.BooleanField(_("withdrawn"), default=False)

    objects = JoinCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("join code")
        verbose_name_plural = _("join codes")
        ordering = ["expires_on"]
        constraints = [
            models.CheckConstraint(
                name="join_code_seats_not_exceeded",
                condition=models.Q(used__lte=models.F("seats")),
                violation_error_message=_("All seats of this code are taken."),
            )
        ]


class Enrolment(models.Model):
    """One learner in one programme, by way of a cohort."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # None: the learner has erased the account, and only what totals need is left.
    learner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="enrolments")
    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="enrolments")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="enrolments")
    # Copied by triggers from the account and the cohort, for the constraints below.
    user_class = models.CharField(max_length=20, choices=PrivacyClass.choices, default="", editable=False)
    cohort_class = models.CharField(max_length=20, choices=PrivacyClass.choices, default="", editable=False)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        constraints = [
            models.UniqueConstraint(
                "learner",
                "programme",
                name="enrolment_once_per_programme",
                violation_error_message=_("You are in this programme already."),
            ),
            models.CheckConstraint(
                name="wall_no_police_among_protected",
                condition=~POLICE_OVER_PROTECTED,
                violation_error_message=_("A police account can join no protected cohort."),
            ),
            # The staff of other cohorts may be police: a protected handle among their learners would be seen.
            models.CheckConstraint(
                name="wall_protected_only_among_protected",
                condition=PROTECTED_AMONG_PROTECTED,
                violation_error_message=_("A protected account joins protected cohorts only."),
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Copy the classes of the learner and the cohort."""
        self.user_class = self.learner.privacy_class if self.learner else PrivacyClass.ORDINARY
        self.cohort_class = self.cohort.privacy_class
        super().save(*args, **kwargs)
