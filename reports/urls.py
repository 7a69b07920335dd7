"""Addresses of the reports, below the staff interface."""

from django.urls import path

from reports.views.clearness import clearness
from reports.views.gain_list import gain_list
from reports.views.gain_report import gain_report
from reports.views.gain_table import gain_table

urlpatterns = [
    path("reports/clearness/", clearness, name="clearness"),
    path("reports/gains/", gain_list, name="gain_list"),
    path("reports/gains/<slug:slug>/", gain_report, name="gain_report"),
    path("reports/gains/<slug:slug>/table.csv", gain_table, name="gain_table"),
]
