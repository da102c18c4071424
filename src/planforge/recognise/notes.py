"""What to check after an import, and what is proposed beside the entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from . import sayings
from .damaged import KINDS, UNPROPOSED, Found, damages
from .keys import PLAN
from .report import MARGINS, Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planforge.readers.line import Line

    from .about import About
    from .part import Part

# Up to so many characters a whole line is shown as it may have been.
_WHOLE: Final = 40
_NAMED: Final = ("organization", "kind")
# Most plans have their tasks without a heading over them.
_USUAL: Final = "tasks"


def notes_of(
    whole: About,
    found: Sequence[Part],
    faults: Sequence[Note],
    lines: Sequence[Line],
    dropped: Sequence[Line],
) -> list[Note]:
    """All notes, those on the whole first, then in the order of the lines."""
    about = list(_general(whole))
    told = [*faults, *_damage(lines, dropped)]
    told += [
        Note(line.number, sayings.MARGIN if line.part in MARGINS else sayings.DROPPED)
        for line in dropped
    ]
    for part in found:
        if part.guessed and part.key != _USUAL:
            line = part.nodes[0].piece.line
            told.append(Note(line, sayings.GUESSED, {"name": PLAN[part.key]}))
    told += [
        Note(part.nodes[0].piece.line, sayings.RAISED, {"name": PLAN[part.key]})
        for part in found
        if part.raised
    ]
    return [*about, *sorted(told, key=_line)]


def _line(note: Note) -> int:
    return note.line


def _general(whole: About) -> Iterator[Note]:
    missing = [PLAN[key] for key in _NAMED if not getattr(whole, key)]
    if missing:
        yield Note(0, sayings.NO_FACTS, {"names": "、".join(missing)})
    if whole.traditional and not whole.region:
        yield Note(0, sayings.TRADITIONAL)


def _damage(lines: Sequence[Line], dropped: Sequence[Line]) -> Iterator[Note]:
    gone = {line.number for line in dropped}
    for line in lines:
        if line.number not in gone:
            kinds = dict.fromkeys(found.kind for found in damages(line.text))
            yield from (Note(line.number, KINDS[kind]) for kind in kinds)


def remarks(whole: About) -> dict[str, str]:
    """Key at the top → comment above it, where something has to be decided."""
    found = {}
    if not whole.front.title_lines:
        found[PLAN["title"]] = "原文没有看出标题，先用文件名代替。"
    if not whole.period:
        found[PLAN["period"]] = "没有读出年份，请填写，例如 2027、2026-2027学年第一学期。"
    return found


def proposals(lines: Sequence[Line], faults: Sequence[Note]) -> dict[tuple[int, int], list[str]]:
    """Line and column → what to say beside the entry: what was meant, what is lost."""
    found: dict[tuple[int, int], list[str]] = {}
    for note in faults:
        if note.saying is sayings.RESTARTS:
            found.setdefault((note.line, 0), []).append(sayings.LOST_HEADING)
    for line in lines:
        doubtful = _outermost(
            one for one in damages(line.text) if not one.damage.sure and one.kind not in UNPROPOSED
        )
        for one in doubtful:
            at = (line.number, one.damage.start)
            found.setdefault(at, []).append(_proposal(line.text, one, doubtful))
    return found


def _outermost(found: Iterable[Found]) -> list[Found]:
    """Those that lie in no other one."""
    wide = sorted(found, key=lambda one: (one.damage.start, -one.damage.end))
    kept: list[Found] = []
    for one in wide:
        if not kept or one.damage.end > kept[-1].damage.end:
            kept.append(one)
    return kept


def _proposal(text: str, one: Found, others: Sequence[Found]) -> str:
    new = one.damage.replacement
    words = text[one.damage.start : one.damage.end]
    if new is None:
        return f"{_quoted(words)}：{KINDS[one.kind].zh}"
    if len(text.strip()) <= _WHOLE:
        return sayings.MEANT.format(words=_meant(text, others).strip())
    return f"{_quoted(words)}疑为{_quoted(new)}"


def _quoted(words: str) -> str:
    return words if words.startswith("“") else f"“{words}”"


def _meant(text: str, found: Sequence[Found]) -> str:
    """The line with everything that can be proposed."""
    done = len(text)
    for one in sorted(found, key=lambda each: -each.damage.start):
        damage = one.damage
        if damage.replacement is not None and damage.end <= done:
            text = text[: damage.start] + damage.replacement + text[damage.end :]
            done = damage.start
    return text
