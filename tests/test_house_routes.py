"""Every address of the site has a declared permission; tests/test_matrix.py sees that it keeps it."""

import re
from collections.abc import Iterator
from inspect import unwrap

from django.urls import URLPattern, get_resolver
from django.utils.translation import override

PUBLIC, SIGNED_IN, DOOR, STAFF = "public", "signed in", "signed in, staff with a second factor", "staff"
DECLARED = {
    "": PUBLIC,
    "leave/": PUBLIC,
    "recovery/": PUBLIC,
    "erase/": SIGNED_IN,
    "shared/": PUBLIC,
    "c/": PUBLIC,
    "me/": SIGNED_IN,
    "language/<str:language>/": PUBLIC,
    "media/<path:path>": PUBLIC,
    ".well-known/security.txt": PUBLIC,
    "accounts/login/": PUBLIC,
    "accounts/logout/": PUBLIC,
    "accounts/inactive/": PUBLIC,
    "accounts/join/": PUBLIC,
    "accounts/reset/": PUBLIC,
    "accounts/reauthenticate/": SIGNED_IN,
    "accounts/password/": SIGNED_IN,
    "accounts/elsewhere/": SIGNED_IN,
    "accounts/2fa/": SIGNED_IN,
    "accounts/2fa/authenticate/": PUBLIC,
    "accounts/2fa/reauthenticate/": SIGNED_IN,
    "accounts/2fa/totp/activate/": SIGNED_IN,
    "accounts/2fa/totp/deactivate/": SIGNED_IN,
    "accounts/2fa/passkeys/": PUBLIC,
    "accounts/2fa/passkeys/add/": SIGNED_IN,
    "accounts/2fa/passkeys/sign-in/": PUBLIC,
    "accounts/2fa/passkeys/reauthenticate/": SIGNED_IN,
    "accounts/2fa/passkeys/<int:pk>/rename/": SIGNED_IN,
    "accounts/2fa/passkeys/<int:pk>/remove/": SIGNED_IN,
    "en/me/": SIGNED_IN,
    "en/help/": PUBLIC,
    "en/help/<str:country>/": PUBLIC,
    "en/join/": PUBLIC,
    "en/join/notice/": PUBLIC,
    "en/join/name/": PUBLIC,
    "en/join/codes/": PUBLIC,
    "en/join/codes/file/": SIGNED_IN,
    "en/me/codes/": SIGNED_IN,
    "en/search/": SIGNED_IN,
    "en/join/open/<uuid:cohort_id>/": PUBLIC,
    "en/cohorts/<uuid:cohort_id>/": DOOR,
    "en/cohorts/<uuid:cohort_id>/sessions/<uuid:key>/": DOOR,
    "en/cohorts/<uuid:cohort_id>/codes/": DOOR,
    "en/cohorts/<uuid:cohort_id>/codes/withdraw/": DOOR,
    "en/cohorts/<uuid:cohort_id>/cards.pdf": DOOR,
    "en/cohorts/<uuid:cohort_id>/card/": DOOR,
    "en/cohorts/<uuid:cohort_id>/card.pdf": DOOR,
    "en/cohorts/<uuid:cohort_id>/peer-trainers/": DOOR,
    "en/cohorts/<uuid:cohort_id>/peer-trainers/end/": DOOR,
    "en/cohorts/<uuid:cohort_id>/rooms/": DOOR,
    "en/cohorts/<uuid:cohort_id>/time/": DOOR,
    "en/cohorts/<uuid:cohort_id>/time/minutes/": DOOR,
    "en/cohorts/<uuid:cohort_id>/time/end/": DOOR,
    "en/rooms/<uuid:room_id>/": DOOR,
    "en/rooms/<uuid:room_id>/live/": DOOR,
    "en/rooms/<uuid:room_id>/close/": DOOR,
    "en/rooms/<uuid:room_id>/late/": DOOR,
    "en/tests/<int:test_id>/": SIGNED_IN,
    "en/sittings/<uuid:sitting_id>/answer/": SIGNED_IN,
    "en/sittings/<uuid:sitting_id>/sheet/": SIGNED_IN,
    "en/sittings/<uuid:sitting_id>/finish/": SIGNED_IN,
    "en/sittings/<uuid:sitting_id>/result/": SIGNED_IN,
    "en/sittings/<uuid:sitting_id>/ballot/": SIGNED_IN,
    "en/sittings/<uuid:sitting_id>/<int:position>/": SIGNED_IN,
    "en/certificates/<uuid:certificate_id>/": SIGNED_IN,
    "en/_util/login/": PUBLIC,
    "en/_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/": PUBLIC,
    r"en/^((?:[\w\-]+/)+)$": PUBLIC,  # the same pages, found by their address
    r"en/^((?:[\w\-]+/)*)$": PUBLIC,  # pages; each page asks for itself, see courses.permissions
    "cms/login/": PUBLIC,
    "^cms/password_reset/": PUBLIC,
    "cms/reports/clearness/": STAFF,
    "cms/reports/gains/": STAFF,
    "cms/reports/gains/<slug:slug>/": STAFF,
    "cms/reports/gains/<slug:slug>/table.csv": STAFF,
    "cms/users/": STAFF,
    "cms/users/results/": STAFF,
    "cms/users/new/": STAFF,
    "cms/users/edit/<uuid:pk>/": STAFF,
    "cms/users/<uuid:user_id>/code/": STAFF,
    "cms/reports/staff/": STAFF,
    "cms/reports/staff/table.csv": STAFF,
    "cms/account/": STAFF,
    "cms/audience/": STAFF,
    "cms/audience/results/": STAFF,
    "cms/audience/delete/<int:pk>/": STAFF,
    "cms/organisation/": STAFF,
    "cms/organisation/results/": STAFF,
    "cms/organisation/delete/<int:pk>/": STAFF,
    "cms/reports/site-history/": STAFF,
    "cms/reports/site-history/results/": STAFF,
    "cms/cohort/": STAFF,
    "cms/cohort/results/": STAFF,
    "cms/cohort/new/": STAFF,
    "cms/cohort/edit/<uuid:pk>/": STAFF,
    "cms/cohort/delete/<uuid:pk>/": STAFF,
    "cms/cohort/history/<uuid:pk>/": STAFF,
    "cms/cohort/history-results/<uuid:pk>/": STAFF,
    "cms/cohort/usage/<uuid:pk>/": STAFF,
    "cms/desk/": STAFF,
    "cms/desk/<int:page_pk>/": STAFF,
    "cms/desk/<int:page_pk>/changed/": STAFF,
    "cms/desk/<int:page_pk>/reviewed/": STAFF,
    "cms/programme/delete/<int:pk>/": STAFF,
    "cms/programme/edit/<int:pk>/": STAFF,
    "cms/programme/new/": STAFF,
    "cms/programme/template/<int:pk>/": STAFF,
    "cms/programme/timeline/<int:pk>/": STAFF,
    "cms/courses/files/": STAFF,
    "cms/courses/files/<slug:slug>/": STAFF,
    "cms/reports/translations/": STAFF,
    "cms/translations/<int:translation_id>/": STAFF,
    "cms/translations/<int:translation_id>/hand-in/": STAFF,
    "cms/translations/<int:translation_id>/still-fits/": STAFF,
    "cms/localize/submit/page/<int:page_id>/": STAFF,
    "cms/localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/": STAFF,
    "cms/localize/update/<int:translation_source_id>/": STAFF,
    "cms/localize/translate/<int:translation_id>/strings/<int:string_segment_id>/edit/": STAFF,
    "cms/localize/translate/<int:translation_id>/overrides/<int:overridable_segment_id>/edit/": STAFF,
    "cms/localize/translate/<int:translation_id>/pofile/upload/": STAFF,
    "cms/localize/translate/<int:translation_id>/machine_translate/": STAFF,
    "cms/localize/page/<int:page_id>/convert_to_alias/": STAFF,
    "cms/localize/api/snippets/<slug:app_label>/<slug:model_name>/": STAFF,
    "cms/localize/api/snippets/<slug:app_label>/<slug:model_name>/<str:pk>/": STAFF,
    "cms/localize/reports/translations/": STAFF,
    "cms/localize/reports/translations/results/": STAFF,
    "cms/questions/import/": STAFF,
    "cms/questions/export/": STAFF,
    "cms/questions/template.xlsx": STAFF,
    "cms/regrade/": STAFF,
    "cms/regrade/<int:question_id>/": STAFF,
    "cms/marking/": STAFF,
    "cms/marking/<str:number>/": STAFF,
    "cms/awarenessrule/": STAFF,
    "cms/awarenessrule/delete/<int:pk>/": STAFF,
    "cms/awarenessrule/edit/<int:pk>/": STAFF,
    "cms/awarenessrule/results/": STAFF,
    "cms/instrument/delete/<int:pk>/": STAFF,
    "cms/question/": STAFF,
    "cms/question/add/": STAFF,
    "cms/question/choose/": STAFF,
    "cms/question/choose/chosen-multiple/": STAFF,
    "cms/question/choose/create/": STAFF,
    "cms/question/choose/chosen/<str:pk>/": STAFF,
    "cms/question/choose/results/": STAFF,
    "cms/question/edit/<int:pk>/": STAFF,
    "cms/question/inspect/<int:pk>/": STAFF,
    "cms/question/results/": STAFF,
    "cms/questionbank/delete/<int:pk>/": STAFF,
    "cms/steptest/": STAFF,
    "cms/steptest/delete/<int:pk>/": STAFF,
    "cms/steptest/results/": STAFF,
    "cms/testform/": STAFF,
    "cms/testform/copy/<int:pk>/": STAFF,
    "cms/testform/delete/<int:pk>/": STAFF,
    "cms/testform/edit/<int:pk>/": STAFF,
    "cms/testform/inspect/<int:pk>/": STAFF,
    "cms/testform/publish/<int:pk>/": STAFF,
    "cms/testform/results/": STAFF,
    "cms/topic/": STAFF,
    "cms/topic/delete/<int:pk>/": STAFF,
    "cms/topic/results/": STAFF,
}
OURS = ("people", "courses", "assessments", "certificates", "reports", "home", "config")
SAMPLES = {
    "<uuid:": "00000000-0000-4000-8000-000000000000",
    "<int:": "1",
    "<slug:": "anshan",
    "<str:": "vi",
    "<path:": "nothing.mp4",
}


def walk(patterns: list, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield each address with the module of its view."""
    for one in patterns:
        address = before + str(one.pattern)
        if isinstance(one, URLPattern):
            view = getattr(one.callback, "view_class", unwrap(one.callback))
            yield address, view.__module__
        else:
            yield from walk(one.url_patterns, address)


def addresses() -> set[str]:
    """Return every address but those that Wagtail's own staff interface and document server bring along."""
    found = set()
    for address, module in walk(get_resolver().url_patterns):
        if module.split(".")[0] in OURS or not address.startswith(("cms/", "documents/")):
            found.add(address)
    return found | {"cms/login/", "^cms/password_reset/"}


def real(address: str) -> str:
    """Return an address one can ask for."""
    for kind, sample in SAMPLES.items():
        address = re.sub(re.escape(kind) + r"\w+>", sample, address)
    return "/" + re.sub(r"\^|\$|\(.*\)", "", address)


def test_no_address_is_undeclared_and_none_is_declared_in_vain():
    # A test before this one may have left another language behind, and addresses begin with the language.
    with override("en"):
        found = addresses()
    undeclared, idle = sorted(found - set(DECLARED)), sorted(set(DECLARED) - found)
    assert not undeclared, (
        f"These addresses say to nobody who may ask for them: {undeclared}. Write each into DECLARED with its kind. "
        "tests/matrix.py derives from the kind what each role gets; who enters a staff address stands there as well."
    )
    assert not idle, f"These addresses are gone: {idle}. Take them out of DECLARED."
