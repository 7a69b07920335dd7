"""What a reader of a translated page is told of its source."""

from django.conf import settings
from django.db.models import Exists, OuterRef
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation


def is_outdated(page: Page) -> bool:
    """Tell whether a text of the source has changed since a page was translated.

    One query; none for a page in the site's first language, or for one that shows another page as it is.
    """
    if page.alias_of_id or page.locale.language_code == settings.LANGUAGE_CODE:
        return False
    held = StringTranslation.objects.filter(context=OuterRef("context"), locale=page.locale_id, has_error=False)
    texts = StringSegment.objects.filter(
        source__object=page.translation_key, source__translations__target_locale=page.locale_id
    )
    current = held.filter(translation_of=OuterRef("string"))
    return bool(texts.exclude(Exists(current)).filter(Exists(held)).exists())
