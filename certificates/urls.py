"""Addresses of a holder's certificates (under a language prefix) and of verification (without)."""

from django.urls import path

from certificates.views.sheet import certificate
from certificates.views.verify import verify

urlpatterns = [path("certificates/<uuid:certificate_id>/", certificate, name="certificate")]
public_urlpatterns = [path("c/", verify, name="verify")]
