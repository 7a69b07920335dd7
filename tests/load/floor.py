"""The floor: about the least an answer can cost in Django. Session, account, one upsert, on the settings of the site."""

import datetime
import json
import sys
import uuid
from pathlib import Path

import django
from django.conf import settings

from config.settings.base import database
from tests.load.wire import TOKEN

if not settings.configured:
    settings.configure(
        SECRET_KEY="only-for-load",
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF=__name__,
        USE_TZ=True,
        DATABASES={"default": database(Path("unused"))},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
    )
    django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.utils import timezone

TABLE = (
    "CREATE TABLE answer (id {serial}, user_id integer NOT NULL, item integer NOT NULL, choice text NOT NULL, "
    "sequence bigint NOT NULL, UNIQUE (user_id, item))"
)
SERIAL = {"sqlite": "integer PRIMARY KEY AUTOINCREMENT", "postgresql": "bigserial PRIMARY KEY"}
UPSERT = (
    "INSERT INTO answer (user_id, item, choice, sequence) VALUES (%s, %s, %s, %s) ON CONFLICT (user_id, item) "
    "DO UPDATE SET choice = excluded.choice, sequence = excluded.sequence WHERE excluded.sequence > answer.sequence"
)


def hello(request: HttpRequest) -> HttpResponse:
    """Answer without a database."""
    return HttpResponse("hello")


def answer(request: HttpRequest) -> HttpResponse:
    """Keep an answer of whoever is signed in."""
    given = request.POST
    with connection.cursor() as cursor:
        cursor.execute(UPSERT, [request.user.pk, int(given["item"]), given["choice"], int(given["sequence"])])
    return JsonResponse({"state": "saved"})


def make(count: int) -> list[dict[str, str]]:
    """Make tables and accounts; return the headers of each account's browser."""
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(TABLE.format(serial=SERIAL[connection.vendor]))
    users = User.objects.bulk_create([User(username=f"floor-{uuid.uuid4().hex[:12]}") for _ in range(count)])
    store, rows = SessionStore(), []
    for user in users:
        data = {
            SESSION_KEY: str(user.pk),
            BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
            HASH_SESSION_KEY: user.get_session_auth_hash(),
        }
        ends = timezone.now() + datetime.timedelta(days=7)
        rows.append(
            Session(session_key=store._get_new_session_key(), session_data=store.encode(data), expire_date=ends)
        )
    Session.objects.bulk_create(rows, batch_size=500)
    return [{"Cookie": f"sessionid={row.session_key}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN} for row in rows]


def count() -> int:
    """Return how many answers are stored."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM answer")
        return int(cursor.fetchone()[0])


urlpatterns = [path("hello/", hello), path("answer/", answer)]
application = get_wsgi_application()

if __name__ == "__main__":
    # Asked for by the process that measures, which reads JSON.
    sys.stdout.write(json.dumps(make(int(sys.argv[2])) if sys.argv[1] == "make" else count()))
