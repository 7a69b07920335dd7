"""The worker's jobs for the site as a whole."""

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from config.tasks import publish_scheduled, purge_expired
from home.models import HomePage

DATABASE_CACHE = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache_of_this_test"}
}


@pytest.mark.django_db
class TaskTests:
    def test_expired_cache_rows_are_purged(self, settings) -> None:
        settings.CACHES = DATABASE_CACHE
        call_command("createcachetable", verbosity=0)
        caches["default"].set("old", 1, timeout=-60)
        caches["default"].set("new", 1, timeout=600)
        caches["default"].set("kept", 1, timeout=None)
        assert purge_expired() == 1
        assert caches["default"].get("new") == caches["default"].get("kept") == 1
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM cache_of_this_test")
            assert cursor.fetchone()[0] == 2

    def test_a_page_is_published_when_its_hour_has_come(self, empty_site: None) -> None:
        page = HomePage.objects.get(locale__language_code="en")
        page.title = "From today"
        page.go_live_at = timezone.now() + timezone.timedelta(hours=1)
        revision = page.save_revision(approved_go_live_at=page.go_live_at)
        type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now())
        publish_scheduled()
        page.refresh_from_db()
        assert page.title == "From today"
