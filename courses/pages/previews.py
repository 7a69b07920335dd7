"""Previews as each audience and in each language: who is meant, in which words, and the text that reader would get."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext, override
from wagtail.models import Page

from people.models import Audience, User

VISITOR = "visitor"
Server = Callable[[HttpRequest, Page], HttpResponse]
_servers: dict[type[Page], Server] = {}


def register_preview(model: type[Page], server: Server) -> None:
    """Let a view answer for the previews of a page type; without one the page's template is filled with the page alone."""
    _servers[model] = server


@dataclass(frozen=True)
class Reader:
    """Whose eyes a preview is seen with: the code of an audience, or VISITOR; and a language."""

    audience: str
    language: str

    @property
    def mode(self) -> str:
        """Return the name of this preview."""
        return f"{self.audience}:{self.language}"

    @classmethod
    def of(cls, mode: str) -> "Reader":
        """Return the reader a preview's name stands for."""
        audience, _colon, language = mode.rpartition(":")
        return cls(audience, language)

    def account(self) -> Any:
        """Return somebody of this audience, without a row: nothing is kept, nothing is known of them; one query."""
        audience = Audience.objects.filter(code=self.audience).first() if self.audience != VISITOR else None
        if audience is None:
            return AnonymousUser()
        return User(handle=self.audience, audience=audience, privacy_class=audience.privacy_class)


class Previewed:
    """A page that is previewed as each audience of its programme, and as a visitor, in each language of the site."""

    @cached_property
    def preview_modes(self) -> list[tuple[str, str]]:
        """Return a preview for each pair, the page's own language first; two queries at most."""
        own = self.locale.language_code
        languages = sorted(settings.LANGUAGES, key=lambda one: one[0] != own)
        readers = [*((one.code, gettext(one.name)) for one in audiences_of(self)), (VISITOR, gettext("A visitor"))]
        return [
            (Reader(code, language).mode, f"{name}, {words}") for language, words in languages for code, name in readers
        ]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Answer as the reader of this preview would be answered; an unknown one is the first."""
        known = mode_name if mode_name in dict(self.preview_modes) else self.default_preview_mode
        reader = Reader.of(known)
        editor, request.user = request.user, reader.account()
        try:
            with override(reader.language):
                return self._answered(request, text_for(self, reader.language), known)
        finally:
            # What follows, the middleware, is about whoever really asks.
            request.user = editor

    def _answered(self, request: HttpRequest, page: Page, mode: str) -> HttpResponse:
        server = _servers.get(type(page))
        if server is not None:
            return server(request, page)
        answer = super(Previewed, page).serve_preview(request, mode)
        # Rendered here: later the language would be another.
        return answer.render() if hasattr(answer, "render") else answer


def audiences_of(page: Page) -> list[Audience]:
    """Return the audiences of the programme around a page, all of the site where it has none."""
    way = [page.path[:end] for end in range(Page.steplen, len(page.path or "") + 1, Page.steplen)]
    found = list(Audience.objects.filter(programmes__pages__path__in=way).distinct())
    return found or list(Audience.objects.all())


def text_for(page: Page, language: str) -> Page:
    """Return what a reader of a language would get: its own page as written last, otherwise this one."""
    if language == page.locale.language_code or page.pk is None:
        return page
    found = page.get_translations().filter(locale__language_code=language, alias_of=None).first()
    return found.get_latest_revision_as_object() if found else page
