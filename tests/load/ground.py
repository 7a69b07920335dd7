"""What a run needs in the site's database: a test, and learners who are signed in. Made through the site's own models."""

import datetime
import uuid

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.urls import reverse
from django.utils import timezone

from assessments.models import Response
from courses.models import Cohort, Enrolment
from people.models import Session, User
from people.models.sessions import SessionStore
from tests.factories.assessments import StepTestFactory, instrument
from tests.factories.courses import CohortFactory, home_page
from tests.factories.people import PASSWORD, AudienceFactory
from tests.load.sitters import Ground
from tests.load.wire import TOKEN


def make_ground(learners: int, questions: int = 10) -> Ground:
    """Make a test of so many questions, open at once, and learners who have never sat it."""
    home_page()
    audience = AudienceFactory(code="social-worker", name="Social workers", privacy_class="ordinary")
    test = StepTestFactory(step__programme__slug="load", instrument=instrument("load", questions=questions))
    cohort = CohortFactory(programme=test.step.programme, audience=audience)
    users = _enrolled(cohort, learners)
    papers = {str(form.pk): list(form.items.values_list("pk", flat=True)) for form in test.instrument.forms.all()}
    keys = _sessions(users)
    headers, handles = [signed_in(key) for key in keys], [one.handle for one in users]
    return Ground(test.pk, papers, headers, handles, PASSWORD, saves_at())


def saves_at() -> str:
    """Return where the page's script sends answers."""
    nobody = str(uuid.UUID(int=0))
    return reverse("answer", args=[nobody]).replace(nobody, "{sitting}")


def signed_in(key: str) -> dict[str, str]:
    """Return the headers that a browser with this session sends."""
    cookies = {settings.SESSION_COOKIE_NAME: key, settings.CSRF_COOKIE_NAME: TOKEN}
    return {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()), "X-CSRFToken": TOKEN}


def stored_answers(test: int) -> list[tuple[str, int, int, str]]:
    """Return sitting, item, sequence and answer of every row the database holds for a test."""
    rows = Response.objects.filter(sitting__test=test).values_list("sitting", "item", "sequence", "answer")
    return [(str(sitting), item, sequence, answer) for sitting, item, sequence, answer in rows]


def _enrolled(cohort: Cohort, count: int) -> list[User]:
    known = make_password(PASSWORD)
    month = datetime.date.today().replace(day=1)
    fields = {"audience": cohort.audience, "privacy_class": "ordinary", "password": known, "active_in": month}
    users = User.objects.bulk_create(
        [User(handle=f"load-{number}", **fields) for number in range(count)], batch_size=500
    )
    Enrolment.objects.bulk_create(
        [Enrolment(learner=one, cohort=cohort, programme=cohort.programme) for one in users], batch_size=500
    )
    return users


def _sessions(users: list[User]) -> list[str]:
    store, rows = SessionStore(), []
    ends = timezone.now() + datetime.timedelta(days=7)
    for user in users:
        data = {
            SESSION_KEY: str(user.pk),
            BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
            HASH_SESSION_KEY: user.get_session_auth_hash(),
        }
        key = store._get_new_session_key()
        rows.append(Session(session_key=key, session_data=store.encode(data), expire_date=ends, user=user))
    Session.objects.bulk_create(rows, batch_size=500)
    return [row.session_key for row in rows]
