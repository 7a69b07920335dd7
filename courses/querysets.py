"""Which cohorts, codes and enrolments: verbs that take `on` instead of reading the clock."""

import datetime

from django.db import models
from django.db.models import F, Q


class CohortQuerySet(models.QuerySet):
    """Cohorts, by state and by who may see them."""

    def joinable_without_code(self, on: datetime.date) -> "CohortQuerySet":
        """Keep open cohorts that have not ended; a protected audience is never among them."""
        return (
            self.filter(is_open=True)
            .exclude(audience__privacy_class="protected")
            .filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on))
        )

    def looked_after_by(self, user) -> "CohortQuerySet":
        """Keep cohorts in which the account holds a right."""
        return self.filter(staff__user=user)


class JoinCodeQuerySet(models.QuerySet):
    """Join codes, by state."""

    def usable(self, on: datetime.date) -> "JoinCodeQuerySet":
        """Keep codes with a free seat that are neither expired nor withdrawn."""
        return self.filter(is_revoked=False, expires_on__gte=on, used__lt=F("seats"))


class EnrolmentQuerySet(models.QuerySet):
    """Enrolments, by whose they are."""

    def of(self, learner) -> "EnrolmentQuerySet":
        """Keep a learner's own."""
        return self.filter(learner=learner)

    def counted(self) -> "EnrolmentQuerySet":
        """Keep enrolments of people who may be counted: demonstration accounts are nobody."""
        return self.filter(learner__is_demonstration=False)


class StepQuerySet(models.QuerySet):
    """Steps, by whom they are asked of."""

    def current(self) -> "StepQuerySet":
        """Keep what is asked of whoever joins now, in order."""
        return self.filter(is_retired=False).order_by("sort_order")
