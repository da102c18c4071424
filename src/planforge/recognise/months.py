"""Month heads: 一月份：, 七、八月份, 2月 with a theme behind it, 一月：送温暖."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeVar

from msgspec import Struct

from planforge.model.months import Months

from .headings import section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planforge.readers.line import Line

    from .marks import Piece

_N: Final = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元|正|腊|臘)"
_MONTH: Final = rf"{_N}\s?月份?"
_TO: Final = r"\s?[-—–―~～至到、和与與及,，]+\s?"
_WEEKS: Final = r"第?\d{1,2}(?:\s?[-—–―~～至到、]\s?第?\d{1,2})?周"
_HEAD: Final = re.compile(
    rf"(?P<months>(?P<month>(?:{_N}{_TO}){{0,3}}{_MONTH}(?:{_TO}{_MONTH}){{0,3}}|第?[一二三四1-4]季度)"
    rf"|上半年|下半年|第?[一二三四1-4]季度?|{_WEEKS})"
    r"(?P<colon>\s*[：:])?(?P<gap>\s*)(?P<rest>.*)",
)
# A theme is a heading: short, and without the marks of a sentence.
_THEME: Final = re.compile(
    r"(?!底|初|末|[上中下]旬|前|后|後|内|內|的|之|份|起)[^。；;！!，,：:]{1,24}"
)
_HEADED: Final = re.compile(r"[^。；;！!，,：:]{1,24}")
_YEAR_OF_MONTHS: Final = 12
# School years begin in August or September; other years do not go beyond December.
_SCHOOL_YEAR: Final = 7
_Where = TypeVar("_Where")
# Fewer heads than this are dates in running text.
FEWEST: Final = 3


class MonthHead(Struct, frozen=True):
    """A line that begins with months and introduces what is done in them.

    Attributes:
        months: The words for the months, as they stand.
        colon: The colon behind them; may be empty.
        rest: A theme or the first words of the activities; may be empty.
        numbers: The months meant.
        behind: Where the words for the months end, counted from their beginning.
        rest_at: Where ``rest`` begins, counted the same way.
        weeks: First and last week of a term; empty for months.
    """

    months: str
    colon: str
    rest: str
    numbers: tuple[int, ...]
    behind: int
    rest_at: int
    weeks: tuple[int, ...] = ()

    @property
    def alone(self) -> bool:
        """Whether nothing stands behind the months."""
        return not self.rest

    @property
    def themed(self) -> bool:
        """Whether the rest is a heading rather than a sentence."""
        wanted = _HEADED if self.colon else _THEME
        return wanted.fullmatch(self.rest) is not None


def head(text: str) -> MonthHead | None:
    """The month head that ``text`` may be; ``None`` when its words cannot be one."""
    found = _HEAD.fullmatch(text.strip())
    if found is None:
        return None
    try:
        said = Months.parse(found["months"])
    except ValueError:
        return None
    result = MonthHead(
        found["months"],
        found["colon"] or "",
        found["rest"],
        said.months,
        found.end("months"),
        found.start("rest"),
        said.weeks or (),
    )
    sure = found["month"] is not None and result.themed
    return result if result.colon or result.alone or sure else None


def heads(lines: Iterable[Line], pieces: Iterable[Piece]) -> dict[int, MonthHead]:
    """Line number → month head, for every line that is one, with or without a mark before it.

    Dates at the beginning of sentences look much the same, so heads count only in a run of
    at least `FEWEST` that walks through the months; below the heading of a schedule, one is
    enough.

    Args:
        lines: In the order of the source.
        pieces: The same lines with any mark that they may have.
    """
    marked = [
        (p, h) for p in pieces if p.shape and p.ordinal and not p.certain and (h := head(p.text))
    ]
    found = {p.line: h for run in _runs(marked) if _counts_up(run) for p, h in run}
    bare = [(ln, h) for ln in lines if ln.number not in found and (h := head(ln.text))]
    found |= {line.number: h for run in _runs(bare) if len(run) >= FEWEST for line, h in run}
    return found


def below_schedules(pieces: Iterable[Piece]) -> dict[int, MonthHead]:
    """Line number → month head, for lines and headings below the heading of a schedule.

    七、八月： is one too, unless 七、 is the number that follows the one of the schedule.
    """
    found: dict[int, MonthHead] = {}
    above: Piece | None = None
    for piece in pieces:
        month = head(piece.text)
        shape = piece.shape
        if above is not None and month and (not shape or shape.silent):
            found[piece.line] = month
        elif above is not None and (several := _several(piece, above)):
            found[piece.line] = several
        elif shape and shape.rank and section(piece.text) == "schedule":
            above = piece
        elif shape and above is not None and 0 < shape.rank <= _rank(above):
            above = None
    return found


def _several(piece: Piece, above: Piece) -> MonthHead | None:
    whole = head(piece.whole)
    if whole is None or not piece.raw or not (whole.colon or whole.alone):
        return None
    follows = _rank(piece) == _rank(above) and piece.ordinal == above.ordinal + 1
    return whole if len(whole.numbers) > 1 and not follows else None


def _rank(piece: Piece) -> int:
    return piece.shape.rank if piece.shape else 0


def _runs(found: Sequence[tuple[_Where, MonthHead]]) -> Iterator[list[tuple[_Where, MonthHead]]]:
    """The longest runs in which every head comes after the one before, within one year."""
    run: list[tuple[_Where, MonthHead]] = []
    for one in found:
        if run and not walks([h for _where, h in (*run, one)]):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _counts_up(run: Sequence[tuple[Piece, MonthHead]]) -> bool:
    pairs = pairwise(piece.ordinal for piece, _head in run)
    return len(run) >= FEWEST and all(after == before + 1 for before, after in pairs)


def walks(found: Sequence[MonthHead]) -> bool:
    """Whether the heads go from month to month, from January or from September on."""
    if any(not h.numbers for h in found):
        return all(a.weeks < b.weeks for a, b in pairwise(found) if a.weeks and b.weeks)
    firsts = [h.numbers[0] for h in found]
    if firsts[0] < _SCHOOL_YEAR and firsts != sorted(firsts):
        return False
    steps = [(b - a) % 12 for a, b in pairwise(firsts)]
    return all(steps) and sum(steps) <= _YEAR_OF_MONTHS
