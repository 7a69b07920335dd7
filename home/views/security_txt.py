"""Where to report a hole: /.well-known/security.txt, as RFC 9116 describes it."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from people.retention import months_before

MONTHS_TRUE = 6


def security_txt(request: HttpRequest) -> HttpResponse:
    """Answer with the contact of this site's operator; 404 while `SECURITY_CONTACT` is not set."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    expires = months_before(timezone.localdate(), -MONTHS_TRUE)
    lines = (
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires.isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(code for code, _name in settings.LANGUAGES)}",
        f"Canonical: {request.build_absolute_uri()}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
