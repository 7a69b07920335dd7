"""Addresses of the front door."""

from django.urls import path, re_path

from home.views.front import front
from home.views.help import help_in_country, help_index
from home.views.languages import choose_language
from home.views.me import me, me_anywhere
from home.views.media import media
from home.views.pages import page
from home.views.security_txt import security_txt

urlpatterns = [
    path("me/", me, name="my_page"),
    path("help/", help_index, name="help"),
    path("help/<str:country>/", help_in_country, name="help_in_country"),
]
public_urlpatterns = [
    path("", front, name="front"),
    path("me/", me_anywhere, name="me"),
    path("language/<str:language>/", choose_language, name="language"),
    path("media/<path:path>", media, name="media"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
]
# The last of all, as it takes any address; what it does not know is left to Wagtail's own.
page_urlpatterns = [re_path(r"^((?:[\w\-]+/)+)$", page, name="page")]
