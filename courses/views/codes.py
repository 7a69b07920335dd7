"""Recovery codes: shown until they are written down, saved as a picture, printed, made anew."""

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from courses.cards import codes_sheet
from courses.forms import CodesFileForm
from courses.typesetting import set_pdf, set_png
from people.actions import RECOVERY_CODES, are_recovery_codes_of, issue_recovery_codes
from people.codes import grouped, normalised_code

# The codes wait in the session until the learner says that they are written down; made on each GET, as they once were,
# a reload voided the codes that stood on paper already. The session's row is sealed with a key outside the database.
WAITING, JOINING = "codes_waiting", "codes_of_joining"


def hand_out(request: HttpRequest, codes: list[str], *, joining: bool = False) -> HttpResponse:
    """Lead to the page of these codes, which stays until the learner has written them down."""
    request.session[WAITING] = codes
    request.session[JOINING] = joining
    return redirect("join_codes")


@never_cache
def codes(request: HttpRequest) -> HttpResponse:
    """Show the recovery codes until the learner says that they are written down (POST)."""
    if request.method == "POST":
        request.session.pop(WAITING, None)
        request.session.pop(JOINING, None)
        return redirect("me")
    shown = request.session.get(WAITING, [])
    if not request.user.is_authenticated or not shown:
        return redirect("me")
    return render(request, "courses/codes.html", {"codes": shown, "joining": request.session.get(JOINING)})


@never_cache
@sensitive_post_parameters("code")
@login_required
def codes_file(request: HttpRequest) -> HttpResponse:
    """Answer with the codes of that page as a picture or a sheet; kept nowhere, and made for one's own codes alone."""
    if request.method != "POST":
        return redirect("join_codes")
    form, sent = CodesFileForm(request.POST), request.POST.getlist("code")[: RECOVERY_CODES + 1]
    if not form.is_valid() or len(sent) > RECOVERY_CODES or not are_recovery_codes_of(request.user, sent):
        raise Http404
    sheet = codes_sheet([grouped(normalised_code(one)) for one in sent], get_language() or "en")
    if form.cleaned_data["kind"] == CodesFileForm.PICTURE:
        response = HttpResponse(set_png(sheet, settings.FONTS_ROOT), content_type="image/png")
        name = "picture.png"
    else:
        response = HttpResponse(set_pdf(sheet, settings.FONTS_ROOT), content_type="application/pdf")
        name = "sheet.pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@never_cache
@login_required
@reauthentication_required(allow_get=True)
def new_codes(request: HttpRequest) -> HttpResponse:
    """Make a new set (POST): the old codes are void. The password is asked for, so that nobody else makes one."""
    if request.user.is_staff:  # recovery codes do not work for staff
        raise Http404
    if request.method != "POST":
        return render(request, "courses/new_codes.html")
    return hand_out(request, issue_recovery_codes(request.user))
