"""Which level of a page style a number belongs to, by its looks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.readers.line import Line
from planforge.recognise import believed, marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.styles import Style

    from .document import Paragraph

_BRACKETS: Final = re.compile(r"[（(]")
# Ranks of `planforge.recognise.marks`: 壹、 一、 （一） 1. （1） ①.
_LEGAL, _HAN, _HAN_BRACKETS, _DIGIT, _DIGIT_BRACKETS, _CIRCLE = 6, 10, 20, 40, 50, 60
_HALF_BRACKET: Final = 55
_RANKS: Final = {
    "chineseCounting": (_HAN, _HAN_BRACKETS),
    "chineseCountingThousand": (_HAN, _HAN_BRACKETS),
    "taiwaneseCounting": (_HAN, _HAN_BRACKETS),
    "taiwaneseCountingThousand": (_HAN, _HAN_BRACKETS),
    "japaneseCounting": (_HAN, _HAN_BRACKETS),
    "ideographDigital": (_HAN, _HAN_BRACKETS),
    "ideographLegalTraditional": (_LEGAL, 0),
    "chineseLegalSimplified": (_LEGAL, 0),
    "decimal": (_DIGIT, _DIGIT_BRACKETS),
    "decimalZero": (_DIGIT, _DIGIT_BRACKETS),
    "decimalEnclosedCircle": (_CIRCLE, 0),
    "decimalEnclosedCircleChinese": (_CIRCLE, 0),
}


def rank(number_format: str, pattern: str) -> int:
    """The rank of a list level by how it counts and what stands around the number; 0 for none."""
    bare, bracketed = _RANKS.get(number_format, (0, 0))
    return bracketed if _BRACKETS.search(pattern) else bare


def level_of(mark_rank: int, style: Style) -> int:
    """The level of ``style``, 1-based, whose numbers have that rank; 0 for none."""
    wanted = _DIGIT_BRACKETS if mark_rank == _HALF_BRACKET else mark_rank
    for depth, level in enumerate(style.numbering, 1):
        if wanted and rank(level.format, level.pattern) == wanted:
            return depth
    return 0


def typed_marks(paragraphs: Sequence[Paragraph]) -> dict[int, marks.Piece]:
    """Number of a paragraph → the number typed at its beginning, where there is one for sure."""
    lines = [Line(one.number, one.text.replace("\f", " ")) for one in paragraphs]
    return {
        piece.line: piece
        for piece in believed.read(line for line in lines if line.text.strip())
        if piece.shape is not None and piece.ordinal
    }


def ordinal(label: str) -> int:
    """The number that an automatic label shows; 0 when none is to be made out."""
    return marks.piece(Line(1, f"{label}文")).ordinal if label else 0
