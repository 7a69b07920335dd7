"""One learner taking one form once. Responses and scores are only ever added."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessments.choices import Ending, SittingState, Timing
from assessments.models.forms import Item, StepTest, TestForm
from assessments.models.rooms import Room
from assessments.querysets import ScoreQuerySet, SittingQuerySet
from courses.models import Enrolment


class Sitting(models.Model):
    """A learner's sitting of a test; the server owns its state and its clock."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="sittings")
    test = models.ForeignKey(StepTest, models.PROTECT, related_name="sittings")
    form = models.ForeignKey(TestForm, models.PROTECT, related_name="sittings")
    # None: not in a supervised room, or the room is long gone.
    room = models.ForeignKey(Room, models.SET_NULL, null=True, blank=True, related_name="sittings")
    number = models.PositiveSmallIntegerField(_("attempt"), default=1)
    language = models.CharField(_("language"), max_length=12)
    state = models.CharField(max_length=10, choices=SittingState.choices, default=SittingState.OPEN)
    started_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    submitted_on = models.DateField(null=True, blank=True)
    ending = models.CharField(max_length=12, choices=Ending.choices, blank=True)
    # Frozen terms: from the seed come the draw and the order of options; the paper holds item ids in their order.
    # An empty paper, as of sittings older than the draw, means all items of the form in its order.
    seed = models.PositiveBigIntegerField(default=0)
    paper = models.JSONField(default=list)
    pass_mark = models.PositiveSmallIntegerField(null=True, blank=True)
    # Whether the blind ballot was cast or left out on purpose; never what was said in it.
    is_ballot_closed = models.BooleanField(default=False)
    late_accepted = models.BooleanField(default=False)
    # Each opened page gets the next number; with the page's own counter it orders answers, so two tabs cannot tie.
    pages_opened = models.PositiveIntegerField(default=0)

    objects = SittingQuerySet.as_manager()

    class Meta:
        verbose_name = _("sitting")
        verbose_name_plural = _("sittings")
        constraints = [
            models.UniqueConstraint("enrolment", "test", "number", name="sitting_number_once_per_test"),
            models.UniqueConstraint(
                "enrolment", "test", condition=Q(state=SittingState.OPEN), name="one_open_sitting_per_test"
            ),
            models.CheckConstraint(
                name="submitted_sitting_has_a_day",
                condition=Q(state=SittingState.OPEN, submitted_on__isnull=True)
                | Q(state=SittingState.SUBMITTED, submitted_on__isnull=False),
            ),
        ]


class Response(models.Model):
    """An answer. The one with the highest sequence stands; older ones are history."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="responses")
    item = models.ForeignKey(Item, models.PROTECT, related_name="responses")
    # As the item's type writes it (item_types): an option's letter, several with commas, a text.
    answer = models.TextField(blank=True)
    come_back = models.BooleanField(default=False)
    sequence = models.PositiveBigIntegerField()
    saved_at = models.DateTimeField()
    timing = models.CharField(max_length=8, choices=Timing.choices, default=Timing.ON_TIME)

    class Meta:
        verbose_name = _("response")
        verbose_name_plural = _("responses")
        constraints = [models.UniqueConstraint("sitting", "item", "sequence", name="response_once_per_sequence")]


class Score(models.Model):
    """A result, stored at submission so that no report reads answers."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="scores")
    version = models.PositiveSmallIntegerField(default=1)
    points = models.PositiveSmallIntegerField()
    max_points = models.PositiveSmallIntegerField()
    by_topic = models.JSONField(default=dict, help_text="Topic code to [points, max_points].")

    objects = ScoreQuerySet.as_manager()

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        constraints = [
            models.UniqueConstraint("sitting", "version", name="score_once_per_version"),
            models.CheckConstraint(name="points_within_max", condition=Q(points__lte=models.F("max_points"))),
        ]


class Mark(models.Model):
    """Points that a person gave for a free text, read under a number that leads to nobody."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="marks")
    item = models.ForeignKey(Item, models.PROTECT, related_name="marks")
    points = models.PositiveSmallIntegerField(_("points"))
    marked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    marked_on = models.DateField()

    class Meta:
        verbose_name = _("mark")
        verbose_name_plural = _("marks")
        constraints = [models.UniqueConstraint("sitting", "item", name="marked_once")]
