"""Addresses of grading anew and of marking, below the staff interface."""

from django.urls import path

from assessments.views.marking import marking, marking_list
from assessments.views.regrade import regrade, regrade_list

urlpatterns = [
    path("regrade/", regrade_list, name="regrade_list"),
    path("regrade/<int:question_id>/", regrade, name="regrade"),
    path("marking/", marking_list, name="marking_list"),
    path("marking/<str:number>/", marking, name="marking"),
]
