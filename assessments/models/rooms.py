"""Rooms: a trainer opens a test for a cohort and closes it. And time that one person needs more than others."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessments.models.forms import StepTest
from assessments.querysets import RoomQuerySet
from courses.models import Cohort, Enrolment


class Room(models.Model):
    """A supervised test of a cohort, from its opening to its closing. Its code is derived from the id; see `rooms`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    cohort = models.ForeignKey(Cohort, models.CASCADE, related_name="rooms")
    test = models.ForeignKey(StepTest, models.CASCADE, related_name="rooms")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = RoomQuerySet.as_manager()

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering = ["-opened_at"]
        constraints = [
            models.UniqueConstraint(
                "cohort", "test", condition=Q(closed_at__isnull=True), name="one_open_room_per_cohort_and_test"
            )
        ]


class ExtraTime(models.Model):
    """Minutes that one learner has beside those of every timed test of a programme. Why is never written down."""

    enrolment = models.OneToOneField(Enrolment, models.CASCADE, related_name="extra_time")
    minutes = models.PositiveSmallIntegerField(_("minutes more"))

    class Meta:
        verbose_name = _("extra time")
        verbose_name_plural = _("extra time")
