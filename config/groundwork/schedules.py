"""What the worker does again and again."""

from django_q.models import Schedule

DAILY = 24 * 60
# Each job by its name: the function, and every how many minutes it runs.
JOBS = {
    "publish scheduled pages": ("config.tasks.publish_scheduled", 5),
    "submit expired tests": ("assessments.tasks.submit_expired", 5),
    "issue forgotten certificates": ("certificates.tasks.issue_forgotten", 5),
    "watch translations": ("courses.tasks.keep_translations", 30),
    "purge what has expired": ("config.tasks.purge_expired", DAILY),
    "keep no longer": ("config.tasks.keep_no_longer", DAILY),
}


def make_schedules() -> None:
    """Make the schedules that are missing and mend changed ones; when a job runs next is left alone."""
    for name, (function, minutes) in JOBS.items():
        wanted = {"func": function, "minutes": minutes, "schedule_type": Schedule.MINUTES, "repeats": -1}
        schedule, made = Schedule.objects.get_or_create(name=name, defaults=wanted)
        if not made and any(getattr(schedule, field) != value for field, value in wanted.items()):
            Schedule.objects.filter(pk=schedule.pk).update(**wanted)
