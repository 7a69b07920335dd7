"""Addresses of questions as files, below the staff interface."""

from django.urls import path

from assessments.views.exchange import questions_export, questions_import, questions_template

exchange_urlpatterns = [
    path("questions/import/", questions_import, name="questions_import"),
    path("questions/export/", questions_export, name="questions_export"),
    path("questions/template.xlsx", questions_template, name="questions_template"),
]
