"""Which section a heading announces, by its words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from planforge import resources
from planforge.source.load import load

from .marks import TOP, Piece, Shape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

FILE: Final = "headings.yaml"
QUALIFIERS: Final = "qualifiers"
PATTERNS: Final = "patterns"
STANDING_IN: Final = "standing_in"
COLUMNS: Final = "columns"
SIMPLIFIED: Final = "simplified"
# Headings of real plans that say what they are have up to 20 code points.
LONGEST: Final = 22
_GLUED: Final = re.compile(r"(?P<heading>[^。；：:，,]{2,14}[：:])\s*(?P<rest>\S.{7,})")
# A line that is a heading by its words alone stands where 一、 would.
BY_WORDS: Final = Shape("heading", re.compile("(?!)"), TOP)
# Or above it, where 一、 counts what stands below such lines.
ABOVE: Final = replace(BY_WORDS, rank=4)
# One such line may be a stray; these many are the headings of the plan.
_FEWEST: Final = 2
# Where more than four lines of five are bold, bold means nothing.
_MOST_BOLD: Final = 5
_SHORT: Final = re.compile(r"[^。；;，,！!：:]{2,30}")
_TRIM: Final = re.compile(r"^[\W_]+|[\W_]+$")
_YEAR: Final = re.compile(r"^(?:\d{4}|20[xX×*＊_]{2}|[xX×*＊_]{1,4})年度?")


def section(heading: str) -> str:
    """The key of the plan section that ``heading`` announces; empty when the words are others.

    The whole heading has to match, apart from marks at its ends, a year, and qualifiers such
    as 今年 in front of it.
    """
    known = vocabulary()
    bare = _YEAR.sub("", _TRIM.sub("", heading)).translate(known.simplified)
    found = _look_up(bare, known.words, known.qualifiers)
    if found or len(bare) > LONGEST:
        return found
    return next((key for key, wanted in known.patterns.items() if wanted.fullmatch(bare)), "")


def stands_in(heading: str) -> bool:
    """Whether the points below ``heading`` may be the tasks of a plan that has no others."""
    known = vocabulary()
    bare = _YEAR.sub("", _TRIM.sub("", heading)).translate(known.simplified)
    return known.standing_in.fullmatch(bare) is not None


def is_column(text: str) -> bool:
    """Whether ``text`` is the head of a column that a table lost when it was pasted as text."""
    return _TRIM.sub("", text).translate(vocabulary().simplified) in vocabulary().columns


def glued(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, with a known heading and the text behind it on its line taken apart.

    一、指导思想：以…… is a heading and a paragraph; the colon stays with the heading.
    """
    for piece in pieces:
        if piece.shape and piece.shape.rank == TOP and _worded(piece):
            yield from _taken_apart(piece, piece.shape)
        else:
            yield piece


def _look_up(heading: str, words: dict[str, str], qualifiers: tuple[str, ...]) -> str:
    if heading in words:
        return words[heading]
    shorter = (heading.removeprefix(q).lstrip("的") for q in qualifiers if heading.startswith(q))
    return next(
        (key for rest in shorter if rest and (key := _look_up(rest, words, qualifiers))), ""
    )


def by_words(pieces: Sequence[Piece], bold: Collection[int] = ()) -> tuple[Piece, ...]:
    """The pieces, with headings that lost their marks made headings again.

    Known words and short lines in bold type, where no heading has a mark of that rank. Where
    一、 counts what stands below known words and is no heading of a section itself, these stand
    above it. 指导思想：以…… is one of them, with its text on the same line.

    Args:
        pieces: In the order of the source.
        bold: Numbers of the lines that are set in bold; all of them in bold say nothing.
    """
    top = [p for p in pieces if p.shape is not None and 0 < p.shape.rank <= TOP]
    if any((p.shape is not None and p.shape.rank < TOP) or section(p.text) for p in top):
        return tuple(pieces)
    plain = [p for p in pieces if p.shape is None]
    shown = sum(piece.line in bold for piece in plain)
    told = bold if shown * _MOST_BOLD <= len(plain) * (_MOST_BOLD - 1) and not top else ()
    columns = _columns(pieces)
    found = {
        p.line
        for p in plain
        if p.line not in columns and (_worded(p) or (p.line in told and _SHORT.fullmatch(p.text)))
    }
    if len(found) < _FEWEST:
        return tuple(pieces)
    shape = ABOVE if top else BY_WORDS
    return tuple(
        one
        for p in pieces
        for one in (_taken_apart(p, shape) if p.shape is None and p.line in found else [p])
    )


def _columns(pieces: Sequence[Piece]) -> set[int]:
    """The lines of heads of columns, which stand side by side."""
    heads = [p.shape is None and is_column(p.text) for p in pieces]
    pairs = zip(pieces, pieces[1:], heads, heads[1:], strict=False)
    return {line for a, b, one, other in pairs if one and other for line in (a.line, b.line)}


def _worded(piece: Piece) -> bool:
    glued = _GLUED.match(piece.text)
    return bool(section(piece.text) or (glued and section(glued["heading"])))


def _taken_apart(piece: Piece, shape: Shape) -> list[Piece]:
    """The heading, and the text behind it on its line."""
    found = _GLUED.match(piece.text)
    if found is None or not section(found["heading"]):
        return [replace(piece, shape=shape)]
    at = piece.body + found.start("rest")
    heading = replace(piece, text=found["heading"], shape=shape, heading=True)
    return [heading, Piece(piece.line, at, at, found["rest"])]


class Vocabulary(Struct, frozen=True):
    """The words of ``headings.yaml``.

    Attributes:
        words: Heading → key of its section.
        qualifiers: Words that may stand before a heading.
        patterns: Key of a section → what its headings may look like besides.
        columns: Heads of columns.
        standing_in: Headings of tasks where a plan has no others.
        simplified: Code point → the simplified character that stands for it here.
    """

    words: dict[str, str]
    qualifiers: tuple[str, ...]
    patterns: dict[str, re.Pattern[str]]
    columns: frozenset[str]
    standing_in: re.Pattern[str]
    simplified: dict[int, str]


@cache
def vocabulary() -> Vocabulary:
    """What ``headings.yaml`` says; a file of the user may leave everything out but the words."""
    data = load(str(resources.path(FILE)), resources.read(FILE)).data()
    qualifiers = tuple(data.pop(QUALIFIERS, None) or ())
    patterns = {key: re.compile("|".join(p)) for key, p in (data.pop(PATTERNS, None) or {}).items()}
    columns = frozenset(data.pop(COLUMNS, None) or ())
    standing_in = re.compile("|".join(data.pop(STANDING_IN, None) or ("(?!)",)))
    pairs = data.pop(SIMPLIFIED, None) or ""
    simplified = str.maketrans(dict(zip(pairs[::2], pairs[1::2], strict=True)))
    words = {word.translate(simplified): key for key, found in data.items() for word in found or ()}
    return Vocabulary(words, qualifiers, patterns, columns, standing_in, simplified)
