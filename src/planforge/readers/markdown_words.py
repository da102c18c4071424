"""The words of a Markdown paragraph without the marks that set them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from .result import Loss

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable

    from markdown_it.token import Token

# A star that was typed as a star; no Markdown holds this character.
_STAR: Final = "\0"
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_COMMENT: Final = "<!--"
# The rules of CommonMark close no emphasis between 。 and a Chinese character.
_LEFT_OVER: Final = re.compile(r"\*\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*\*")


class Row(Struct, frozen=True):
    """A line of a paragraph.

    Attributes:
        text: Its words.
        line: 0-based line of the paragraph in the source.
        bold: Whether all of it is strong.
        linked: It is a link to a place in the same file and nothing else.
    """

    text: str
    line: int
    bold: bool = False
    linked: bool = False


class _Piece(Struct, frozen=True):
    text: str
    bold: bool
    linked: bool


def rows(tokens: Iterable[Token], losses: Counter[Loss]) -> list[Row]:
    """The lines of a paragraph.

    Args:
        tokens: What it consists of.
        losses: Where to count what is left out.
    """
    found: list[Row] = []
    row: list[_Piece] = []
    line = strong = 0
    linked = False
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            found.append(_row(row, line))
            row, line = [], line + 1
        elif token.type == "html_inline":
            if _BREAK.fullmatch(token.content):
                found.append(_row(row, line))
                row = []
            losses[Loss.COMMENT] += token.content.startswith(_COMMENT)
        elif token.type == "image":
            losses[Loss.PICTURE] += 1
        elif token.type == "link_open":
            linked = str(token.attrGet("href")).startswith("#")
        elif token.type == "link_close":
            linked = False
        elif token.type in {"strong_open", "strong_close"}:
            strong += token.nesting
        elif token.content:
            escaped = token.type == "text_special"
            text = token.content.replace("*", _STAR) if escaped else token.content
            row.append(_Piece(text, strong > 0, linked))
    return [*found, _row(row, line)]


def _row(pieces: list[_Piece], line: int) -> Row:
    whole = "".join(piece.text for piece in pieces)
    text = _LEFT_OVER.sub(_emphasis, whole)
    worded = [piece for piece in pieces if piece.text.strip()]
    bold = all(piece.bold for piece in worded) or (
        text != whole and whole.startswith("**") and whole.endswith("**")
    )
    return Row(
        text.replace(_STAR, "*"),
        line,
        bool(worded) and bold,
        bool(worded) and all(piece.linked for piece in worded),
    )


def _emphasis(found: re.Match[str]) -> str:
    inner = found[1]
    marks = (unicodedata.category(inner[0]), unicodedata.category(inner[-1]))
    return inner if any(mark.startswith("P") for mark in marks) else found[0]
