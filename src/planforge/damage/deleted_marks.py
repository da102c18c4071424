"""Marks that vanished with half a character: 基矗 and 评眩 were 基础。 and 评选。 once.

A page in GBK from which someone removed every byte pair A1A1, the ideographic space, without
looking where characters begin: 础 is B4A1 and 。 is A1A3, and what is left of both is B4A3, 矗.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .finding import Damage


def find(text: str) -> Iterator[Damage]:
    """Every word of ``deleted_marks.tsv`` in ``text``, with the word and the mark it swallowed.

    What is left is a real character, so this is a proposal, and only for the listed words.
    """
    return table.find("deleted_marks", text)
