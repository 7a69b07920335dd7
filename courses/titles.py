"""What a programme is called in the language of the page: the title of its page there."""

from collections.abc import Iterable

from django.utils.translation import get_language, gettext

from courses.models import Programme, ProgrammePage


def titles_of(programmes: Iterable[Programme]) -> dict[int, str]:
    """Return each programme's title by its id; one query, none for no programme."""
    wanted = {one.pk: one for one in programmes}
    pages = ProgrammePage.objects.live().filter(programme__in=list(wanted))
    found: dict[tuple[int, str], str] = {
        (programme, language): title
        for programme, language, title in pages.values_list("programme_id", "locale__language_code", "title")
    }
    language = get_language() or "en"
    return {pk: found.get((pk, language)) or found.get((pk, "en")) or gettext(one.name) for pk, one in wanted.items()}


def title_of(programme: Programme) -> str:
    """Return the programme's title, English where the language has none, its name where it has no page; one query."""
    return titles_of([programme])[programme.pk]
