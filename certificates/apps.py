"""AWARDS: the right to a certificate, its sheet, its verification."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CertificatesConfig(AppConfig):
    """The app of certificates."""

    name = "certificates"
    verbose_name = _("Certificates")
