"""Which sittings and scores: verbs that follow relations."""

import datetime

from django.db import models
from django.db.models import Max, OuterRef, Q, Subquery

from assessments.timing import GRACE


class SittingQuerySet(models.QuerySet):
    """Sittings, by whose they are and how far."""

    def of(self, learner) -> "SittingQuerySet":
        """Keep a learner's own."""
        return self.filter(enrolment__learner=learner)

    def submitted(self) -> "SittingQuerySet":
        """Keep those that count."""
        return self.filter(state="SUBMITTED")

    def run_out(self, at: datetime.datetime) -> "SittingQuerySet":
        """Keep open ones that have ended without being handed in: their grace has passed, or their room is closed."""
        return self.filter(Q(ends_at__lt=at - GRACE) | Q(room__closed_at__isnull=False), state="OPEN")


class ScoreQuerySet(models.QuerySet):
    """Scores, by which of them stands."""

    def standing(self) -> "ScoreQuerySet":
        """Keep the newest score of each sitting's newest attempt; a regrade adds a version, it overwrites nothing."""
        newest = (
            self.model.objects.filter(sitting=OuterRef("sitting"))
            .values("sitting")
            .annotate(newest=Max("version"))
            .values("newest")
        )
        return self.filter(version=Subquery(newest))


class TestFormQuerySet(models.QuerySet):
    """Test forms, by whether they can be sat."""

    def published(self) -> "TestFormQuerySet":
        """Keep those that are frozen and may be given to learners."""
        return self.filter(published_at__isnull=False)


class RoomQuerySet(models.QuerySet):
    """Rooms of supervised tests, by state."""

    def open(self) -> "RoomQuerySet":
        """Keep rooms in which a test can be started."""
        return self.filter(closed_at__isnull=True)
