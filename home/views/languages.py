"""The choice of a language, kept in a cookie and, for those who are signed in, in the account."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import translate_url
from django.utils.http import url_has_allowed_host_and_scheme

from people.actions import remember_language


def choose_language(request: HttpRequest, language: str) -> HttpResponse:
    """Keep the language and go to the same page in it; an address off the site is never followed."""
    if language not in dict(settings.LANGUAGES):
        raise Http404
    here = request.GET.get("next", "/")
    if not here.startswith("/") or not url_has_allowed_host_and_scheme(here, allowed_hosts=None):
        here = "/"
    response = redirect(translate_url(here, language))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
    )
    if request.user.is_authenticated:
        remember_language(request.user, language)
    return response
