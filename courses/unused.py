"""Deleting in the staff interface what nothing stands on."""

from typing import Any

from django.contrib import messages
from django.db.models import ProtectedError, RestrictedError
from django.http import HttpResponse
from django.shortcuts import redirect
from wagtail.admin.views import generic


class UnusedDeleteView(generic.DeleteView):
    """The end of something as long as nothing stands on it."""

    http_method_names = ["get", "head", "post", "options"]
    in_use: Any

    def form_valid(self, form: Any) -> HttpResponse:
        """Delete it, or say what stands on it."""
        try:
            return super().form_valid(form)
        except (ProtectedError, RestrictedError):
            messages.error(self.request, self.in_use)
            return redirect(self.get_delete_url())
