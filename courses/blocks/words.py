"""Words that need explaining, and what differs from country to country."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.blocks.shown import Shown
from courses.choices import LocalTopic


class TermBlock(blocks.StructBlock):
    """A word and what it means."""

    word = blocks.CharBlock(label=_("Word"), max_length=60, help_text=_("Written as it stands in the texts."))
    meaning = blocks.TextBlock(label=_("What it means"), rows=2)


class TermsBlock(Shown, blocks.ListBlock):
    """Words explained in this lesson: marked where they first stand, listed at its end."""

    class Meta:
        icon = "openquote"
        template = "courses/blocks/terms.html"
        label = _("Words explained")
        description = _("Each word is marked where it first stands in the lesson, and explained at its end.")


class LocalBlock(Shown, blocks.StructBlock):
    """A marker: law or protocol differs here, check your own."""

    topic = blocks.ChoiceBlock(label=_("About"), choices=LocalTopic.choices)
    text = blocks.TextBlock(label=_("What to check"), rows=2)

    class Meta:
        icon = "site"
        template = "courses/blocks/local.html"
        label = _("Check your local law and protocol")
        description = _("Where rules differ from country to country. The site's owner writes down what holds in each.")
