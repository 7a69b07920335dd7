"""Pictures, films and papers that no page uses."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex
from wagtailmedia.models import get_media_model

SHOWN = 50


@dataclass(frozen=True)
class Idle:
    """The files of one kind that nothing refers to: how many, and the newest of them."""

    kind: str
    count: int
    newest: list[Model]


def unused_materials() -> list[Idle]:
    """Return what can be taken away, kind by kind; three queries for each kind, whatever their number."""
    return [_idle(model) for model in (get_image_model(), get_media_model(), get_document_model())]


def _idle(model: type[Model]) -> Idle:
    kind = ContentType.objects.get_for_model(model)
    used = set(ReferenceIndex.objects.filter(to_content_type=kind).values_list("to_object_id", flat=True))
    idle = [pk for pk in model._default_manager.order_by("-pk").values_list("pk", flat=True) if str(pk) not in used]
    newest = list(model._default_manager.filter(pk__in=idle[:SHOWN]).order_by("-pk"))
    return Idle(str(model._meta.verbose_name_plural), len(idle), newest)
