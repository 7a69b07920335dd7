"""Synthetic people: nobody can sign in to them, and wherever they are shown they are labelled."""

import datetime

from django.contrib.auth.hashers import make_password

from certificates.models import Award, Certificate
from config.demonstration.cohorts import cohort_id
from config.demonstration.days import PACE, Days, last_round
from config.demonstration.figures import GROUPS, Group, people_of
from config.demonstration.histories import BATCH, History, Recorder, redate
from courses.models import Cohort, Completion, Enrolment, Programme
from people.actions import month_of
from people.models import Audience, User

LANGUAGE = "zh-hans"
PLANTS = """
    Acacia Anemone Apricot Aster Azalea Bamboo Begonia Camellia Cassia Cedar Cherry Clover Cypress Daphne Elm Fern
    Gardenia Ginkgo Hazel Iris Ivy Jasmine Juniper Larch Laurel Lilac Lily Magnolia Mallow Mint Orchid Osmanthus
    Peony Pine Plum Poplar
"""
NAMES = tuple(PLANTS.split())


def make_synthetic_people(today: datetime.date) -> None:
    """Make the groups that are missing; move those of an earlier year to this one."""
    names = iter(NAMES)
    for group in GROUPS:
        members = [next(names) for _ in group.cohorts]
        held = Cohort.objects.filter(pk__in=[cohort_id(f"synthetic {name}") for name in members])
        if not held:
            _make_group(group, members, today)
            continue
        for number, cohort in enumerate(sorted(held, key=lambda one: members.index(one.name))):
            days = _days(group, number, today)
            if cohort.starts_on != days["intake"]:
                _move(cohort, days)


def _days(group: Group, number: int, today: datetime.date) -> Days:
    """Return the days of a group's cohort; the cohorts follow one another, up to the middle of the month."""
    return last_round(today, first=1 + number % 15)


def _make_group(group: Group, names: list[str], today: datetime.date) -> None:
    programme = Programme.objects.get(slug=group.programme)
    audience = Audience.objects.get(code=group.audience)
    cohorts = [
        Cohort(
            pk=cohort_id(f"synthetic {name}"),
            name=name,
            programme=programme,
            audience=audience,
            language=LANGUAGE,
            starts_on=_days(group, number, today)["intake"],
            is_synthetic=True,
        )
        for number, name in enumerate(names)
    ]
    Cohort.objects.bulk_create(cohorts)
    seats = [(number, cohort) for number, cohort in enumerate(cohorts) for _ in range(group.cohorts[number])]
    users = _make_users(group, audience, [_days(group, number, today)["intake"] for number, _cohort in seats])
    enrolments = [
        Enrolment(learner=user, cohort=cohort, programme=programme)
        for user, (_number, cohort) in zip(users, seats, strict=True)
    ]
    Enrolment.objects.bulk_create(enrolments)
    _record(group, programme, enrolments, [_days(group, number, today) for number, _cohort in seats])
    _certify(programme)


def _make_users(group: Group, audience: Audience, joined: list[datetime.date]) -> list[User]:
    width = len(str(group.people))
    users = [
        User(
            handle=f"synthetic-{group.audience}-{number:0{width}}",
            password=make_password(None),
            audience=audience,
            language=LANGUAGE,
            joined_in=month_of(day),
            is_synthetic=True,
        )
        for number, day in enumerate(joined, 1)
    ]
    return list(User.objects.bulk_create(users))


def _record(group: Group, programme: Programme, enrolments: list[Enrolment], days: list[Days]) -> None:
    recorder = Recorder(programme)
    untested = {code for code in PACE if code in recorder.steps and code not in recorder.tests}
    everybody = people_of(group)
    seated: dict[object, int] = {}
    for enrolment, person, calendar in zip(enrolments, everybody, days, strict=True):
        # Alternating within a cohort keeps the two forms balanced, as the draw does.
        place = seated[enrolment.cohort_id] = seated.get(enrolment.cohort_id, -1) + 1
        done = {code: day for code, day in calendar.items() if code in person.points or code in untested}
        recorder.add(History(enrolment, done, person.points, "AB"[place % 2]))
    recorder.write()


def _certify(programme: Programme) -> None:
    """Issue what synthetic people have earned, in bulk; the worker would take one by one."""
    for award in Award.objects.filter(programme=programme).prefetch_related("steps"):
        steps = sorted(award.steps.all(), key=lambda step: step.sort_order or 0)
        terms = {"award": award.slug, "steps": [{"code": step.code, "kind": step.kind} for step in steps]}
        done: dict[object, list[datetime.date]] = {}
        rows = Completion.objects.filter(enrolment__learner__is_synthetic=True, step__in=steps)
        for learner, day in rows.values_list("enrolment__learner_id", "completed_on"):
            done.setdefault(learner, []).append(day)
        certificates = [
            Certificate(learner_id=learner, award=award, issued_in=month_of(max(days)), terms=terms)
            for learner, days in done.items()
            if len(days) == len(steps)
        ]
        Certificate.objects.bulk_create(certificates, batch_size=BATCH, ignore_conflicts=True)


def _move(cohort: Cohort, days: Days) -> None:
    redate(Enrolment.objects.filter(cohort=cohort), days)
    User.objects.filter(enrolments__cohort=cohort).update(joined_in=month_of(days["intake"]))
    Cohort.objects.filter(pk=cohort.pk).update(starts_on=days["intake"])
    for certificate in Certificate.objects.filter(learner__enrolments__cohort=cohort).distinct():
        last = max(days[step["code"]] for step in certificate.terms["steps"])
        Certificate.objects.filter(pk=certificate.pk).update(issued_in=month_of(last))
