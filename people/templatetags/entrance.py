"""What the pages at the door need: whether the device is everybody's, and data for the script of passkeys."""

import json
from typing import Any

from django import template
from django.core.serializers.json import DjangoJSONEncoder

from people.shared import is_shared, is_shared_device

register = template.Library()


@register.simple_tag(takes_context=True)
def device_is_shared(context: template.Context) -> bool:
    """Tell whether the device is marked as everybody's; asks no session."""
    return is_shared_device(context["request"])


@register.simple_tag(takes_context=True)
def stay_is_shared(context: template.Context) -> bool:
    """Tell whether this stay is on a device that others use, by mark or by word."""
    return is_shared(context["request"])


@register.filter
def as_json(value: Any) -> str:
    """Return the value as JSON for a data attribute; the template escapes it."""
    return json.dumps(value, cls=DjangoJSONEncoder)
