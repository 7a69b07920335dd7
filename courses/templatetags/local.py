"""What holds in the learner's country, below a marker in a lesson."""

from collections.abc import Mapping

from django import template

from courses.models import LocalRule

register = template.Library()


@register.filter
def on_topic(rules: Mapping[str, LocalRule], topic: str) -> LocalRule | None:
    """Return the rule on a topic, None where the owner of the site has stated none."""
    return rules.get(topic) if rules else None
