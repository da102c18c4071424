"""Paragraphs before the first heading: which of them are the guiding ideology."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from . import tense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .outline import Node

# 以…思想为指导, 以…精神为指引: somewhere in the first sentence of the paragraph.
_GUIDING: Final = re.compile(
    r"[^。；]{0,60}?以[^。；]{2,120}?"
    r"(?:[为為](?:指导|指導|主导|主導|指针|指針|指引|统领|統領|引领|引領|根本遵循)|(?:思想|理论|理論)[为為](?:基础|基礎))"
)
# 今年工会工作的总体要求是：…… says itself what it is, at the beginning of any sentence.
_CALLED: Final = re.compile(
    r"(?:^|[。；！])[^。；，,]{0,12}(?:[，,][^。；，,：:]{0,20})?"
    r"(?:指导思想|指導思想|总体要求|總體要求|总的要求|總的要求|总要求|總要求|总体思路|總體思路)(?:是|为|為)?[：:]"
)
_TOLD: Final = re.compile(
    r"本计划|本計劃|特制[定订]|特製[定訂]|制[定订]本|如下[。：:]$|^(?:一年[来來]|过去|過去|今年以[来來]|20\d\d年[来來])"
)


def split(nodes: Sequence[Node], *, lost: bool = False) -> tuple[list[Node], list[Node]]:
    """The preamble, and the guiding ideology that follows it; one of them may be empty.

    A paragraph is the guiding ideology where its first sentence says what guides, or where a
    sentence calls itself so. What stands behind it goes with it; one that also says that the
    plan is made (特制定本计划), or what was done, is a preamble.

    Args:
        nodes: What stands before the first heading.
        lost: Whether that heading is 二、 of a known section: then 一、, which is over the
            guiding ideology in all plans but a few, was over the last paragraph.
    """
    for place, node in enumerate(nodes):
        told = _TOLD.search(node.text) or tense.is_past(node.text)
        guides = _GUIDING.match(node.text) or _CALLED.search(node.text)
        if guides and not told:
            return list(nodes[:place]), list(nodes[place:])
    if lost and nodes and not (_TOLD.search(nodes[-1].text) or tense.is_past(nodes[-1].text)):
        return list(nodes[:-1]), list(nodes[-1:])
    return list(nodes), []
