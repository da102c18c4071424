"""Which matter of one plan is which of another: the same words, else the most alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from planforge.agenda import Matter

    Pair = tuple[Matter, Matter]

ALIKE: Final = 65.0
"""From this ratio (0 to 100, of the characters in common) on, words count as reworded."""
_YEAR: Final = pattern(r"(?:19|20|21)[0-9]{2}年?|第[0-9一二三四五六七八九十]+[届屆个個次]")


def matched(old: Sequence[Matter], new: Sequence[Matter]) -> list[Pair]:
    """Pairs of matters that mean the same thing, each in one pair at most.

    First those with the same words in the same place, then with the same words anywhere, years
    and ordinals aside; what is left is paired by how alike the words are, the most alike first.
    """
    pairs: list[Pair] = []
    left, right = list(old), list(new)
    for key in (_exact, _words):
        pairs += _by(key, left, right)
    for _ratio, one, other in sorted(_alike(left, right), key=lambda found: -found[0]):
        if one in left and other in right:
            left.remove(one)
            right.remove(other)
            pairs.append((one, other))
    return pairs


def _exact(matter: Matter) -> Hashable:
    return matter.nature, matter.title, matter.above


def _words(matter: Matter) -> Hashable:
    return matter.nature, _YEAR.sub("", matter.title)


def _by(key: Callable[[Matter], Hashable], left: list[Matter], right: list[Matter]) -> list[Pair]:
    """Pairs of equal keys, in order; both lists lose them."""
    waiting: dict[Hashable, list[Matter]] = {}
    for other in right:
        waiting.setdefault(key(other), []).append(other)
    pairs = []
    for one in list(left):
        if found := waiting.get(key(one)):
            other = found.pop(0)
            pairs.append((one, other))
            left.remove(one)
            right.remove(other)
    return pairs


def _alike(left: list[Matter], right: list[Matter]) -> Iterator[tuple[float, Matter, Matter]]:
    from rapidfuzz import fuzz  # only plans that differ need it

    for one in left:
        for other in right:
            if one.nature is other.nature:
                ratio = fuzz.ratio(one.title, other.title, score_cutoff=ALIKE)
                if ratio:
                    yield ratio, one, other
