"""Who may do what, as far as accounts alone decide it."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from people.choices import PrivacyClass, Role
from people.models.accounts import User
from people.models.audit import StaffAction

View = Callable[..., HttpResponse]


def roles_of(user) -> frozenset[str]:
    """Return the names of the site-wide roles of an account; one query, kept on the account for the request."""
    if not user.is_authenticated:
        return frozenset()
    if not hasattr(user, "_roles"):
        user._roles = frozenset(user.groups.values_list("name", flat=True))
    return user._roles


def has_role(user, *wanted: Role) -> bool:
    """Tell whether the account holds one of the roles; a technical administrator holds them all."""
    if not user.is_authenticated or not user.is_active:
        return False
    return user.is_superuser or bool(roles_of(user).intersection(str(role.value) for role in wanted))


def is_law_enforcement(user) -> bool:
    """Tell whether the account belongs to an audience that may never see a peer."""
    return bool(user.privacy_class == PrivacyClass.LAW_ENFORCEMENT)


def is_protected(user) -> bool:
    """Tell whether the account belongs to an audience whose people must never be listed."""
    return bool(user.privacy_class == PrivacyClass.PROTECTED)


def may_manage_accounts(user) -> bool:
    """Tell whether the account may make, change and close accounts: a technical administrator, never of the police."""
    return bool(user.is_authenticated and user.is_active and user.is_superuser and not is_law_enforcement(user))


def accounts_seen_by(user) -> QuerySet[User]:
    """Return the accounts whose handles this one may meet in the staff interface.

    Protected ones are met by technical administrators alone, and by nobody of the police; learners meet nobody.
    """
    if not user.is_authenticated or not user.is_active or not user.is_staff:
        return User.objects.none()
    if may_manage_accounts(user):
        return User.objects.all()
    return User.objects.exclude(privacy_class=PrivacyClass.PROTECTED)


def actions_seen_by(user) -> QuerySet[StaffAction]:
    """Return what of the staff audit an account may read: an auditor all, a technical administrator their own."""
    if not user.is_authenticated or not user.is_active or not user.is_staff:
        return StaffAction.objects.none()
    if str(Role.AUDITOR.value) in roles_of(user):
        return StaffAction.objects.all()
    return StaffAction.objects.filter(by=user.pk) if user.is_superuser else StaffAction.objects.none()


def role_required(*wanted: Role) -> Callable[[View], View]:
    """Guard a staff view: visitors sign in, others without the role are refused."""

    def guard(view: View) -> View:
        @login_required
        def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not has_role(request.user, *wanted):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.roles = wanted
        return guarded

    return guard


def staff_door(view: View) -> View:
    """Mark a view that shows other people: staff come in with a second factor only."""
    view.is_staff_door = True  # type: ignore[attr-defined]  # read by SecondFactorMiddleware
    return view
