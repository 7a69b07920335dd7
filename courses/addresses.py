"""From an address to a page and back, in one query and in none: Wagtail walks down the tree and asks for its site first."""

from functools import cache

from django.db.models import QuerySet
from wagtail.models import Page

from courses.lessons import lesson_models
from courses.pages.courses import CoursePage, ModulePage
from courses.pages.programmes import ProgrammePage

# The root of all pages and the home page of a language stand above the first part of an address.
DEPTH_ABOVE = 2


@cache
def branches() -> tuple[str, ...]:
    """Return the names by which a page reaches its own columns, for every type a learner may open."""
    return tuple(model._meta.model_name for model in (*lesson_models(), CoursePage, ModulePage, ProgrammePage))


def page_at(path: str, language: str) -> Page | None:
    """Return the live page at a path such as `programme/course/lesson/`, as its own type; one query.

    None where it is no page of a programme, or not the only one: Wagtail's own way through the tree decides then.
    """
    parts = [part for part in path.split("/") if part]
    if not parts:
        return None
    found = _with_columns().filter(
        slug=parts[-1],
        depth=DEPTH_ABOVE + len(parts),
        url_path__endswith=f"/{'/'.join(parts)}/",
        locale__language_code=language,
        live=True,
    )
    pages = list(found[:2])
    return _as_itself(pages[0]) if len(pages) == 1 else None


def address_of(page: Page, language: str) -> str:
    """Return the address of a page in its language; no query. The first part of `url_path` is the home page's slug."""
    return f"/{language}/{page.url_path.split('/', 2)[2]}"


@cache
def _deferred() -> tuple[str, ...]:
    """Return columns no learner's page asks for: writing them into the statement cost more than reading the row."""
    aside = ("seo_title", "search_description", "show_in_menus", "expired", "locked", "locked_at", "locked_by")
    names = [one.attname.removesuffix("_id") for one in Page._meta.concrete_fields]
    return (*aside, *(f"alias_of__{name}" for name in names if name not in {"id", "locale"}))


def _with_columns() -> QuerySet[Page]:
    return Page.objects.select_related("locale", "alias_of__locale", *branches()).defer(*_deferred())


def _as_itself(page: Page) -> Page | None:
    model = page.specific_class
    name = model._meta.model_name if model else ""
    if name not in branches():
        return None
    itself: Page = getattr(page, name)
    itself.locale, itself.alias_of = page.locale, page.alias_of
    return itself
