"""Who enters what Wagtail and the other packages bring along: by beginnings of addresses, the longest that fits."""

import re
from collections.abc import Iterator

from django.urls import get_resolver

from tests.matrix import CONFIRM, FACTOR, IN, METHOD, REFUSED, SIGN_IN, TESTING, UNKNOWN, longest
from tests.roles import (
    ADMINISTRATOR,
    AUTHOR,
    LEARNERS,
    MODERATOR,
    PASSWORD_ONLY,
    POLICE_AUTHOR,
    POLICE_TRAINER,
    STAFF_WITH_FACTOR,
    TRAINER,
    TRANSLATOR,
    VISITOR,
    World,
)
from tests.test_house_routes import OURS, walk

ADMINISTRATORS = frozenset({ADMINISTRATOR})
PUBLISHERS = ADMINISTRATORS | {MODERATOR}
WRITERS = PUBLISHERS | {TRAINER, AUTHOR, POLICE_TRAINER, POLICE_AUTHOR}
PROGRAMMES = ADMINISTRATORS | {AUTHOR, POLICE_AUTHOR}

ENTERS: dict[str, frozenset[str]] = {
    "cms/": STAFF_WITH_FACTOR,
    "cms/collections/": ADMINISTRATORS,
    "cms/groups/": ADMINISTRATORS,
    "cms/locales/": ADMINISTRATORS,
    "cms/sites/": ADMINISTRATORS,
    "cms/workflows/": ADMINISTRATORS,
    # Choosers ask for no right: what they offer is public material and pages the account may choose.
    "cms/workflows/task_chooser/": STAFF_WITH_FACTOR,
    "cms/documents/": PUBLISHERS,
    "cms/documents/chooser/": STAFF_WITH_FACTOR,
    "cms/documents/chooser/create/": PUBLISHERS,
    "cms/helpsheet/": PUBLISHERS,
    "cms/images/": WRITERS,
    "cms/images/chooser/": STAFF_WITH_FACTOR,
    "cms/images/chooser/create/": WRITERS,
    "cms/media/": WRITERS,
    "cms/media/chooser/": STAFF_WITH_FACTOR,
    "cms/localize/": WRITERS | {TRANSLATOR},
    "cms/localize/jsi18n/": STAFF_WITH_FACTOR,
    "cms/pages/": WRITERS | {TRANSLATOR},
    "cms/pages/<int:page_id>/delete/": PUBLISHERS,
    "cms/pages/<int:page_id>/lock/": PUBLISHERS,
    "cms/pages/<int:page_id>/unlock/": PUBLISHERS,
    "cms/pages/<int:page_id>/privacy/": PUBLISHERS,
    "cms/pages/<int:page_id>/unpublish/": PUBLISHERS,
    # These lead back to the list of pages with a word, whoever asks.
    "cms/pages/<int:page_id>/revisions/": STAFF_WITH_FACTOR,
    "cms/pages/<int:page_to_move_id>/move/": PUBLISHERS,
    "cms/pages/<int:page_to_move_id>/move/<int:destination_id>/confirm/": STAFF_WITH_FACTOR,
    "cms/pages/<int:page_to_move_id>/set_position/": PUBLISHERS,
    "cms/pages/create/": STAFF_WITH_FACTOR,
    "cms/pages/workflow/confirm_cancellation/": STAFF_WITH_FACTOR,
    "cms/programme/": PROGRAMMES,
    "cms/question/": WRITERS,
    "cms/question/delete/": frozenset(),
    "cms/question/lock/": PUBLISHERS,
    "cms/question/unpublish/": PUBLISHERS,
    "cms/question/workflow/confirm_cancellation/": STAFF_WITH_FACTOR,
    **{
        f"cms/{kind}/": TESTING
        for kind in ("testform", "steptest", "awarenessrule", "topic", "instrument", "questionbank")
    },
    # No snippet is without its own entry in the menu.
    "cms/snippets/": frozenset(),
    "cms/reports/": WRITERS,
    "cms/reports/locked/": PUBLISHERS,
}
# Routed away in config/urls.py, for everybody.
CLOSED = "cms/reports/aging-pages/"
# Words, drawings and files that are public; Wagtail's addresses with a password of their own, which nobody sets here.
OPEN_TO_ALL = ("cms/jsi18n/", "cms/sprite/", "documents/")
# Wagtail fails on purpose, or on a form that no page of it sends: a 500 for whoever made it up, and nothing is written.
FAILING = {
    "cms/failwhale/",
    "cms/choose-external-link/",
    "cms/documents/chooser/chosen/<str:pk>/",
    "cms/images/chooser/chosen/<str:pk>/",
    "cms/editing-sessions/ping/<str:app_label>/<str:model_name>/<str:object_id>/<int:session_id>/",
    "cms/pages/<int:page_id>/copy/",
    "cms/pages/<int:page_id>/edit/",
    "cms/pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/",
}
NIL = "00000000-0000-4000-8000-000000000000"


def routes() -> list[str]:
    """Return the addresses of packages below the staff prefix and for documents, in order."""
    return sorted({address for address in _routes() if not address.endswith("^.*/$")})


def _routes() -> Iterator[str]:
    for address, module in walk(get_resolver().url_patterns):
        closed = address.startswith(("cms/login/", "cms/password_reset/"))
        if module.split(".")[0] not in OURS and address.startswith(("cms/", "documents/")) and not closed:
            yield address


def expected(route: str, role: str) -> frozenset[str]:
    """Return what a role may meet at an address of a package, by GET and by POST."""
    anything = frozenset({IN, REFUSED, UNKNOWN, METHOD, CONFIRM})
    if route.startswith("documents/"):
        return anything
    if route == "cms/logout/":
        anything |= {SIGN_IN}
    if route.startswith(CLOSED) and role != PASSWORD_ONLY:
        return frozenset({REFUSED})
    if role == VISITOR:
        return anything if route.startswith(OPEN_TO_ALL) else frozenset({SIGN_IN})
    if role in LEARNERS:
        return frozenset({REFUSED})
    if role == PASSWORD_ONLY:
        return frozenset({FACTOR})
    entering: frozenset[str] = longest(ENTERS, route)
    return anything if role in entering else frozenset({REFUSED, UNKNOWN, METHOD})


def address_of(route: str, world: World) -> str:
    """Return an address of a package one can ask for."""
    lesson, parent = world.lesson, world.lesson.get_parent()
    question = world.test.instrument.forms.get(letter="A").items.order_by("position")[0].question_id
    samples = (
        (r"cms/question/(.*)(?:<int:pk>|\(\?P<pk>[^)]*\))", rf"cms/question/\g<1>{question}"),
        (r"<\w*:?(?:page_id|page_pk|page_to_move_id)>|\(\?P<pk>[^)]*\)", lesson.pk),
        (r"<\w*:?(?:parent_page_id|destination_id)>", parent.pk),
        (r"<\w+:(?:app_label|content_type_app_name)>", "courses"),
        (r"<\w+:model_name>", "programme"),
        (r"<\w+:content_type_model_name>", "readingpage"),
        (r"cms/users/(.*)<str:pk>", rf"cms/users/\g<1>{world.users['peer'].pk}"),
        (r"\(\?P<media_type>[^)]*\)", "video"),
        (r"\(\?P<revision_id_[ab]>[^)]*\)", "live"),
        (r"<uuid:\w+>", NIL),
        (r"<(?:\w+:)?\w+>", 1),
        (r"\(\\d\+\)", 1),
        (r"\^|\$|\\|\(.*\)", ""),
    )
    for pattern, value in samples:
        route = re.sub(pattern, str(value), route)
    return f"/{route}"
