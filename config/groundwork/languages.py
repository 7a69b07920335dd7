"""The languages of the site and its home pages, one in each."""

from django.conf import settings
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import LocaleSynchronization

from home.models import HomePage

# Languages with texts of their own; all others show the English ones until they are translated.
WRITTEN = ("en", "zh-hans")
TITLES = {"en": "Three-Two-One", "zh-hans": "三二一"}
WELCOME_TITLE = "Welcome to your new Wagtail site!"


def make_locales() -> None:
    """Make a row for each language of the site."""
    known = set(Locale.objects.values_list("language_code", flat=True))
    for code, _name in settings.LANGUAGES:
        if code not in known:
            Locale.objects.create(language_code=code)


def make_home_pages() -> dict[str, HomePage]:
    """Make the home page in every language and return them by language; those that exist are left as they are."""
    home = HomePage.objects.filter(locale__language_code="en").first() or _first_home_page()
    _point_site_at(home)
    found = {"en": home}
    for locale in Locale.objects.exclude(language_code="en"):
        code = locale.language_code
        page = HomePage.objects.filter(locale=locale, translation_key=home.translation_key).first()
        found[code] = page or _translated(home, locale)
    return found


def follow_source() -> None:
    """Let every other language mirror what is written in the first one until somebody translates it.

    Without this an author's new page would not exist for readers of another language.
    """
    first = Locale.get_default()
    held = LocaleSynchronization.objects.values("locale")
    for locale in Locale.objects.exclude(pk=first.pk).exclude(pk__in=held):
        LocaleSynchronization.objects.create(locale=locale, sync_from=first)


def _first_home_page() -> HomePage:
    page = HomePage(title=TITLES["en"], slug="front", locale=Locale.objects.get(language_code="en"))
    return Page.get_first_root_node().add_child(instance=page)


def _point_site_at(home: HomePage) -> None:
    """Make the home page the root of the site, and remove the page that Wagtail welcomes with."""
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True, hostname="localhost")
    if site.root_page_id != home.pk:
        site.root_page = home
        site.site_name = site.site_name or TITLES["en"]
        site.save()
    # Deleting takes the sites rooted in a page with it: only after the site stands on the new one.
    for page in Page.objects.filter(depth=2, title=WELCOME_TITLE, numchild=0).exact_type(Page):
        page.delete()


def _translated(home: HomePage, locale: Locale) -> HomePage:
    if locale.language_code not in WRITTEN:
        return home.copy_for_translation(locale, alias=True)
    page = home.copy_for_translation(locale)
    page.title = page.draft_title = TITLES[locale.language_code]
    page.save_revision().publish()
    return HomePage.objects.get(pk=page.pk)
