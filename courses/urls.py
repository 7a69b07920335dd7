"""Addresses of joining, of recovery codes and of a trainer's cohort, under a language prefix."""

from django.urls import path

from courses.translation.urls import urlpatterns as translation_urlpatterns
from courses.views.codes import codes, codes_file, new_codes
from courses.views.cohort import cohort
from courses.views.join import join, join_open, name, notice
from courses.views.join_codes import cards_pdf, join_sheet, withdraw_code
from courses.views.new_card import new_card, new_card_pdf
from courses.views.peer_trainers import give_right, take_right
from courses.views.room_sessions import room_session
from courses.views.search import search
from courses.views.site_history import site_history, site_history_results

urlpatterns = [
    path("join/", join, name="join"),
    path("join/notice/", notice, name="join_notice"),
    path("join/name/", name, name="join_name"),
    path("join/codes/", codes, name="join_codes"),
    path("join/codes/file/", codes_file, name="codes_file"),
    path("join/open/<uuid:cohort_id>/", join_open, name="join_open"),
    path("search/", search, name="search"),
    path("me/codes/", new_codes, name="new_codes"),
    # What is chosen travels in the form: nothing of a learner and no code stands in an address.
    path("cohorts/<uuid:cohort_id>/", cohort, name="cohort"),
    path("cohorts/<uuid:cohort_id>/sessions/<uuid:key>/", room_session, name="room_session"),
    path("cohorts/<uuid:cohort_id>/codes/", join_sheet, name="join_sheet"),
    path("cohorts/<uuid:cohort_id>/codes/withdraw/", withdraw_code, name="withdraw_code"),
    path("cohorts/<uuid:cohort_id>/cards.pdf", cards_pdf, name="cards_pdf"),
    path("cohorts/<uuid:cohort_id>/card/", new_card, name="new_card"),
    path("cohorts/<uuid:cohort_id>/card.pdf", new_card_pdf, name="new_card_pdf"),
    path("cohorts/<uuid:cohort_id>/peer-trainers/", give_right, name="give_right"),
    path("cohorts/<uuid:cohort_id>/peer-trainers/end/", take_right, name="take_right"),
]
# Named before Wagtail's own: what a package registers comes too late to stand in front of it.
staff_urlpatterns = [
    path("cms/reports/site-history/", site_history),
    path("cms/reports/site-history/results/", site_history_results),
    *translation_urlpatterns,
]
