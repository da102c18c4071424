"""Copies among files, found from their sketches."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from planforge.errors import FileProblems, Problem, UserError
from planforge.files import read_file
from planforge.inputs import identity
from planforge.language import _
from planforge.lint.finding import Found
from planforge.lint.paragraphs import CODE as PARAGRAPH
from planforge.source.encoding import decode

from .grams import share
from .sketch import PLAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .sketch import Paragraph, Sketch

# Files remembered for each sequence of characters. Words that more files share than this are
# standing formulas, or all the files are copies of the first ones and are found as such.
_REMEMBERED: Final = 4
_CANDIDATES: Final = 3
_STDIN: Final = "-"


def across(sketches: Sequence[Sketch], index: Iterable[Sketch] = ()) -> Iterator[Found]:
    """What was copied among the files, or from the index; for each file in the order of its lines.

    Files of one organisation are no copies: last year's plan, or the plan in the other script.

    Args:
        sketches: The files that are linted, in their order.
        index: Files to compare with that are not linted themselves.
    """
    known = [*index]
    names = {identity(one.path) for one in sketches}
    known = [one for one in known if identity(one.path) not in names]
    everything = [*known, *sketches]
    nearest = _nearest(everything)
    first = _first(everything)
    for number, one in enumerate(sketches, len(known)):
        if one.plan and number in nearest:
            yield _plan(one, everything[nearest[number][0]], nearest[number][1])
        if one.paragraph:
            lines: list[str] | None = None
            for paragraph in one.paragraphs:
                other = None if paragraph.exempt else _other(first[paragraph.print], one)
                if other is not None:
                    lines = _lines(one.path) if lines is None else lines
                    yield _paragraph(one, paragraph, other, lines)


def _nearest(sketches: Sequence[Sketch]) -> dict[int, tuple[int, float]]:
    """Number of a file → the file that shares most with it, and how much."""
    holders: dict[int, tuple[int, ...]] = {}
    best: dict[int, tuple[int, float]] = {}
    for number, one in enumerate(sketches):
        common = Counter([n for gram in one.grams.hashes for n in holders.get(gram, ())])
        for gram in one.grams.telling:
            held = holders.get(gram, ())
            if len(held) < _REMEMBERED:
                holders[gram] = (*held, number)
        for other, _count in common.most_common(_CANDIDATES):
            if _same_owner(one, sketches[other]):
                continue
            part = share(one.grams, sketches[other].grams)
            for mine, theirs in ((number, other), (other, number)):
                enough = part >= sketches[mine].least
                if enough and part > best.get(mine, (0, 0.0))[1]:
                    best[mine] = (theirs, part)
    return best


def _first(sketches: Iterable[Sketch]) -> dict[bytes, list[Sketch]]:
    """Paragraph → the first files that have it, of different organisations."""
    found: dict[bytes, list[Sketch]] = defaultdict(list)
    for one in sketches:
        for paragraph in one.paragraphs:
            holders = found[paragraph.print]
            if len(holders) < _REMEMBERED and not any(_same_owner(one, h) for h in holders):
                holders.append(one)
    return found


def _other(holders: Iterable[Sketch], one: Sketch) -> Sketch | None:
    return next((h for h in holders if h.path != one.path and not _same_owner(h, one)), None)


def _same_owner(one: Sketch, other: Sketch) -> bool:
    return one.path == other.path or bool(one.owner and one.owner == other.owner)


def _plan(one: Sketch, other: Sketch, part: float) -> Found:
    assert one.plan is not None
    message = _("this plan and {other} have much in common: {percent}%")
    return Found(
        Problem(
            PLAN,
            message.format(percent=round(100 * part), other=other.path),
            one.path,
            hint=_("write what your own union will do"),
            severity=one.plan,
        )
    )


def _paragraph(one: Sketch, at: Paragraph, other: Sketch, lines: Sequence[str]) -> Found:
    assert one.paragraph is not None
    excerpt = lines[at.line - 1] if at.line <= len(lines) else ""
    return Found(
        Problem(
            PARAGRAPH,
            _("the same paragraph stands in {other}").format(other=other.path),
            one.path,
            at.line,
            at.column,
            at.end_line,
            at.end_column,
            excerpt,
            _("write it for your own union"),
            one.paragraph,
        )
    )


def _lines(path: str) -> list[str]:
    """The lines of a file; none where it can no longer be read."""
    if path == _STDIN:
        return []
    try:
        text = decode(path, read_file(path))
    except (UserError, FileProblems):
        return []
    return [text.line(number) for number in range(1, len(text.starts) + 1)]
