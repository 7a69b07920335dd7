"""Blocks made for teaching. A block is what an author chooses and a learner reads; no block knows a learner."""

from courses.blocks.practice import CaseBlock, CheckBlock, MythsBlock, PairsBlock, PromptBlock
from courses.blocks.recordings import DocumentBlock, FigureBlock, RecordingBlock
from courses.blocks.streams import GuideBlocks, LessonBlocks
from courses.blocks.texts import PLAIN_FEATURES, HeadingBlock, KeyBlock, NoteBlock, TextBlock
from courses.blocks.words import LocalBlock, TermsBlock

__all__ = [
    "PLAIN_FEATURES",
    "CaseBlock",
    "CheckBlock",
    "DocumentBlock",
    "FigureBlock",
    "GuideBlocks",
    "HeadingBlock",
    "KeyBlock",
    "LessonBlocks",
    "LocalBlock",
    "MythsBlock",
    "NoteBlock",
    "PairsBlock",
    "PromptBlock",
    "RecordingBlock",
    "TermsBlock",
    "TextBlock",
]
