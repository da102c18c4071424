"""Words that a rewriting machine put in the place of others: 坚定不够 for 坚定不移."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from . import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .finding import Damage


def find(text: str) -> Iterator[Damage]:
    """Every spun word of ``spun_words.tsv`` in ``text``, with the word it replaced."""
    return table.find("spun_words", text)


@cache
def certain() -> frozenset[str]:
    """Those that nobody writes on purpose, whatever the rest of the text is like."""
    return frozenset(row["wrong"] for row in table.rows("spun_words") if row["certain"])
