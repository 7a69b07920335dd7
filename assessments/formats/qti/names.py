"""The two spellings of QTI: `qti-choice-interaction` of 3.0 becomes `choiceInteraction` of 2.1. Pure."""

import re

from assessments.formats.markup import Node

HYPHEN = re.compile(r"-([a-z])")
PREFIX = "qti-"
# Of ours among the outcomes of an item: what only the bank knows of a question.
BANK = "BANK_"
TOOL = "Three-Two-One"
# What common programs write for the languages of the site.
LANGUAGES = {"zh": "zh-hans", "zh-cn": "zh-hans", "zh-hans-cn": "zh-hans", "zh-sg": "zh-hans", "zh-hant": "zh-hant"}


def plain(root: Node) -> Node:
    """Return the tree with the names of 2.1 throughout."""
    for node in root.walk():
        if node.tag.startswith(PREFIX):
            node.tag = _camel(node.tag.removeprefix(PREFIX))
            node.attributes = {
                name if name.startswith("data-") else _camel(name): value for name, value in node.attributes.items()
            }
    return root


def _camel(name: str) -> str:
    return HYPHEN.sub(lambda found: found.group(1).upper(), name)


def language_of(tag: str) -> str:
    """Return the language of the site that an xml:lang means; a tag of none stays as it is."""
    tag = tag.strip().lower()
    return LANGUAGES.get(tag) or (tag if tag.startswith("zh") else tag.split("-")[0])
