"""Joining, in three short steps: the code, the notice, a name and a password. The recovery codes come after."""

from uuid import UUID

from django.contrib.auth import login
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from courses.actions import AlreadyEnrolledError, NoSeatError, enrol, find_join_code
from courses.forms import JoinCodeForm, NameForm, NoticeForm
from courses.models import Cohort, JoinCode
from courses.titles import title_of
from courses.views.codes import hand_out
from people.actions import create_learner, issue_recovery_codes
from people.handles import suggestions
from people.limits import allowed
from people.shared import begin_stay

NOTICE_VERSION = "2026-11"
BACKEND = "people.backends.AccountBackend"
COHORT, CODE, READ = "join_cohort", "join_code", "join_notice_read"


@never_cache
def join(request: HttpRequest) -> HttpResponse:
    """Take the code of a join card."""
    form = JoinCodeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "courses/join.html", {"form": form}, status=422 if form.errors else 200)
    if not allowed(request, "join"):
        form.add_error("code", _("Too many tries from this network. Wait a minute, then type the code again."))
        return render(request, "courses/join.html", {"form": form}, status=429)
    code = find_join_code(form.cleaned_data["code"], timezone.localdate())
    if code is None:
        form.add_error(
            "code",
            _(
                "This code does not fit, was used up, or has expired. Look at the card again, or ask your trainer for a new one."
            ),
        )
        return render(request, "courses/join.html", {"form": form}, status=422)
    return _begin(request, code.cohort, code)


@never_cache
@require_POST
def join_open(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    """Begin to join an open cohort without a code; any other cohort is not found."""
    open_cohorts = Cohort.objects.joinable_without_code(timezone.localdate())
    return _begin(request, get_object_or_404(open_cohorts, pk=cohort_id), None)


def _begin(request: HttpRequest, cohort: Cohort, code: JoinCode | None) -> HttpResponse:
    request.session[COHORT] = str(cohort.pk)
    request.session[CODE] = str(code.pk) if code else ""
    request.session.pop(READ, None)
    return redirect("join_notice")


def _under_way(request: HttpRequest) -> tuple[Cohort, JoinCode | None] | None:
    """Return what was begun, None where its code was deleted or its open cohort closed meanwhile."""
    if not request.session.get(COHORT):
        return None
    cohorts, code = Cohort.objects.select_related("audience", "organisation", "programme"), None
    if request.session[CODE]:
        code = JoinCode.objects.filter(pk=request.session[CODE], cohort=request.session[COHORT]).first()
        if code is None:
            return None
    else:
        cohorts = cohorts.joinable_without_code(timezone.localdate())
    cohort = cohorts.filter(pk=request.session[COHORT]).first()
    return (cohort, code) if cohort else None


@never_cache
def notice(request: HttpRequest) -> HttpResponse:
    """Show the one page on what is kept, before anything is."""
    under_way = _under_way(request)
    if under_way is None:
        return redirect("join")
    form = NoticeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if request.user.is_authenticated:
            return _enrol_again(request, *under_way)
        request.session[READ] = True
        return redirect("join_name")
    context = {"form": form, "cohort": under_way[0], "title": title_of(under_way[0].programme)}
    return render(request, "courses/notice.html", context, status=422 if form.errors else 200)


@never_cache
@sensitive_post_parameters("password")
def name(request: HttpRequest) -> HttpResponse:
    """Choose a handle and a password; the account, the enrolment, the seat and the codes are one transaction."""
    under_way = _under_way(request)
    if under_way is None or not request.session.get(READ) or request.user.is_authenticated:
        return redirect("join")
    form = NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _make_account(request, form, *under_way)
    return _ask_name(request, form, under_way[0], 422 if form.errors else 200)


def _ask_name(request: HttpRequest, form: NameForm, cohort: Cohort, status: int) -> HttpResponse:
    offered = request.session.setdefault("join_offered", suggestions(get_language() or "en"))
    context = {"form": form, "offered": offered, "cohort": cohort, "title": title_of(cohort.programme)}
    return render(request, "courses/name.html", context, status=status)


def _make_account(request: HttpRequest, form: NameForm, cohort: Cohort, code: JoinCode | None) -> HttpResponse:
    on, hashed = timezone.localdate(), make_password(form.cleaned_data["password"])
    try:
        with transaction.atomic():
            learner = create_learner(
                form.cleaned_data["handle"],
                hashed,
                language=get_language() or "en",
                audience=cohort.audience,
                organisation=None if cohort.is_protected else cohort.organisation,
                notice=NOTICE_VERSION,
                on=on,
            )
            enrol(learner, cohort, code=code, on=on)
            codes = issue_recovery_codes(learner)
    except NoSeatError:
        form.add_error(None, _("The last seat of this code was taken a moment ago. Ask your trainer for a new card."))
        return _ask_name(request, form, cohort, 409)
    for key in (COHORT, CODE, READ, "join_offered"):
        request.session.pop(key, None)
    begin_stay(request)
    login(request, learner, backend=BACKEND)
    return hand_out(request, codes, joining=True)


def _enrol_again(request: HttpRequest, cohort: Cohort, code: JoinCode | None) -> HttpResponse:
    """Enrol somebody who has an account already; the audience stays that of the account."""
    try:
        if request.user.audience_id != cohort.audience_id:
            raise NoSeatError
        enrol(request.user, cohort, code=code, on=timezone.localdate())
    except AlreadyEnrolledError:
        return redirect("me")
    except NoSeatError:
        context = {"form": JoinCodeForm(), "refused": True}
        return render(request, "courses/join.html", context, status=409)
    return redirect("me")
