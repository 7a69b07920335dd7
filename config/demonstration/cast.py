"""Who and what the demonstration consists of, as data. Places are examples; nobody here is anybody."""

from dataclasses import dataclass

from courses.choices import CohortRole
from people.choices import OrganisationKind, Role

# Name, kind, and the name of the organisation above.
ORGANISATIONS = (
    ("Example ministry", OrganisationKind.MINISTRY, None),
    ("Example city bureau", OrganisationKind.BUREAU, "Example ministry"),
    ("Riverside station (example)", OrganisationKind.STATION, "Example city bureau"),
    ("Hillside station (example)", OrganisationKind.STATION, "Example city bureau"),
    ("Open Door community organisation (example)", OrganisationKind.NGO, None),
    ("Lakeside clinic (example)", OrganisationKind.CLINIC, None),
)
RIVERSIDE, OPEN_DOOR, LAKESIDE = ORGANISATIONS[2][0], ORGANISATIONS[4][0], ORGANISATIONS[5][0]
YEARLY = "yearly"


@dataclass(frozen=True)
class CohortPart:
    """A cohort that visitors of the demonstration may join."""

    name: str
    programme: str
    audience: str
    organisation: str | None = None
    is_open: bool = False
    is_last_year: bool = False
    has_code: bool = True


COHORTS = (
    CohortPart("River", "anshan", "police", RIVERSIDE),
    CohortPart("Harbour", "anshan", "police", RIVERSIDE, is_last_year=True, has_code=False),
    CohortPart("Lotus", "anshan", "backbone"),
    CohortPart("Willow", "anshan", "fellow"),
    CohortPart("Bridge", "community-treatment", "social-worker", LAKESIDE),
    CohortPart("Meadow", "community-treatment", "social-worker", is_open=True, has_code=False),
    CohortPart("Maple", YEARLY, "backbone", has_code=False),
)


@dataclass(frozen=True)
class Account:
    """A named account: where it belongs, what it may do, and, for a learner, where in which cohort it stands."""

    handle: str
    about: str
    audience: str
    organisation: str | None = None
    cohort: str = ""
    station: str = ""
    roles: tuple[Role, ...] = ()
    # Cohorts it looks after; "police*" means the first synthetic cohort of that audience.
    rights: tuple[tuple[str, CohortRole], ...] = ()
    is_administrator: bool = False

    @property
    def has_second_factor(self) -> bool:
        """Tell whether it signs in with a code besides the password: everybody with rights does."""
        return bool(self.roles or self.rights or self.is_administrator)


TRAINER, PEER_TRAINER = CohortRole.TRAINER, CohortRole.PEER_TRAINER
ACCOUNTS = (
    Account("officer", "police officer, has done the three ones", "police", RIVERSIDE, "River", "ones-done"),
    Account("social-worker", "social worker, in the course", "social-worker", LAKESIDE, "Bridge", "intake-done"),
    Account("peer", "backbone peer, has taken the first test", "backbone", None, "Lotus", "intake-done"),
    Account("just-joined", "has done nothing yet", "backbone", None, "Lotus", "just-joined"),
    Account("mid-test", "in the first test, 7 answers given", "police", RIVERSIDE, "River", "mid-test"),
    Account("waiting", "second test opens in 9 days", "backbone", None, "Lotus", "waiting"),
    Account("follow-up-open", "second test is open", "police", RIVERSIDE, "River", "follow-up-open"),
    Account("follow-up-missed", "missed the second test", "fellow", None, "Willow", "follow-up-missed"),
    Account("certified", "has completed 3-2-1", "police", RIVERSIDE, "Harbour", "certified"),
    Account("exam-open", "the yearly exam is open", "backbone", None, "Maple", "exam-open"),
    Account(
        "peer-trainer",
        "looks after the backbone peers",
        "backbone",
        rights=(("Lotus", PEER_TRAINER), ("backbone*", PEER_TRAINER)),
    ),
    Account(
        "trainer",
        "looks after cohorts, edits lessons",
        "social-worker",
        OPEN_DOOR,
        roles=(Role.TRAINER,),
        rights=tuple((name, TRAINER) for name in ("River", "Bridge", "Willow", "police*", "social-worker*")),
    ),
    Account("author", "writes and moderates lessons", "social-worker", OPEN_DOOR, roles=(Role.AUTHOR, Role.MODERATOR)),
    Account("translator", "translates lessons", "social-worker", OPEN_DOOR, roles=(Role.TRANSLATOR,)),
    Account("lead", "reads the gain report", "social-worker", OPEN_DOOR, roles=(Role.LEAD,)),
    Account("auditor", "reads what staff did", "social-worker", OPEN_DOOR, roles=(Role.AUDITOR,)),
    Account("administrator", "makes accounts of staff", "social-worker", OPEN_DOOR, is_administrator=True),
)
