"""Blind ballots: answers about one's own behaviour that nobody can lead back to a person (docs/rules/ballots.md)."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.bank import Question
from assessments.models.forms import StepTest
from courses.models import Cohort


def random_key() -> int:
    """Return a random key: rows lie in the order of their keys, so the order in which they came is nowhere."""
    return secrets.randbelow(2**62) + 1


class BallotBox(models.Model):
    """Ballots of a cohort and a test that wait, sealed together and shuffled, until there are enough to be stored."""

    cohort = models.ForeignKey(Cohort, models.CASCADE, related_name="ballot_boxes")
    test = models.ForeignKey(StepTest, models.CASCADE, related_name="ballot_boxes")
    sealed = models.TextField(blank=True)
    count = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("ballot box")
        verbose_name_plural = _("ballot boxes")
        constraints = [models.UniqueConstraint("cohort", "test", name="one_box_per_cohort_and_test")]


class Ballot(models.Model):
    """One answer to one question by nobody in particular: no account, no sitting, no time, no order."""

    id = models.BigIntegerField(primary_key=True, default=random_key, editable=False)
    cohort = models.ForeignKey(Cohort, models.CASCADE, related_name="ballots")
    test = models.ForeignKey(StepTest, models.CASCADE, related_name="ballots")
    question = models.ForeignKey(Question, models.PROTECT, related_name="ballots")
    answer = models.CharField(max_length=200)

    class Meta:
        verbose_name = _("ballot")
        verbose_name_plural = _("ballots")
