"""Addresses of tests, under a language prefix; ids are random and say nothing of a learner."""

from django.urls import path

from assessments.views.ballot import ballot
from assessments.views.finish import finish
from assessments.views.question import question
from assessments.views.result import result
from assessments.views.start import start

urlpatterns = [
    path("tests/<int:test_id>/", start, name="start"),
    path("sittings/<uuid:sitting_id>/finish/", finish, name="finish"),
    path("sittings/<uuid:sitting_id>/ballot/", ballot, name="ballot"),
    path("sittings/<uuid:sitting_id>/result/", result, name="result"),
    path("sittings/<uuid:sitting_id>/<int:position>/", question, name="question"),
]
