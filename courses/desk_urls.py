"""Addresses of the author's desk, below the staff interface."""

from django.urls import path

from courses.views.desk import desk, desk_changed, desk_list, desk_reviewed

urlpatterns = [
    path("desk/", desk_list, name="desk_list"),
    path("desk/<int:page_pk>/", desk, name="desk"),
    path("desk/<int:page_pk>/changed/", desk_changed, name="desk_changed"),
    path("desk/<int:page_pk>/reviewed/", desk_reviewed, name="desk_reviewed"),
]
