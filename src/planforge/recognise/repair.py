"""Damage that is certain is mended before the lines are recognised, and every change is listed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from msgspec.structs import replace

from planforge.damage import Damage
from planforge.source.encoding import INVISIBLE

from . import marks, months
from .damaged import damages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planforge.readers.line import Line

# A line that goes on in the next one is long, ends in a character, and that one has no mark.
_LONG: Final = 34
_UNPRINTABLE: Final = re.compile(f"(?:{INVISIBLE.pattern}|[\r\n\x85\u2028\u2029])+")
_WHOLE_LINES: Final = "residue"
_OPEN_END: Final = re.compile(r"[\u3400-\u9fff]$")
_GOES_ON: Final = re.compile(r"\s*[\u3400-\u9fff].*[，。；、,;]")
_HEADED: Final = re.compile(r"[^。；;，,]{1,34}$")


class Change(Struct, frozen=True):
    """One change to the source.

    Attributes:
        place: 0-based place of the line.
        start: Offset in the line.
        words: What stood there; empty for a line that was joined to the one before.
        new: What stands there now.
    """

    place: int
    start: int
    words: str
    new: str


class Segment(Struct, frozen=True):
    """Characters of a mended line that stand in the source as they are.

    Attributes:
        start: Offset in the mended line.
        length: How many characters.
        place: Place of the source line.
        column: Offset in it.
    """

    start: int
    length: int
    place: int
    column: int


class Mended(Struct):
    """Lines and where they come from.

    Attributes:
        lines: The lines, numbered by their place: 1 for the first one.
        segments: For every line, in the same order, where its characters come from.
        changes: What was changed.
        joined: Place of a line that was joined → number of the line it now stands in.
    """

    lines: list[Line] = field(default_factory=list)
    segments: list[tuple[Segment, ...]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    joined: dict[int, int] = field(default_factory=dict)

    def sources(self, number: int, column: int, length: int) -> Iterator[tuple[int, int, int, int]]:
        """Offset from ``column``, length, place and column in the source of every piece."""
        for part in self.segments[number - 1]:
            first = max(part.start, column)
            last = min(part.start + part.length, column + length)
            if first < last:
                yield first - column, last - first, part.place, part.column + first - part.start


def unmended(lines: Sequence[Line]) -> Mended:
    """The lines as they are."""
    mended = Mended()
    for index, line in enumerate(lines):
        text, segments, _changes = _mend(index, line.text, unprintable(line.text))
        mended.lines.append(replace(line, number=index + 1, text=text))
        mended.segments.append(tuple(segments))
    return mended


def unprintable(text: str) -> list[Damage]:
    """What no plan can hold, and line ends inside a line: nobody sees either."""
    return [Damage(*found.span(), "", sure=True) for found in _UNPRINTABLE.finditer(text)]


def mended(lines: Sequence[Line]) -> Mended:
    """The lines with everything mended that is certain, broken lines joined."""
    result = Mended()
    for index, line in enumerate(lines):
        # A line that belongs to the page is left out as a whole, and told.
        found = [one.damage for one in damages(line.text) if one.kind != _WHOLE_LINES]
        sure = [damage for damage in found if damage.sure]
        text, segments, changes = _mend(index, line.text, [*unprintable(line.text), *sure])
        result.changes += changes
        before = result.lines[-1] if result.lines else None
        if before is not None and _is_broken(before, replace(line, text=text)):
            length = len(before.text)
            blank = len(text) - len(text.lstrip())
            result.lines[-1] = replace(before, text=before.text + text[blank:])
            result.segments[-1] += tuple(_shifted(segments, blank, length))
            result.changes.append(Change(index, 0, "", ""))
            result.joined[index] = before.number
            continue
        result.lines.append(replace(line, text=text, number=len(result.lines) + 1))
        result.segments.append(tuple(segments))
    return result


def _mend(index: int, text: str, sure: list[Damage]) -> tuple[str, list[Segment], list[Change]]:
    parts: list[str] = []
    segments: list[Segment] = []
    changes: list[Change] = []
    place = length = 0
    for damage in _apart(sure):
        segments.append(Segment(length, damage.start - place, index, place))
        new = damage.replacement or ""
        parts += text[place : damage.start], new
        length += damage.start - place + len(new)
        changes.append(Change(index, damage.start, text[damage.start : damage.end], new))
        place = damage.end
    segments.append(Segment(length, len(text) - place, index, place))
    parts.append(text[place:])
    # A line of nothing but what nobody sees comes from somewhere, too.
    kept = [one for one in segments if one.length] or segments[:1]
    return "".join(parts), kept, changes


def _apart(found: list[Damage]) -> Iterator[Damage]:
    """Those that do not overlap; whole lines that belong to the page are dropped elsewhere."""
    end = 0
    for damage in sorted(found):
        if damage.start >= end and damage.replacement is not None:
            yield damage
            end = damage.end


def _shifted(segments: Sequence[Segment], cut: int, by: int) -> Iterator[Segment]:
    for part in segments:
        off = max(cut - part.start, 0)
        if part.length > off:
            yield Segment(
                part.start + off - cut + by, part.length - off, part.place, part.column + off
            )


def _is_broken(before: Line, line: Line) -> bool:
    """Whether ``line`` goes on in the middle of the sentence that ``before`` breaks off."""
    plain = not (line.label or line.level or line.cell or line.part)
    same = not (before.level or before.cell or before.part) and plain
    text = before.text.rstrip()
    if not same or len(text.strip()) < _LONG or not _OPEN_END.search(text):
        return False
    if _HEADED.fullmatch(text.strip()) or not _GOES_ON.match(line.text):
        return False
    return marks.piece(line).shape is None and months.head(line.text) is None
