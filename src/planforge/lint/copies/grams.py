"""A sample of the eight-character sequences of a text, small enough to keep for every file."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import Final
from zlib import crc32

from msgspec import Struct

LENGTH: Final = 8
"""Characters in a sequence."""
LEAST: Final = 256
"""So many sequences are kept of a short text, the whole of it where it has no more."""
MOST: Final = 4096
"""So many are kept of the longest text."""
_BYTES: Final = 2
_ALL: Final = (1 << 32) - 1
_KEPT: Final = _ALL // 8
_LOW: Final = _ALL // 4
_TELLING: Final = _ALL // 16
_FEWEST_TELLING: Final = 24


class Grams(Struct, frozen=True):
    """Every sequence of a text whose hash is no higher than a bound; hashes spread evenly.

    Attributes:
        bound: The bound.
        hashes: The hashes up to it, in order.
    """

    bound: int
    hashes: array[int]

    @property
    def telling(self) -> array[int]:
        """The lowest hashes: enough of them to find the text again in any other."""
        return self.hashes[: max(bisect_right(self.hashes, _TELLING), _FEWEST_TELLING)]


def grams(*texts: str) -> Grams:
    """The sample of folded texts, none of whose sequences reaches from one into the next.

    An eighth of all sequences is kept, so that a short text is found again inside a long one.
    """
    size = LENGTH * _BYTES
    every: list[int] = []
    for text in texts:
        data = text.encode("utf-16-le", "surrogatepass")
        every += [crc32(data[i : i + size]) for i in range(0, len(data) - size + 1, _BYTES)]
    # No more than these are kept of most plans, and a quarter is soon sorted.
    low = {one for one in every if one <= _LOW}
    if len(low) < LEAST:
        found = sorted(set(every))
        if len(found) <= LEAST:
            return Grams(_ALL, array("I", found))
    else:
        found = sorted(low)
    kept = min(max(bisect_right(found, _KEPT), LEAST), MOST)
    return Grams(found[kept - 1], array("I", found[:kept]))


def share(one: Grams, other: Grams) -> float:
    """How much of the shorter text stands in the longer one, 0 to 1; estimated from the samples.

    0 where the samples are too small to tell.
    """
    bound = min(one.bound, other.bound)
    first, second = _up_to(one, bound), _up_to(other, bound)
    least = min(len(first), len(second))
    return len(first & second) / least if least >= _FEWEST_TELLING else 0.0


def _up_to(one: Grams, bound: int) -> frozenset[int]:
    return frozenset(one.hashes[: bisect_right(one.hashes, bound)])
