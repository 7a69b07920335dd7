"""The site does not open on a database that may lose answers, nor on one with demonstration accounts."""

from unittest import mock

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from config import checks
from tests.factories.people import UserFactory


@pytest.mark.django_db
class DatabaseCheckTests:
    def test_the_database_as_it_is_will_do(self) -> None:
        checks.require_sound_database()

    def test_a_demonstration_account_closes_a_site_for_real_people(self, settings) -> None:
        settings.DEMONSTRATION_ALLOWED = False
        checks.require_sound_database()
        UserFactory(is_demonstration=True)
        with pytest.raises(ImproperlyConfigured, match="manage.py demo --remove"):
            checks.require_sound_database()

    def test_a_demonstration_account_is_welcome_elsewhere(self) -> None:
        UserFactory(is_demonstration=True)
        checks.require_sound_database()

    @pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite only")
    def test_sqlite_that_may_lose_an_answer(self) -> None:
        with mock.patch.object(checks, "_ask", return_value=1):
            assert [fault.id for fault in checks.durable_database(databases=["default"])] == ["config.E001"]

    def test_postgresql_that_may_lose_an_answer(self) -> None:
        with (
            mock.patch.object(connection, "vendor", "postgresql"),
            mock.patch.object(checks, "_ask", return_value="off"),
        ):
            assert [fault.id for fault in checks.durable_database(databases=["default"])] == ["config.E002"]

    def test_without_a_database_nothing_is_asked(self, django_assert_num_queries) -> None:
        with django_assert_num_queries(0):
            assert checks.durable_database() == checks.no_demonstration() == []
