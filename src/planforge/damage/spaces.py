"""Blanks inside a line: several in a row, and characters that only some fonts show as blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

from . import blanks
from .finding import Damage

if TYPE_CHECKING:
    from collections.abc import Iterator

# U+E5E5 is byte pair A3A0 of GBK, the ideographic space of old typesetting systems; U+F020 and
# U+F0A0 are the spaces of symbol fonts in Word (ECMA-376 part 1, 17.3.3.30).
PRIVATE: Final = "\ue5e5\uf020\uf0a0"
_BLANK: Final = rf"[ \t\u00a0\u2000-\u200a\u202f\u3000{PRIVATE}]"
_WRONG: Final = pattern(rf"(?<=\S){_BLANK}{{2,}}(?=\S)|[{PRIVATE}]+")


def find(text: str) -> Iterator[Damage]:
    """Every run of blanks inside ``text``, and every private-use character that is a blank.

    Space that may have been left to write something into is none of them.
    """
    for match in _WRONG.finditer(text):
        if not _is_left_open(text, *match.span()):
            edge = match.start() == 0 or match.end() == len(text)
            yield Damage(*match.span(), "" if edge else " ", sure=True)


def _is_left_open(text: str, start: int, end: int) -> bool:
    return (
        blanks.missing(text, start, end) is not None
        or blanks.is_between_brackets(text, start, end)
        or blanks.may_be_one(text, start, end)
    )
