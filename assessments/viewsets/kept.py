"""What is in use is kept, and a sentence says so."""

from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import Model, ProtectedError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic
from wagtail.permission_policies import ModelPermissionPolicy

from people.models import User


class KeptWhileUsed(generic.DeleteView):
    """Deletes what nothing stands on."""

    # Django would take a DELETE as well, past what is asked below.
    http_method_names = ["get", "head", "post", "options"]
    sentence: str | Promise = _("It is in use, so it was not deleted. Take it away from where it is used first.")

    def form_valid(self, form: Any) -> HttpResponse:
        """Delete it, or say what stands in the way."""
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except (ProtectedError, IntegrityError):
            messages.error(self.request, self.sentence)
            return redirect(self.get_success_url())


class NeverDeleted(ModelPermissionPolicy):
    """Lets nobody delete, neither one nor many at once: people have been asked these words."""

    def user_has_permission(self, user: User, action: str) -> bool:
        """Tell whether the account may do this; nobody may delete."""
        return action != "delete" and bool(super().user_has_permission(user, action))

    def user_has_permission_for_instance(self, user: User, action: str, instance: Model) -> bool:
        """Tell the same of one row."""
        return self.user_has_permission(user, action)
