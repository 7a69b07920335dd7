"""Something to do: a self-check, a story with choices, pairs, myths, a question for the room."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from courses.blocks.shown import Shown
from courses.stories import Flaw, flaws
from courses.translation.fields import sign

LINE_SIGNS = 300
FLAW_WORDS = {
    Flaw.TWICE: _("Two scenes have the name “%(scene)s”. Give each its own."),
    Flaw.MISSING: _("A choice leads to “%(scene)s”, which is no scene of this story. Name one that is."),
    Flaw.UNREACHED: _("No choice leads to the scene “%(scene)s”. Let one lead there, or take the scene out."),
    Flaw.CIRCLE: _("From the scene “%(scene)s” one comes back to it. Let the choices lead on to an end."),
}


class OptionBlock(blocks.StructBlock):
    """One answer of a self-check with its feedback."""

    text = blocks.CharBlock(label=_("Answer"), max_length=LINE_SIGNS)
    is_right = blocks.BooleanBlock(label=_("This one is right"), required=False)
    feedback = blocks.TextBlock(label=_("What to say to it"))


class CheckBlock(Shown, blocks.StructBlock):
    """A self-check: answered on the server, never counted, seen by nobody else."""

    question = blocks.TextBlock(label=_("Question"))
    options = blocks.ListBlock(OptionBlock(), min_num=2, max_num=5, label=_("Answers"))

    def clean(self, value):
        """Refuse a self-check without a right answer."""
        cleaned = super().clean(value)
        if not any(option["is_right"] for option in cleaned["options"]):
            raise ValidationError(_("Mark at least one answer as right."))
        return cleaned

    class Meta:
        icon = "help"
        template = "courses/blocks/check_example.html"
        label = _("Self-check")
        description = _("A question to try. Every answer gets a sentence; nothing is counted or kept.")


class PairBlock(blocks.StructBlock):
    """What to do, and what not to do instead."""

    do = blocks.TextBlock(label=_("Do"), rows=2)
    dont = blocks.TextBlock(label=_("Do not"), rows=2)


class PairsBlock(Shown, blocks.ListBlock):
    """What to do beside what not to do."""

    class Meta:
        icon = "check"
        template = "courses/blocks/pairs.html"
        label = _("Do and do not")
        description = _("What helps beside what harms, in pairs.")


class MythBlock(blocks.StructBlock):
    """What people say, and what is so."""

    myth = blocks.TextBlock(label=_("What people say"), rows=2)
    fact = blocks.TextBlock(label=_("What is so"), rows=3)


class MythsBlock(Shown, blocks.ListBlock):
    """Cards: what people say, and what is so when one opens them."""

    class Meta:
        icon = "view"
        template = "courses/blocks/myths.html"
        label = _("Myths and facts")
        description = _("What people say; whoever opens it reads what is so.")


class ChoiceBlock(blocks.StructBlock):
    """One thing to do in a scene, and the scene it leads to."""

    text = blocks.CharBlock(label=_("What one may do"), max_length=LINE_SIGNS)
    to = sign(blocks.CharBlock(label=_("Leads to the scene"), max_length=40))


class SceneBlock(blocks.StructBlock):
    """A moment of the story; without choices it is an end."""

    name = sign(blocks.CharBlock(label=_("Name of the scene"), max_length=40, help_text=_("Readers do not see it.")))
    text = blocks.TextBlock(label=_("What happens"))
    choices = blocks.ListBlock(ChoiceBlock(), min_num=0, max_num=4, default=[], label=_("Choices"))


class CaseBlock(Shown, blocks.StructBlock):
    """A story whose reader chooses how it goes on."""

    scenes = blocks.ListBlock(SceneBlock(), min_num=2, label=_("Scenes"), help_text=_("The first one begins."))

    def clean(self, value: Any) -> Any:
        """Refuse a story in which somebody gets lost: its names, its ways and its ends must fit."""
        cleaned = super().clean(value)
        ways = [(scene["name"], [choice["to"] for choice in scene["choices"]]) for scene in cleaned["scenes"]]
        found = [ValidationError(FLAW_WORDS[flaw] % {"scene": name}) for flaw, name in flaws(ways)]
        if found:
            raise StructBlockValidationError(block_errors={"scenes": ValidationError(found)})
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add what tells this story's links from those of another; `taught` gives the block's id."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        return {"story": "example"} | context

    class Meta:
        icon = "history"
        template = "courses/blocks/case.html"
        label = _("Story with choices")
        description = _("A case: the reader chooses how it goes on. A scene without choices ends it.")


class PromptBlock(Shown, blocks.StructBlock):
    """Something to talk about where people sit together."""

    text = blocks.TextBlock(label=_("What to talk about"))
    minutes = blocks.IntegerBlock(label=_("Minutes"), required=False, min_value=1, max_value=120)

    class Meta:
        icon = "comment"
        template = "courses/blocks/prompt.html"
        label = _("To talk about")
        description = _("A question for people in one room, or to think over alone.")
