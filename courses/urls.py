"""Addresses of joining and of a trainer's printable sheets, under a language prefix."""

from django.urls import path

from courses.views.cohort import cohort, join_sheet
from courses.views.join import codes, join, join_open, name, notice
from courses.views.site_history import site_history, site_history_results

urlpatterns = [
    path("join/", join, name="join"),
    path("join/notice/", notice, name="join_notice"),
    path("join/name/", name, name="join_name"),
    path("join/codes/", codes, name="join_codes"),
    path("join/open/<uuid:cohort_id>/", join_open, name="join_open"),
    path("cohorts/<uuid:cohort_id>/", cohort, name="cohort"),
    path("cohorts/<uuid:cohort_id>/codes/", join_sheet, name="join_sheet"),
]
# Named before Wagtail's own: what a package registers comes too late to stand in front of it.
staff_urlpatterns = [
    path("cms/reports/site-history/", site_history),
    path("cms/reports/site-history/results/", site_history_results),
]
