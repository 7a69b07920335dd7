"""Who gets what, for every address, role and method, derived from the kind each address has in DECLARED.

A new address of ours needs a kind in tests/test_house_routes.py; a staff address besides a line in ENTERS here, unless
one of its prefixes has one. What the rest of a row says follows: the tests name the cell that does not hold.
"""

import re
from typing import Any

from tests.methods import IDLE, TAKES
from tests.roles import (
    ADMINISTRATOR,
    AUDITOR,
    AUTHOR,
    LEAD,
    LEARNERS,
    MODERATOR,
    OFFICER,
    PASSWORD_ONLY,
    PEER,
    PEER_TRAINER,
    POLICE_AUDITOR,
    POLICE_AUTHOR,
    POLICE_LEAD,
    POLICE_TRAINER,
    STAFF_WITH_FACTOR,
    TRAINER,
    TRANSLATOR,
    VISITOR,
    WORKER,
    World,
)
from tests.test_house_routes import DECLARED, DOOR, SIGNED_IN, STAFF, real

STAFF_PREFIX = "cms/"

# What somebody meets.
IN, SIGN_IN, FACTOR, CONFIRM = "let in", "asked to sign in", "asked for a second factor", "asked who it is once more"
REFUSED, UNKNOWN, METHOD, FAILED = "refused", "not found", "no such method", "an error of ours"

GAINS = frozenset(
    {TRAINER, AUTHOR, LEAD, AUDITOR, ADMINISTRATOR, POLICE_TRAINER, POLICE_LEAD, POLICE_AUTHOR, POLICE_AUDITOR}
)
# Who writes questions; who puts forms together and hangs them on steps.
WRITING = frozenset({TRAINER, AUTHOR, MODERATOR, ADMINISTRATOR, POLICE_TRAINER, POLICE_AUTHOR})
TESTING = frozenset({AUTHOR, MODERATOR, ADMINISTRATOR, POLICE_AUTHOR})
# Who puts programmes together.
PLANNING = frozenset({AUTHOR, ADMINISTRATOR, POLICE_AUTHOR})
# Who translates pages.
TRANSLATING = WRITING | {TRANSLATOR}
# Staff addresses by the beginning that fits best: who enters with the second factor given.
ENTERS: dict[str, frozenset[str]] = {
    "cms/login/": frozenset(),
    "^cms/password_reset/": frozenset(),
    "cms/reports/clearness/": frozenset({AUTHOR, POLICE_AUTHOR, ADMINISTRATOR}),
    "cms/reports/gains/": GAINS,
    "cms/reports/site-history/": frozenset({ADMINISTRATOR}),
    "cms/cohort/": frozenset({TRAINER, POLICE_TRAINER, ADMINISTRATOR}),
    "cms/programme/": PLANNING,
    "cms/programme/delete/": frozenset({ADMINISTRATOR}),
    "cms/users/": frozenset({ADMINISTRATOR}),
    "cms/account/": STAFF_WITH_FACTOR,
    "cms/audience/": frozenset({ADMINISTRATOR}),
    "cms/organisation/": frozenset({ADMINISTRATOR}),
    "cms/reports/staff/": frozenset({AUDITOR, POLICE_AUDITOR, ADMINISTRATOR}),
    "cms/desk/": WRITING,
    "cms/desk/<int:page_pk>/reviewed/": frozenset({MODERATOR, ADMINISTRATOR}),
    "cms/reports/translations/": TRANSLATING,
    "cms/translations/": TRANSLATING,
    # What these name does not exist here, for anybody: tests/courses/translation says who may do what with it.
    "cms/localize/": frozenset(),
    "cms/localize/reports/translations/": TRANSLATING,
    "cms/localize/reports/translations/results/": frozenset(),
    "cms/questions/": WRITING,
    "cms/courses/files/": frozenset({ADMINISTRATOR}),
    "cms/regrade/": frozenset({MODERATOR, ADMINISTRATOR}),
    "cms/marking/": frozenset({TRAINER, POLICE_TRAINER, ADMINISTRATOR}),
    "cms/question/": WRITING,
    "cms/question/choose/create/": frozenset(),
    **{f"cms/{kind}/": TESTING for kind in ("testform", "steptest", "awarenessrule", "topic")},
    "cms/testform/publish/": frozenset({MODERATOR, ADMINISTRATOR}),
    **{
        f"cms/{kind}/delete/": frozenset({ADMINISTRATOR})
        for kind in ("awarenessrule", "topic", "instrument", "questionbank")
    },
}
# Whose the object in an address is, by the name it has there: to all others it does not exist.
OWNERS: dict[str, frozenset[str]] = {
    "cohort_id": frozenset({TRAINER, PEER_TRAINER}),
    "room_id": frozenset({TRAINER}),
    "sitting_id": frozenset({PEER}),
    "certificate_id": frozenset({PEER}),
    "test_id": frozenset({PEER, OFFICER, WORKER}),
    "pk": frozenset({TRAINER}),
    "user_id": frozenset({ADMINISTRATOR}),
    "question_id": frozenset({MODERATOR, ADMINISTRATOR}),
    # Whoever writes courses may edit each.
    "page_pk": WRITING,
    "translation_id": frozenset(),
    # Peers write no free texts: there is no such number for anybody.
    "number": frozenset(),
}
# Where it is another's than the name in the address says.
OWNED_BY: dict[str, frozenset[str]] = {
    "cms/users/": frozenset({ADMINISTRATOR}),
    "cms/audience/": frozenset({ADMINISTRATOR}),
    "cms/organisation/": frozenset({ADMINISTRATOR}),
    "cms/programme/": PLANNING,
    # Questions and forms belong to the house: whoever comes in finds each.
    "cms/question/": WRITING,
    **{
        f"cms/{kind}/": TESTING
        for kind in ("testform", "steptest", "awarenessrule", "topic", "instrument", "questionbank")
    },
    "accounts/2fa/passkeys/": frozenset(),
    # Whoever has a right as a peer trainer gives none.
    "en/cohorts/<uuid:cohort_id>/peer-trainers/": frozenset({TRAINER}),
    # Rooms and time are for the trainer alone.
    "en/cohorts/<uuid:cohort_id>/rooms/": frozenset({TRAINER}),
    "en/cohorts/<uuid:cohort_id>/time/": frozenset({TRAINER}),
    # Staff have no recovery codes: they are let in again by an administrator.
    "en/me/codes/": LEARNERS,
}
# What these change is named in the form, and a form that names nothing finds nothing.
NAMED_IN_FORM = frozenset(
    {
        "en/join/codes/file/",
        "en/cohorts/<uuid:cohort_id>/codes/withdraw/",
        "en/cohorts/<uuid:cohort_id>/card/",
        "en/cohorts/<uuid:cohort_id>/card.pdf",
        "en/cohorts/<uuid:cohort_id>/peer-trainers/end/",
        "en/cohorts/<uuid:cohort_id>/rooms/",
        "en/cohorts/<uuid:cohort_id>/time/end/",
        "en/rooms/<uuid:room_id>/late/",
    }
)
# What names nothing of anybody.
NAMES = frozenset({"slug", "language", "path", "position", "country", "page_view_restriction_id", "page_id"})
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


class UndeclaredError(AssertionError):
    """An address nobody has declared."""


def longest(table: dict[str, Any], route: str) -> Any:
    """Return what the longest beginning of a route says, None where none fits."""
    fitting = [beginning for beginning in table if route.startswith(beginning)]
    return table[max(fitting, key=len)] if fitting else None


def entering(route: str) -> frozenset[str]:
    """Return who enters a staff address."""
    found: frozenset[str] | None = longest(ENTERS, route)
    if found is None:
        raise UndeclaredError(
            f"Nobody has said which staff enter {route}. Write it, or a beginning of it, into ENTERS in tests/matrix.py."
        )
    return found


def owners(route: str) -> frozenset[str] | None:
    """Return who owns what an address names, None where it names nothing of anybody."""
    asked = [name for name in PARAMETER.findall(route) if name not in NAMES]
    otherwise: frozenset[str] | None = longest(OWNED_BY, route)
    if otherwise is not None and (asked or route in OWNED_BY and not route.startswith(STAFF_PREFIX)):
        return otherwise
    if not asked:
        return None
    # An id nobody owns in the world of the tests is a missing one: nobody finds it.
    return frozenset.intersection(*(OWNERS.get(name, frozenset()) for name in asked))


def expected(route: str, role: str, method: str) -> frozenset[str]:
    """Return what a role may meet: one outcome, or two where the order of the checks does not matter."""
    kind, is_below_staff = DECLARED[route], route.lstrip("^").startswith(STAFF_PREFIX)
    if method in IDLE and not is_below_staff:
        return frozenset({METHOD})
    if is_below_staff:
        return _of_staff(route, role, method, kind)
    if role == VISITOR and kind in {SIGNED_IN, DOOR}:
        return frozenset({SIGN_IN})
    if role == PASSWORD_ONLY and kind == DOOR:
        return frozenset({FACTOR})
    if kind in {SIGNED_IN, DOOR}:
        return _inside(route, role, method) | {CONFIRM}
    return _method(route, method) or frozenset({IN, UNKNOWN, SIGN_IN})


def _of_staff(route: str, role: str, method: str, kind: str) -> frozenset[str]:
    if role in LEARNERS:
        return frozenset({REFUSED})
    if role == PASSWORD_ONLY:
        return frozenset({FACTOR})
    if role == VISITOR or kind != STAFF:
        return frozenset({SIGN_IN})
    if role not in entering(route):
        # Which is asked first, the right or the object, is the package's affair.
        return frozenset({REFUSED, UNKNOWN}) | _method(route, method)
    return _inside(route, role, method)


def _inside(route: str, role: str, method: str) -> frozenset[str]:
    owned = owners(route)
    refused = _method(route, method)
    if owned is not None and role not in owned:
        if method == "OPTIONS":
            return frozenset({UNKNOWN, IN}) | refused
        return frozenset({UNKNOWN}) | refused
    if route in NAMED_IN_FORM and method == "POST":
        return frozenset({UNKNOWN, IN})
    return refused or frozenset({IN})


def _method(route: str, method: str) -> frozenset[str]:
    """Return the refusal of a method an address does not take; where nobody has said, it may be one."""
    takes = longest(TAKES, route)
    return frozenset() if takes is None or method in takes else frozenset({METHOD})


def address_of(route: str, world: World) -> str:
    """Return an address one can ask for, with the objects of peers in it where it names one."""
    ids = {
        "cohort_id": world.open_cohort.pk if "open" in route else world.peers.pk,
        "test_id": world.test.pk,
        "room_id": world.room.pk,
        "sitting_id": world.submitted.pk if "result" in route else world.open_sitting.pk,
        "certificate_id": world.certificate.pk,
        "user_id": world.users[LEAD].pk,
        "question_id": world.test.instrument.forms.first().items.first().question_id,
        "page_pk": world.lesson.pk,
        "pk": world.users[PEER].pk if route.startswith("cms/users/") else world.peers.pk,
    }
    for name, value in ids.items():
        route = re.sub(rf"<(?!(?:int|str):pk>)\w+:{name}>", str(value), route)
    form = world.test.instrument.forms.get(letter="A")
    question = form.items.select_related("question__topic").order_by("position")[0].question
    rows = {
        "cms/programme/": world.programme,
        "cms/organisation/": world.organisation,
        "cms/audience/": world.audience,
        "cms/question/": question,
        "cms/topic/": question.topic,
        "cms/questionbank/": question.bank,
        "cms/testform/": form,
        "cms/instrument/": world.test.instrument,
        "cms/steptest/": world.test,
        "cms/awarenessrule/": world.test.instrument.rules.first(),
    }
    row = longest(rows, route)
    return real(re.sub(r"<(int|str):pk>", str(row.pk if row else 1), route))
