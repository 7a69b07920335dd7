"""Who may do what in courses: one rule gives the predicate and the filter, so that they cannot differ."""

import datetime
from collections.abc import Collection, Sequence
from enum import Enum, auto
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404
from wagtail.models import Page

from courses.choices import CohortRole
from courses.models import Cohort, CohortStaff, Enrolment, GuidePage, Programme, ProgrammePage
from courses.pages.previews import Previewed
from courses.plans import plan_of
from people.actions import recovery_digest
from people.choices import PrivacyClass, Role, WayIn
from people.models import RecoveryCode, User
from people.permissions import has_role, is_law_enforcement

DESK_ROLES = (Role.AUTHOR, Role.MODERATOR, Role.TRAINER)
# Who answers for what a site says: the moderators, and an administrator, who holds every role.
OWNER_ROLES = (Role.MODERATOR,)


class LessonAccess(Enum):
    """How somebody may meet a lesson."""

    LEARNER = auto()
    VISITOR = auto()  # a sample, or staff: read, nothing is kept
    LOCKED = auto()
    SIGN_IN = auto()
    STRANGER = auto()


def lesson_access(user: Any, page: Page, on: datetime.date, around: Collection[UUID] | None = None) -> LessonAccess:
    """Say how an account meets a lesson or the course around it on a day.

    `around` are the translation keys of the page and of what it stands in, for who knows them. One query without them,
    then one, and two for each programme that asks for the page.
    """
    is_sample = getattr(page, "is_sample", False)
    if not user.is_authenticated:
        return LessonAccess.VISITOR if is_sample else LessonAccess.SIGN_IN
    if around is None:
        above = Page.objects.ancestor_of(page, inclusive=True)
        around = set(above.values_list("translation_key", flat=True))
    now = Q(programme__steps__page__translation_key__in=around)
    before = Q(terms__edition__steps__page__translation_key__in=around)
    enrolments = Enrolment.objects.of(user).filter(now | before).distinct()
    asked = [one for each in enrolments for one in plan_of(each, on).steps if one.step.page_key in around]
    if not asked:
        is_staff = has_role(user, Role.AUTHOR, Role.MODERATOR, Role.TRAINER)
        return LessonAccess.VISITOR if is_sample or is_staff else LessonAccess.STRANGER
    if any(one.is_open or one.is_done for one in asked):
        return LessonAccess.LEARNER
    return LessonAccess.VISITOR if is_sample else LessonAccess.LOCKED


def open_paths(user: Any, language: str, on: datetime.date) -> list[str] | None:
    """Return the paths of the pages in a language that are open to an account by its steps; None: it may read all.

    One query for its roles, then two, and two for each programme the learner is in.
    """
    if has_role(user, Role.AUTHOR, Role.MODERATOR, Role.TRAINER):
        return None
    keys = {
        one.step.page_key
        for enrolment in Enrolment.objects.of(user)
        for one in plan_of(enrolment, on).steps
        if one.is_open or one.is_done
    }
    found = Page.objects.filter(translation_key__in=keys - {None}, locale__language_code=language)
    return list(found.values_list("path", flat=True))


def pages_open_to(user: Any, pages: Sequence[Page], on: datetime.date) -> set[int]:
    """Return the ids of those pages that are open to a learner by a step which is open or done.

    As many queries for one page as for thirty: two, and two for each programme the learner is in.
    """
    keys: set[Any] = set()
    for enrolment in Enrolment.objects.of(user):
        within = [one.step.page_id for one in plan_of(enrolment, on).steps if one.is_open or one.is_done]
        keys |= set(Page.objects.filter(pk__in=[pk for pk in within if pk]).values_list("translation_key", flat=True))
    around = {page.path[:end] for page in pages for end in range(Page.steplen, len(page.path) + 1, Page.steplen)}
    opened = set(Page.objects.filter(path__in=around, translation_key__in=keys).values_list("path", flat=True))
    return {page.pk for page in pages if any(page.path.startswith(path) for path in opened)}


def cohorts_seen_by(user: Any) -> QuerySet[Cohort]:
    """Return the cohorts whose people and progress an account may see: its own, and never a protected one for police."""
    if not user.is_authenticated:
        return Cohort.objects.none()
    found = Cohort.objects.looked_after_by(user)
    if is_law_enforcement(user):
        found = found.exclude(audience__privacy_class=PrivacyClass.PROTECTED)
    return found.select_related("audience", "programme", "organisation")


def may_see_cohort(user: Any, cohort: Cohort) -> bool:
    """Tell whether the account may see the cohort."""
    return cohorts_seen_by(user).filter(pk=cohort.pk).exists()


def cohorts_led_by(user: Any) -> QuerySet[Cohort]:
    """Return the cohorts of which the account is a trainer, and may name peer trainers; not those of a peer trainer."""
    return cohorts_seen_by(user).filter(staff__user=user, staff__role=CohortRole.TRAINER)


def guides_open_to(user: Any) -> QuerySet[GuidePage]:
    """Return the trainers' guides an account may read: of the programmes of the cohorts it looks after; authors read all."""
    if has_role(user, Role.AUTHOR, Role.MODERATOR):
        return GuidePage.objects.live()
    pages = ProgrammePage.objects.filter(programme__in=cohorts_seen_by(user).values("programme"))
    under = [Q(path__startswith=path, depth=depth + 1) for path, depth in pages.values_list("path", "depth")]
    return GuidePage.objects.live().filter(reduce(or_, under)) if under else GuidePage.objects.none()


def nameable_by(user: Any, cohort: Cohort) -> QuerySet[User]:
    """Return the learners whom an account may name peer trainers of a cohort: those it sees in its own cohorts anyway.

    A police account is never among them where the cohort is protected. Nor is a protected one where it is not: the
    police among the others' staff would read its handle.
    """
    across = PrivacyClass.LAW_ENFORCEMENT if cohort.is_protected else PrivacyClass.PROTECTED
    own = Enrolment.objects.filter(cohort__in=cohorts_seen_by(user)).values("learner")
    return User.objects.filter(pk__in=own, is_active=True).exclude(privacy_class=across)


def renewable_by(user: Any, cohort: Cohort) -> QuerySet[Enrolment]:
    """Return the enrolments in a cohort one sees whose learners an account may make a new card for.

    A card opens the account, and with it every right it holds. So staff are left out, and whoever holds a right over a
    cohort of which the giver is no trainer.
    """
    beyond = CohortStaff.objects.exclude(cohort__in=cohorts_led_by(user)).values("user")
    found = Enrolment.objects.filter(cohort=cohort, cohort__in=cohorts_seen_by(user))
    return found.filter(learner__is_active=True, learner__is_staff=False).exclude(learner__in=beyond)


def cards_seen_by(user: Any, cohort: Cohort, code: str, on: datetime.date) -> QuerySet[RecoveryCode]:
    """Return the usable card that carries a code, if it is for a learner whom the account may make one for."""
    learners = renewable_by(user, cohort).values("learner")
    cards = RecoveryCode.objects.usable(on).filter(kind=WayIn.CARD, digest=recovery_digest(code))
    return cards.filter(user__in=learners).select_related("user")


def may_edit_programmes(user: Any) -> bool:
    """Tell whether the account may put programmes together."""
    return bool(user.is_authenticated and user.has_perm("courses.change_programme"))


def programmes_edited_by(user: Any) -> QuerySet[Programme]:
    """Return the programmes an account may put together: all, or none; programmes belong to nobody."""
    return Programme.objects.all() if may_edit_programmes(user) else Programme.objects.none()


def may_use_desk(user: Any) -> bool:
    """Tell whether the account writes, teaches or publishes courses, and so sees what they lack."""
    return has_role(user, *DESK_ROLES)


def may_review(user: Any) -> bool:
    """Tell whether the account may state that a translation was read, and what holds in a country."""
    return has_role(user, *OWNER_ROLES)


def page_on_desk(user: Any, page_id: int) -> Page:
    """Return a page of ours that the account may edit; raises Http404 for any other."""
    found = Page.objects.filter(pk=page_id).select_related("locale", "content_type").first()
    if found is None or not may_use_desk(user) or not found.permissions_for_user(user).can_edit():
        raise Http404
    if not issubclass(found.specific_class or Page, Previewed):
        raise Http404
    return found
