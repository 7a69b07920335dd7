"""Sources and translations as wagtail-localize keeps them, brought in line with what the pages say."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from courses.translation.matching import Text, first_kept, has_words, paired, renewed

MANUAL = StringTranslation.TRANSLATION_TYPE_MANUAL


def source_page_of(page: Page) -> Page | None:
    """Return the page that another one is a translation of, None for a source, a mirror, or a page by itself.

    Where nobody has said so, the source is the page in the site's first language.
    """
    if page.alias_of_id or page.is_root():
        return None
    known = TranslationSource.objects.filter(object_id=page.translation_key).first()
    first = known.locale if known else Locale.get_default()
    if first.pk == page.locale_id:
        return None
    return page.get_translations().filter(locale=first, alias_of__isnull=True).first()


@transaction.atomic
def keep(page: Page) -> Translation | None:
    """Put a page that was translated elsewhere (by a file, by hand) under watch, once; None where it has no source.

    The page stays what it is, edited like any other. From then on it is known which texts of the source it answers to.
    """
    above = source_page_of(page)
    if above is None:
        return None
    source, _made = TranslationSource.get_or_create_from_instance(above)
    found, made = Translation.objects.get_or_create(
        source=source, target_locale_id=page.locale_id, defaults={"enabled": False}
    )
    if made:
        _write(found, first_kept(_pairs(found, page)))
    return found


def keep_family(page: Page) -> None:
    """Put every translation of a page under watch before the page changes; few queries where that was done before."""
    languages = page.get_translations(inclusive=True).filter(alias_of__isnull=True)
    known = Translation.objects.filter(source__object_id=page.translation_key)
    new = languages.exclude(locale__in=known.values("target_locale")).exclude(locale__in=known.values("source__locale"))
    for one in new:
        keep(one)


@transaction.atomic
def take_over(page: Page) -> None:
    """Take what a page says after it was published, or is about to be worked on, into the translations held."""
    found = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=False
    ).first()
    if found is not None:
        _write(found, renewed(_pairs(found, page), _held(found)))


@transaction.atomic
def renew_source(page: Page) -> None:
    """Cut a source that was published into texts anew: what is new or changed has no translation yet."""
    source = TranslationSource.objects.filter(object_id=page.translation_key, locale=page.locale_id).first()
    if source is None or source.specific_content_type_id != page.cached_content_type.pk:
        return
    source.update_from_db()
    for one in source.translations.all():
        fill_signs(one)


@transaction.atomic
def still_fits(translation: Translation) -> int:
    """Say of a page that its present texts answer to the source as it is now; return of how many that was new."""
    pairs = _pairs(translation, translation.get_target_instance())
    held = _held(translation)
    fitting = {text: says for text, says in pairs.items() if held.get(text) != says and says != text.says}
    _write(translation, fitting)
    return len(fitting)


def fill_signs(translation: Translation) -> None:
    """Take numbers and signs of the source as they are: there is nothing to translate in them."""
    held = _held(translation)
    _write(
        translation,
        {text: text.says for text in _texts(translation) if text not in held and not has_words(text.says)},
    )


def _texts(translation: Translation) -> dict[Text, StringSegment]:
    segments = StringSegment.objects.filter(source=translation.source_id).select_related("context", "string")
    return {Text(one.context.path, one.string.data): one for one in segments.order_by("order")}


def _pairs(translation: Translation, page: Page) -> dict[Text, str]:
    segments = StringSegment.objects.filter(source=translation.source_id).select_related("context", "string")
    ours = [Text(one.context.path, one.string.data) for one in segments.order_by("order")]
    theirs = [
        Text(one.path, one.string.data)
        for one in extract_segments(page.specific)
        if isinstance(one, StringSegmentValue)
    ]
    return paired(ours, theirs)


def _held(translation: Translation) -> dict[Text, str]:
    rows = StringTranslation.objects.filter(
        context__object=translation.source.object_id, locale=translation.target_locale_id, has_error=False
    )
    return {
        Text(place, says): other
        for place, says, other in rows.values_list("context__path", "translation_of__data", "data")
    }


def _write(translation: Translation, texts: Mapping[Text, str]) -> None:
    """Write translations as they stand on the page; in bulk, since a lesson has a hundred."""
    segments = _texts(translation)
    now = timezone.now()
    made: dict[tuple[Any, ...], StringTranslation] = {}
    for text, says in texts.items():
        segment = segments[text]
        made[segment.string_id, segment.context_id] = StringTranslation(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale_id=translation.target_locale_id,
            data=says,
            translation_type=MANUAL,
            created_at=now,
            updated_at=now,
        )
    StringTranslation.objects.bulk_create(
        made.values(),
        update_conflicts=True,
        unique_fields=["locale", "translation_of", "context"],
        update_fields=["data", "updated_at", "has_error", "field_error"],
    )
