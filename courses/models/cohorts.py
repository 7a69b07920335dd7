"""People starting together, the codes they join with, and who looks after them."""

import uuid

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

        if self.pk and self.audience_id and self.is_protected:
            held = self.staff.select_related("user__audience")
            if any(is_law_enforcement(right.user) for right in held):
                raise ValidationError(
                    {"audience": _("A police account looks after this cohort, so it cannot become a protected one.")}
                )

    @property
    def is_protected(self) -> bool:
        """Tell whether its people have reason to fear being listed."""
        return bool(self.audience.privacy_class == PrivacyClass.PROTECTED)


class CohortStaff(models.Model):
    """A right over one cohort."""

    cohort = ParentalKey(Cohort, on_delete=models.CASCADE, related_name="staff")
    # Forms offer staff alone: a list of all accounts would be a list of peers.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="cohort_rights", limit_choices_to={"is_staff": True}
    )
    role = models.CharField(_("role"), max_length=20, choices=CohortRole.choices)

    class Meta:
        verbose_name = _("cohort staff")
        verbose_name_plural = _("cohort staff")
        constraints = [models.UniqueConstraint("cohort", "user", name="cohort_staff_once_per_person")]

    def __str__(self) -> str:
        return f"{self.user} ({self.get_role_display()})"

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
    learner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="enrolments")
    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="enrolments")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="enrolments")

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
            )
        ]
