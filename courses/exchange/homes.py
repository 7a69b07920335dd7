"""Where courses stand: the home page of each language."""

from wagtail.models import Page, Site


def homes_by_language(site: Site) -> dict[str, Page]:
    """Return the home pages of a site by language code."""
    root = site.root_page
    pages = Page.objects.filter(translation_key=root.translation_key).select_related("locale")
    return {page.locale.language_code: page for page in pages}
