"""The named cast: the same people in every test, so that a name says who may do what.

Mei is a backbone peer, Bo a police officer, Ying a social worker; Lan trains Mei's cohort, Hua looks after no cohort.
"""

from dataclasses import dataclass

from courses.models import Cohort, Enrolment, Programme
from people.actions import grant_role
from people.choices import Role
from people.models import User
from tests.factories.courses import CohortFactory, CohortStaffFactory, EnrolmentFactory, ProgrammeFactory
from tests.factories.people import AudienceFactory, UserFactory


@dataclass(frozen=True)
class Cast:
    """Everybody, and the cohorts they are in."""

    programme: Programme
    peers: Cohort
    police: Cohort
    workers: Cohort
    mei: User
    bo: User
    ying: User
    lan: User
    hua: User
    author: User
    lead: User
    auditor: User

    def enrolment_of(self, user: User) -> Enrolment:
        """Return somebody's enrolment in the programme."""
        return Enrolment.objects.get(learner=user, programme=self.programme)


def make_cast() -> Cast:
    """Make everybody."""
    backbone = AudienceFactory(code="backbone", name="Backbone peers", privacy_class="protected")
    police = AudienceFactory(code="police", name="Police officers", privacy_class="law_enforcement")
    worker = AudienceFactory(code="social-worker", name="Social workers", privacy_class="ordinary")
    programme = ProgrammeFactory(slug="anshan", name="Anshan")
    cohorts = {
        code: CohortFactory(name=name, programme=programme, audience=audience)
        for code, name, audience in (
            ("peers", "Lotus", backbone),
            ("police", "River", police),
            ("workers", "Bridge", worker),
        )
    }
    learners = {
        "mei": UserFactory(handle="mei-7kq", audience=backbone),
        "bo": UserFactory(handle="bo-x2m", audience=police),
        "ying": UserFactory(handle="ying-p8d", audience=worker),
    }
    for name, cohort in (("mei", "peers"), ("bo", "police"), ("ying", "workers")):
        EnrolmentFactory(learner=learners[name], cohort=cohorts[cohort])
    staff = {name: UserFactory(handle=name, audience=worker) for name in ("lan", "hua", "author", "lead", "auditor")}
    CohortStaffFactory(cohort=cohorts["peers"], user=staff["lan"])
    for name, roles in (
        ("lan", [Role.TRAINER]),
        ("hua", [Role.TRAINER]),
        ("author", [Role.AUTHOR, Role.MODERATOR]),
        ("lead", [Role.LEAD]),
        ("auditor", [Role.AUDITOR]),
    ):
        for role in roles:
            grant_role(staff[name], role)
    return Cast(programme=programme, **cohorts, **learners, **staff)
