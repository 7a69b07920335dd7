"""Everything a lesson, and a trainer's guide, is made of."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.blocks.practice import CaseBlock, CheckBlock, MythBlock, MythsBlock, PairBlock, PairsBlock, PromptBlock
from courses.blocks.recordings import DocumentBlock, FigureBlock, RecordingBlock
from courses.blocks.texts import (
    PLAIN_FEATURES,
    HeadingBlock,
    KeyBlock,
    NoteBlock,
    PointsBlock,
    SourceBlock,
    SourcesBlock,
    StepsBlock,
    TextBlock,
)
from courses.blocks.words import LocalBlock, TermBlock, TermsBlock

WORDS, SHOW, DO, END = _("Words"), _("To see and hear"), _("To do"), _("At the end")


class GuideBlocks(blocks.StreamBlock):
    """What a trainer reads: all but what only a learner does."""

    key = KeyBlock(group=WORDS)
    heading = HeadingBlock(max_length=120, group=WORDS)
    text = TextBlock(features=PLAIN_FEATURES, group=WORDS)
    points = PointsBlock(blocks.TextBlock(), min_num=1, group=WORDS)
    steps = StepsBlock(blocks.TextBlock(), min_num=1, group=WORDS)
    note = NoteBlock(group=WORDS)
    local = LocalBlock(group=WORDS)
    figure = FigureBlock(group=SHOW)
    recording = RecordingBlock(group=SHOW)
    document = DocumentBlock(group=SHOW)
    pairs = PairsBlock(PairBlock(), min_num=1, group=DO)
    myths = MythsBlock(MythBlock(), min_num=1, group=DO)
    prompt = PromptBlock(group=DO)
    terms = TermsBlock(TermBlock(), min_num=1, group=END)
    sources = SourcesBlock(SourceBlock(), group=END)


class LessonBlocks(GuideBlocks):
    """Everything a lesson is made of."""

    check = CheckBlock(group=DO)
    case = CaseBlock(group=DO)
