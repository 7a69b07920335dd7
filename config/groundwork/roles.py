"""What each site-wide role may do in the staff interface."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
)

from assessments.models import Question
from people.choices import Role

ENTER = ("wagtailadmin.access_admin",)
TRANSLATE = ("wagtail_localize.submit_translation",)
WRITE = ("add_page", "change_page")
MODERATE = (*WRITE, "publish_page", "lock_page", "unlock_page")
# Whoever writes questions; forms and what hangs on steps are for authors and moderators.
QUESTIONS = tuple(f"assessments.{verb}_question" for verb in ("view", "add", "change"))
TESTS = (
    *QUESTIONS,
    *(
        f"assessments.{verb}_{model}"
        for model in ("questionbank", "topic", "instrument", "testform", "steptest", "awarenessrule")
        for verb in ("view", "add", "change")
    ),
    "assessments.delete_testform",
    "assessments.delete_steptest",
)
# What holds in a country is stated by whoever answers for the site's words.
LOCAL = tuple(
    f"courses.{verb}_{model}" for model in ("localrule", "placecountry") for verb in ("view", "add", "change", "delete")
)
# What a site says of emergencies is for whoever answers for it.
HELP = tuple(f"home.{verb}_helpsheet" for verb in ("view", "add", "change"))
LEARNING = {
    Role.AUTHOR: ("courses.view_programme", "courses.add_programme", "courses.change_programme", *TESTS),
    Role.TRAINER: (
        *("courses.view_cohort", "courses.add_cohort", "courses.change_cohort", "courses.delete_cohort"),
        *QUESTIONS,
    ),
    Role.MODERATOR: (
        *TESTS,
        *LOCAL,
        *HELP,
        *(f"assessments.{verb}_question" for verb in ("publish", "lock", "unlock")),
    ),
}
# wagtailmedia knows no right to choose: whoever may add may choose.
MATERIAL = ("add_image", "choose_image", "add_media", "choose_document")
WRITERS = (Role.AUTHOR, Role.TRAINER)
# The language of the site that everything else is translated from.
SOURCE = "en"
# A group that Wagtail's migrations make and that is no role of ours.
FOREIGN_GROUP = "Editors"


def make_roles(home_pages: Iterable[Page]) -> None:
    """Make the group of every role with its permissions, and see that moderation covers the whole site.

    Permissions that staff have added are kept.
    """
    home_pages = list(home_pages)
    for role in Role:
        group, _made = Group.objects.get_or_create(name=role.value)
        group.permissions.add(*_permissions((*ENTER, *LEARNING.get(role, ()))))
    for role in (*WRITERS, Role.MODERATOR):
        group = Group.objects.get(name=role.value)
        group.permissions.add(*_permissions(TRANSLATE))
        _allow_pages(group, home_pages, MODERATE if role is Role.MODERATOR else WRITE)
        _allow_material(group)
    _let_translate(Group.objects.get(name=Role.TRANSLATOR.value), home_pages)
    Group.objects.filter(name=FOREIGN_GROUP, user__isnull=True).delete()
    _attach_moderation()


def _permissions(names: Iterable[str]) -> list[Permission]:
    pairs = [name.split(".") for name in names]
    return [Permission.objects.get(content_type__app_label=app, codename=code) for app, code in pairs]


def _allow_pages(group: Group, pages: Iterable[Page], codes: Iterable[str]) -> None:
    rights = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codes)
    wanted = {(page.pk, right.pk) for page in pages for right in rights}
    held = set(GroupPagePermission.objects.filter(group=group).values_list("page_id", "permission_id"))
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page_id=page, permission_id=right) for page, right in sorted(wanted - held)
    )


def _let_translate(group: Group, home_pages: Iterable[Page]) -> None:
    """Let translators write in every language but the source."""
    group.permissions.add(*_permissions(TRANSLATE))
    _allow_pages(group, [page for page in home_pages if page.locale.language_code != SOURCE], WRITE)


def _allow_material(group: Group) -> None:
    root = Collection.get_first_root_node()
    rights = Permission.objects.filter(
        codename__in=MATERIAL, content_type__app_label__in=("wagtailimages", "wagtailmedia", "wagtaildocs")
    )
    for right in rights:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=right)


def _attach_moderation() -> None:
    """Put the moderation workflow that Wagtail ships on the root and on questions, unless some workflow stands there."""
    root = Page.get_first_root_node()
    questions = ContentType.objects.get_for_model(Question)
    workflow = Workflow.objects.filter(active=True).order_by("pk").first()
    if workflow is None:
        return
    if not WorkflowPage.objects.filter(page=root).exists():
        WorkflowPage.objects.create(page=root, workflow=workflow)
    WorkflowContentType.objects.get_or_create(content_type=questions, defaults={"workflow": workflow})
