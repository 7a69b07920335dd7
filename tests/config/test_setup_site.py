"""The ground of a site: languages, home pages, roles, moderation, schedules."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django_q.models import Schedule
from wagtail.models import GroupPagePermission, Locale, Page, Site

from home.models import HomePage
from people.actions import grant_role
from people.choices import Role
from people.models import Audience, User
from tests.factories.people import UserFactory


@pytest.mark.django_db
class SetupSiteTests:
    @pytest.fixture(autouse=True)
    def site(self, empty_site: None) -> None:
        """Look at one site, set up once."""

    def test_every_language_has_a_live_home_page(self) -> None:
        homes = HomePage.objects.filter(live=True).select_related("locale")
        assert {page.locale.language_code for page in homes} == {"en", "zh-hans", "my", "km", "vi"}
        assert {page.locale.language_code for page in homes if page.alias_of_id} == {"my", "km", "vi"}

    def test_the_site_stands_on_the_english_home_page(self) -> None:
        site = Site.objects.get(is_default_site=True)
        assert site.hostname == "localhost"
        assert site.root_page.specific == HomePage.objects.get(locale__language_code="en")
        assert not Page.objects.filter(title__startswith="Welcome").exists()

    def test_a_second_run_changes_nothing(self) -> None:
        def counts() -> list[int]:
            models = (Locale, Page, Group, GroupPagePermission, Audience, Schedule)
            return [model.objects.count() for model in models]

        before, next_runs = counts(), list(Schedule.objects.values_list("next_run", flat=True))
        call_command("setup_site", verbosity=0)
        assert counts() == before
        assert list(Schedule.objects.values_list("next_run", flat=True)) == next_runs

    def test_a_changed_schedule_is_mended(self) -> None:
        Schedule.objects.filter(name="submit expired tests").update(minutes=999)
        call_command("setup_site", verbosity=0)
        assert Schedule.objects.get(name="submit expired tests").minutes == 5

    @pytest.mark.parametrize("role", list(Role))
    def test_every_role_opens_the_staff_door(self, role: Role) -> None:
        user = UserFactory()
        grant_role(user, role)
        assert User.objects.get(pk=user.pk).has_perm("wagtailadmin.access_admin")

    @pytest.mark.parametrize(
        ("role", "may_edit", "may_publish"),
        [
            (Role.AUTHOR, True, False),
            (Role.TRAINER, True, False),
            (Role.MODERATOR, True, True),
            (Role.LEAD, False, False),
            (Role.AUDITOR, False, False),
        ],
    )
    def test_who_may_edit_and_publish(self, role: Role, may_edit: bool, may_publish: bool) -> None:
        user = UserFactory()
        grant_role(user, role)
        rights = HomePage.objects.get(locale__language_code="zh-hans").permissions_for_user(
            User.objects.get(pk=user.pk)
        )
        assert (rights.can_edit(), rights.can_publish()) == (may_edit, may_publish)

    def test_an_author_submits_for_moderation_and_a_moderator_publishes(self) -> None:
        author, moderator = UserFactory(), UserFactory()
        grant_role(author, Role.AUTHOR)
        grant_role(moderator, Role.MODERATOR)
        page = HomePage.objects.get(locale__language_code="en")
        page.title = "Changed"
        page.save_revision(user=author)
        workflow = page.get_workflow()
        assert workflow is not None
        state = workflow.start(page, author)
        task = state.current_task_state
        assert task.task.specific.user_can_access_editor(page, moderator)
        task.approve(user=moderator)
        page.refresh_from_db()
        assert page.title == "Changed"

    def test_audiences_carry_their_privacy_class(self) -> None:
        assert dict(Audience.objects.values_list("code", "privacy_class")) == {
            "police": "law_enforcement",
            "social-worker": "ordinary",
            "backbone": "protected",
            "fellow": "protected",
            "family": "protected",
        }
