"""Addresses of accounts; none of them carries a language."""

from django.urls import path

from people.views.erasing import erase_account
from people.views.leave import leave
from people.views.recovery import recovery
from people.views.shared import shared

urlpatterns = [
    path("leave/", leave, name="leave"),
    path("erase/", erase_account, name="erase"),
    path("recovery/", recovery, name="recovery"),
    path("shared/", shared, name="shared"),
]
