"""Numbering marks: what they look like, how they rank, and which of them to believe."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from .numerals import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planforge.readers.line import Line

    from .tables import Grid

CN: Final = "[一二三四五六七八九十]{1,3}"
D: Final = r"\d{1,3}"
_OPEN: Final = r"[（(〔\[]"
_CLOSE: Final = r"[）)〕\]]"


class Shape(Struct, frozen=True):
    """One way of marking items.

    Attributes:
        name: A typical mark.
        pattern: Matches the mark; the group ``n`` holds its numeral.
        rank: Marks of a higher rank stand below those of a lower one; 0 means that the mark
            is used on any level, so it stands below whatever stands before it.
        sure: Whether one such mark alone proves a list; others need a neighbour in sequence.
        kept: The mark is part of the words (damaged ones) and stays in the text.
        silent: There is no mark; a heading is known by its style or its look.
    """

    name: str
    pattern: re.Pattern[str]
    rank: int
    sure: bool = True
    kept: bool = False
    silent: bool = False

    @property
    def numbered(self) -> bool:
        """Whether planforge may write a number where this one stood."""
        return not (self.kept or self.silent)


def _shape(name: str, pattern: str, rank: int, *, sure: bool = True, kept: bool = False) -> Shape:
    return Shape(name, re.compile(pattern), rank, sure, kept)


# The rank of 一、, the usual mark of the headings of a plan.
TOP: Final = 10
# The first match wins. Ranks follow the order of GB/T 9704 (一、（一）1.（1）) with the
# shapes that people add around it.
SHAPES: Final = (
    _shape("第一部分", rf"第(?P<n>{CN}|{D})(?:部分|章)(?:[、，,：:.．]|\s|$)", 5, sure=False),
    _shape("壹、", r"(?P<n>[壹贰叁肆伍陆柒捌玖拾貳參陸参]{1,3})[、.．]", 6),
    _shape("一、", rf"(?P<n>{CN})\s?[、.．]", TOP),
    _shape("一,", rf"(?P<n>{CN})[,，]", TOP, sure=False),
    _shape("第一、", rf"第(?P<n>{CN}|{D})[、，,：:.．]", 0, sure=False),
    _shape("一是", rf"(?P<n>{CN})是[：:,，]?", 0, sure=False),
    _shape("（一）", rf"{_OPEN}\s?(?P<n>{CN})\s?{_CLOSE}[、.．]?", 20),
    _shape("㈠", r"(?P<n>[㈠-㈩㊀-㊉])[、.．]?", 20),
    # （一）（二）（三） as they look when GBK bytes were cut one byte off.
    _shape("。ㄒ唬", r"(?P<n>。ㄒ唬|。ǘ|。ㄈ)", 20, kept=True),
    _shape("1.1", rf"(?P<n>{D})(?:[.．]\d{{1,2}}){{1,3}}(?:[、.．]|\s)", 45, sure=False),
    _shape("1、", rf"(?P<n>{D})\s?(?:、|[.．](?!\d))", 40),
    _shape("1。", rf"(?P<n>{D})[。,，](?!\d)", 40, sure=False),
    # 2.7月召开会议 is the second point, where a first one stands above it.
    _shape("1、", rf"(?P<n>{D})[.．](?=\d{{1,4}}\s?[月日年周号])", 40, sure=False),
    _shape("⒈", r"(?P<n>[⒈-⒛])", 40),
    _shape("（1）", rf"{_OPEN}\s?(?P<n>{D})\s?{_CLOSE}[、.．]?", 50),
    _shape("⑴", r"(?P<n>[⑴-⒇])[、.．]?", 50),
    _shape("1)", rf"(?P<n>{D})[)）][、.．]?", 55),
    _shape("①", r"(?P<n>[①-⑳❶-❿➀-➉])[、.．]?", 60),
    _shape("a)", r"(?P<n>[a-zA-Z])[)）]", 70),
    _shape("A.", r"(?P<n>[a-zA-Z])[、.．](?![a-zA-Z0-9])", 70, sure=False),
    _shape("——", r"(?P<n>——|—|――|--)(?![—―-])", 0, sure=False),
    _shape("•", r"(?P<n>[•·●○◆◇■□▪★☆※➢►✓√])", 0, sure=False),
    _shape("-", r"(?P<n>[-*+–])\s+", 0, sure=False),
)
BULLETS: Final = frozenset({"——", "•", "-"})
_BULLET: Final = next(shape for shape in SHAPES if shape.name == "•")
# Headings of styles without a number, by their level; ranks as of the marks used there.
LEVELS: Final = tuple(
    Shape(f"heading {level}", re.compile("(?!)"), rank, silent=True)
    for level, rank in enumerate((TOP, 20, 40, 50, 60), 1)
)
_MARKDOWN: Final = re.compile(r"[-*+]\s+(?=\S)")
_DAMAGED: Final = {"。ㄒ唬": 1, "。ǘ": 2, "。ㄈ": 3}


class Piece(Struct, frozen=True):
    """A line, or a part of a line, with the mark before it.

    Attributes:
        line: Number of the source line.
        start: Where the piece begins in that line, blanks left out.
        body: Where the words after the mark begin; equal to ``start`` without a mark.
        text: The words from ``body`` on, without trailing blanks.
        shape: The shape of the mark; ``None`` for a plain paragraph.
        ordinal: Number of the mark; 0 for bullets and plain paragraphs.
        raw: The mark as it stands in the source.
        certain: A program set the mark, or a style says that this is a heading.
        heading: Whether the source says that this is a heading; ``None`` where it does not tell.
        grid: The table that stands here instead of words.
    """

    line: int
    start: int
    body: int
    text: str
    shape: Shape | None = None
    ordinal: int = 0
    raw: str = ""
    certain: bool = False
    heading: bool | None = None
    grid: Grid | None = None

    @property
    def whole(self) -> str:
        """The words with their mark."""
        return self.raw + self.text

    def cut(self, end: int) -> Piece:
        """The piece with its words up to ``end`` only."""
        return replace(self, text=self.text[:end].rstrip())

    def empty(self) -> Piece:
        """A plain paragraph at the same place, whose words are given elsewhere."""
        return Piece(self.line, self.start, self.start, "")

    def plain(self) -> Piece:
        """The same words as a plain paragraph; nothing is taken off."""
        return Piece(self.line, self.start, self.start, self.whole)


def piece(line: Line, *, plain: bool = False) -> Piece:
    """The line with any mark that it may have; without one when it is ``plain``."""
    text = line.text.rstrip()
    start = len(text) - len(text.lstrip())
    whole = Piece(line.number, start, start, text[start:], certain=line.level > 0)
    if plain:
        return whole
    if line.label:
        return _labelled(whole, line.label)
    typed = _typed(line, text, start)
    if typed.shape is None and line.level:
        return replace(whole, shape=LEVELS[min(line.level, len(LEVELS)) - 1])
    return typed


def _labelled(whole: Piece, label: str) -> Piece:
    """The line with the number that a program shows before it."""
    for shape in SHAPES:
        found = shape.pattern.fullmatch(label.strip())
        if found and not shape.kept:
            value = 0 if shape.name in BULLETS else ordinal(found["n"])
            return replace(whole, shape=shape, ordinal=value, certain=True)
    return replace(whole, shape=_BULLET, certain=True)


def _typed(line: Line, text: str, start: int) -> Piece:
    bullet = _MARKDOWN.match(text, start)
    for at in dict.fromkeys((bullet.end() if bullet else start, start)):
        for shape in SHAPES:
            found = shape.pattern.match(text, at)
            if found and (bullet is None or at > start or shape.name in BULLETS):
                piece = _marked(line.number, text, start, shape, found)
                return replace(piece, certain=line.level > 0)
    return Piece(line.number, start, start, text[start:])


def _marked(number: int, text: str, start: int, shape: Shape, found: re.Match[str]) -> Piece:
    body = found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip())
    if not text[body:]:
        return Piece(number, start, start, text[start:])
    if shape.kept:
        return Piece(number, start, start, text[start:], shape, _DAMAGED[found["n"]])
    value = 0 if shape.name in BULLETS else ordinal(found["n"])
    return Piece(number, start, body, text[body:], shape, value, text[start:body])


def continued(whole: Piece, mark: re.Match[str], end: int) -> Piece:
    """What ``mark`` introduces inside the words of ``whole``, up to ``end``."""
    words = whole.text[mark.end() : end]
    start, body = whole.body + mark.start(), whole.body + mark.end()
    body += len(words) - len(words.lstrip())
    raw = whole.text[mark.start() : body - whole.body]
    return replace(
        whole, start=start, body=body, text=words.strip(), ordinal=ordinal(mark["n"]), raw=raw
    )


def levelled(pieces: Sequence[Piece], lines: Iterable[Line]) -> tuple[Piece, ...]:
    """The pieces, told whether they are headings where the source uses levels for their shape."""
    levels = {line.number: line.level for line in lines}
    headed = {p.shape.name for p in pieces if p.shape and levels.get(p.line)}
    return tuple(
        replace(p, heading=bool(levels.get(p.line))) if p.shape and p.shape.name in headed else p
        for p in pieces
    )
