"""Which section a heading announces, by its words."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from planforge import resources
from planforge.source.load import load

from .marks import TOP, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .marks import Piece

FILE: Final = "headings.yaml"
QUALIFIERS: Final = "qualifiers"
# A line that is a heading by its words alone stands where 一、 would.
BY_WORDS: Final = Shape("heading", re.compile("(?!)"), TOP)
# One such line may be a stray; these many are the headings of the plan.
_FEWEST: Final = 2
_TRIM: Final = re.compile(r"^[\W_]+|[\W_]+$")
_YEAR: Final = re.compile(r"^(?:\d{4}|20[xX×*＊_]{2}|[xX×*＊_]{1,4})年度?")


def section(heading: str) -> str:
    """The key of the plan section that ``heading`` announces; empty when the words are others.

    The whole heading has to match, apart from marks at its ends, a year, and qualifiers such
    as 今年 in front of it.
    """
    words, qualifiers = vocabulary()
    return _look_up(_YEAR.sub("", _TRIM.sub("", heading)), words, qualifiers)


def _look_up(heading: str, words: dict[str, str], qualifiers: tuple[str, ...]) -> str:
    if heading in words:
        return words[heading]
    shorter = (heading.removeprefix(q).lstrip("的") for q in qualifiers if heading.startswith(q))
    return next(
        (key for rest in shorter if rest and (key := _look_up(rest, words, qualifiers))), ""
    )


def by_words(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces, with headings that lost their marks made headings again.

    Only where no other heading has a mark of that rank, and only for known words.
    """
    if any(p.shape is not None and 0 < p.shape.rank <= TOP for p in pieces):
        return tuple(pieces)
    found = {p.line for p in pieces if p.shape is None and section(p.text)}
    if len(found) < _FEWEST:
        return tuple(pieces)
    return tuple(replace(p, shape=BY_WORDS) if p.line in found else p for p in pieces)


@cache
def vocabulary() -> tuple[dict[str, str], tuple[str, ...]]:
    """Heading → key of its section, and the words that may stand before a heading."""
    data = load(str(resources.path(FILE)), resources.read(FILE)).data()
    qualifiers = tuple(data.pop(QUALIFIERS, None) or ())
    return {word: key for key, words in data.items() for word in words or ()}, qualifiers
