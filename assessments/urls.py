"""Addresses of tests, under a language prefix; ids are random and say nothing of a learner."""

from django.urls import path

from assessments.views.allowances import allowance_end, allowances, extra_time
from assessments.views.answer import answer
from assessments.views.ballot import ballot
from assessments.views.finish import finish
from assessments.views.question import question
from assessments.views.result import result
from assessments.views.room_live import room_live
from assessments.views.rooms import room, room_close, room_late, rooms
from assessments.views.sheet import sheet
from assessments.views.start import start

urlpatterns = [
    path("tests/<int:test_id>/", start, name="start"),
    path("sittings/<uuid:sitting_id>/answer/", answer, name="answer"),
    path("sittings/<uuid:sitting_id>/sheet/", sheet, name="sheet"),
    path("sittings/<uuid:sitting_id>/finish/", finish, name="finish"),
    path("sittings/<uuid:sitting_id>/ballot/", ballot, name="ballot"),
    path("sittings/<uuid:sitting_id>/result/", result, name="result"),
    path("sittings/<uuid:sitting_id>/<int:position>/", question, name="question"),
    path("cohorts/<uuid:cohort_id>/rooms/", rooms, name="rooms"),
    path("cohorts/<uuid:cohort_id>/time/", allowances, name="allowances"),
    path("cohorts/<uuid:cohort_id>/time/minutes/", extra_time, name="extra_time"),
    path("cohorts/<uuid:cohort_id>/time/end/", allowance_end, name="allowance_end"),
    path("rooms/<uuid:room_id>/", room, name="room"),
    path("rooms/<uuid:room_id>/live/", room_live, name="room_live"),
    path("rooms/<uuid:room_id>/close/", room_close, name="room_close"),
    path("rooms/<uuid:room_id>/late/", room_late, name="room_late"),
]
