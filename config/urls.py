"""Every address of the site. This file alone names all apps."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from certificates.urls import public_urlpatterns as certificate_urls
from courses.urls import staff_urlpatterns as course_staff_urls
from home.urls import page_urlpatterns as page_urls
from home.urls import public_urlpatterns as home_urls
from people.views import factors, leave, security
from people.views.account import own_account

handler403 = "home.views.errors.refused"
handler404 = "home.views.errors.not_found"
handler500 = "home.views.errors.failed"

to_login = RedirectView.as_view(pattern_name="account_login", query_string=True)
to_recovery = RedirectView.as_view(pattern_name="recovery")
to_security = RedirectView.as_view(pattern_name="mfa_index")

# Sign-up, addresses and password mails of allauth have no door here: people join by a cohort, and give no address.
account_urls = [
    path("login/", account.login, name="account_login"),
    path("logout/", leave.sign_out, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("join/", RedirectView.as_view(pattern_name="join"), name="account_signup"),
    path("reset/", to_recovery, name="account_reset_password"),
    path("password/", security.password, name="account_change_password"),
    path("elsewhere/", security.sign_out_elsewhere, name="sign_out_elsewhere"),
    path("2fa/", security.security, name="mfa_index"),
    path("2fa/authenticate/", factors.ask_factor, name="mfa_authenticate"),
    path("2fa/reauthenticate/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("2fa/totp/activate/", factors.activate_app, name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("2fa/passkeys/", to_security, name="mfa_list_webauthn"),
    path("2fa/passkeys/add/", factors.add_passkey, name="mfa_add_webauthn"),
    path("2fa/passkeys/sign-in/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("2fa/passkeys/reauthenticate/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("2fa/passkeys/<int:pk>/rename/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("2fa/passkeys/<int:pk>/remove/", factors.remove_passkey, name="mfa_remove_webauthn"),
]

urlpatterns = [
    # Wagtail's own sign-in takes a password alone, whatever its settings say: it is routed away first.
    path("cms/login/", to_login),
    re_path(r"^cms/password_reset/", to_login),
    # In front of Wagtail's: its page wants an address and names. Its report of old pages names protected colleagues.
    path("cms/account/", own_account, name="own_account"),
    path("cms/reports/aging-pages/", RedirectView.as_view(pattern_name="wagtailadmin_home")),
    path("cms/reports/aging-pages/results/", RedirectView.as_view(pattern_name="wagtailadmin_home")),
    path("", include(course_staff_urls)),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("accounts/", include(account_urls)),
    path("", include("people.urls")),
    path("", include(certificate_urls)),
    path("", include(home_urls)),
]

urlpatterns += i18n_patterns(
    # First, because an answer is sent more often than any page is asked for.
    path("", include("assessments.urls")),
    path("", include("home.urls")),
    path("", include("courses.urls")),
    path("", include("certificates.urls")),
    # Wagtail's sign-in for readers knows neither the limits nor the second factor: it is routed away as well.
    path("_util/login/", to_login),
    path("", include(page_urls)),
    path("", include(wagtail_urls)),
)
