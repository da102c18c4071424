"""The known word that a mistyped one most likely meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.language import _, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST: Final = 60


def nearest(word: str, known: Iterable[str]) -> str:
    """The word of ``known`` closest to ``word``, the earlier of two; empty when none is close.

    Close means at most one slip (a character added, lost, replaced, or two swapped) in every
    three characters, one at least, and never every character of the shorter word.
    """
    folded = word.strip().casefold()
    letters = frozenset(folded)
    best, fewest = "", LONGEST
    for candidate in known:
        shorter = min(len(folded), len(candidate))
        allowed = min(max(1, max(len(folded), len(candidate)) // 3), shorter - 1, fewest - 1)
        if abs(len(folded) - len(candidate)) > allowed or len(folded) > LONGEST:
            continue
        # Words without a common character are never close, and most are such.
        if letters.isdisjoint(candidate.casefold()):
            continue
        if (slips := distance(folded, candidate.casefold())) <= allowed:
            best, fewest = candidate, slips
    return best


def nearest_or_all(word: str, known: Iterable[str]) -> str:
    """The hint which of the known words is meant, or which there are; empty when there are none."""
    words = [*known]
    if near := nearest(word, words):
        return _("did you mean {names}?").format(names=near)
    return _("choose one of: {names}").format(names=listed(words)) if words else ""


def distance(a: str, b: str) -> int:
    """Fewest additions, losses, replacements and swaps of neighbours that turn ``a`` into ``b``."""
    before_last: list[int] = []
    last = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        row = [i]
        for j, right in enumerate(b, 1):
            slips = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                slips = min(slips, before_last[j - 2] + 1)
            row.append(slips)
        before_last, last = last, row
    return last[-1]
