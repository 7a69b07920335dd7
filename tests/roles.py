"""One account for every role the site knows, and one object of each kind that belongs to peers.

The matrix, the crawl and the tests of requests look at the same small world through all these eyes.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.test import Client
from wagtail.models import Page

from assessments.models import Room, Sitting, StepTest
from certificates.models import Certificate
from config.groundwork.roles import make_roles
from courses.choices import CohortRole
from courses.models import Cohort, Programme
from people.actions import grant_role
from people.choices import Role
from people.models import Audience, Organisation, User
from tests.cast import Cast
from tests.factories.assessments import RoomFactory, StepTestFactory, sitting
from tests.factories.certificates import award, certificate
from tests.factories.courses import (
    ARRIVED,
    CohortFactory,
    CohortStaffFactory,
    EnrolmentFactory,
    StepFactory,
    course_with_lessons,
    home_page,
)
from tests.factories.people import OrganisationFactory, UserFactory
from tests.reading import browser

VISITOR, PEER, OFFICER, WORKER, PEER_TRAINER = "visitor", "peer", "police officer", "social worker", "peer trainer"
TRAINER, AUTHOR, MODERATOR, LEAD, AUDITOR = "trainer", "author", "moderator", "lead", "auditor"
TRANSLATOR = "translator"
ADMINISTRATOR, POLICE_TRAINER, POLICE_LEAD = "technical administrator", "police trainer", "police lead"
POLICE_AUTHOR, POLICE_AUDITOR = "police author", "police auditor"
PASSWORD_ONLY = "trainer without a second factor"

LEARNERS = frozenset({PEER, OFFICER, WORKER, PEER_TRAINER})
POLICE = frozenset({OFFICER, POLICE_TRAINER, POLICE_LEAD, POLICE_AUTHOR, POLICE_AUDITOR})
STAFF_WITH_FACTOR = frozenset(
    {TRAINER, AUTHOR, MODERATOR, TRANSLATOR, LEAD, AUDITOR, ADMINISTRATOR, POLICE_TRAINER, POLICE_LEAD, POLICE_AUTHOR}
    | {POLICE_AUDITOR}
)
EVERYBODY = frozenset({VISITOR, PASSWORD_ONLY}) | LEARNERS | STAFF_WITH_FACTOR


@dataclass(frozen=True)
class World:
    """Everybody by role, and the objects of peers."""

    users: dict[str, User | None]
    programme: Programme
    peers: Cohort
    open_cohort: Cohort
    test: StepTest
    room: Room
    open_sitting: Sitting
    submitted: Sitting
    certificate: Certificate
    lesson: Page
    organisation: Organisation
    # Signing in costs as much as most pages, and the matrix opens thousands: it is done once for each role.
    signed_in: dict[str, Client]

    @property
    def audience(self) -> Audience:
        """Return the audience of the peers."""
        return self.peers.audience

    def client(self, role: str) -> Client:
        """Return a new browser in which a role is signed in, staff with their second factor."""
        made = Client()
        made.cookies = self.signed_in[role].cookies.copy()
        return made

    def handles(self, classes: Iterable[str] = ("protected",)) -> set[str]:
        """Return the handles of learners of these privacy classes."""
        return set(User.objects.filter(privacy_class__in=classes).values_list("handle", flat=True))


def make_world(cast: Cast) -> World:
    """Make everybody, with the groups as `setup_site` makes them."""
    lessons = _lessons(cast)
    make_roles([home_page()])
    intake = StepTestFactory(step__programme=cast.programme, step__code="intake")
    end = StepTestFactory(step__programme=cast.programme, step__code="end", wave="END")
    enrolment = cast.enrolment_of(cast.mei)
    users = _everybody(cast)
    return World(
        users=users,
        programme=cast.programme,
        peers=cast.peers,
        open_cohort=CohortFactory(name="Open air", programme=cast.programme, is_open=True),
        test=intake,
        room=RoomFactory(cohort=cast.peers, test=end, opened_by=cast.lan),
        open_sitting=sitting(end, enrolment, form="B"),
        submitted=sitting(intake, enrolment, right=2, submitted_on=ARRIVED),
        certificate=certificate(award([intake.step]), cast.mei),
        lesson=lessons[0],
        organisation=OrganisationFactory(),
        signed_in={role: browser(user, second_factor=role != PASSWORD_ONLY) for role, user in users.items()},
    )


def _lessons(cast: Cast) -> list[Page]:
    course, lessons = course_with_lessons(cast.programme)
    StepFactory(programme=cast.programme, code="book", page=course)
    return lessons


def _everybody(cast: Cast) -> dict[str, User | None]:
    police, backbone = Audience.objects.get(code="police"), Audience.objects.get(code="backbone")
    made: dict[str, User | None] = {VISITOR: None, PEER: cast.mei, OFFICER: cast.bo, WORKER: cast.ying}
    made |= {TRAINER: cast.lan, PASSWORD_ONLY: cast.lan, LEAD: cast.lead, AUDITOR: cast.auditor}
    made[PEER_TRAINER] = UserFactory(handle="shan-q4w", audience=backbone)
    CohortStaffFactory(cohort=cast.peers, user=made[PEER_TRAINER], role=CohortRole.PEER_TRAINER)
    made[ADMINISTRATOR] = UserFactory(handle="admin", is_staff=True, is_superuser=True)
    for role, site_wide, audience in (
        (AUTHOR, Role.AUTHOR, None),
        (MODERATOR, Role.MODERATOR, None),
        (TRANSLATOR, Role.TRANSLATOR, None),
        (POLICE_TRAINER, Role.TRAINER, police),
        (POLICE_LEAD, Role.LEAD, police),
        (POLICE_AUTHOR, Role.AUTHOR, police),
        (POLICE_AUDITOR, Role.AUDITOR, police),
    ):
        made[role] = UserFactory(handle=f"the-{role}".replace(" ", "-"), **({"audience": audience} if audience else {}))
        grant_role(made[role], site_wide)
    CohortStaffFactory(cohort=cast.police, user=made[POLICE_TRAINER])
    EnrolmentFactory(cohort=cast.police, learner=UserFactory(handle="officer-r3t", audience=police))
    return made
