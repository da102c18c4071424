"""The whole way from the lines of an old plan to the YAML of a new one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct
from msgspec.structs import replace

from planforge.readers import text
from planforge.source.emit import comment, emit

from . import (
    assemble,
    attachments,
    believed,
    comments,
    headings,
    inline,
    later,
    marks,
    months,
    report,
    sayings,
    tables,
)
from .about import About, about
from .fates import fates
from .keys import PLAN
from .notes import notes_of, proposals, remarks
from .notice import notice
from .origins import Origin, trace
from .outline import outline
from .parts import parts
from .repair import Change, Mended, mended, unmended
from .report import MARGINS, Note
from .residues import without_residue
from .sections import REGION
from .several import plans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planforge.readers.line import Line

    from .outline import Node
    from .part import Part
    from .report import Fate

_NOTES: Final = frozenset({"footnote", "endnote"})


class Imported(Struct, frozen=True):
    """A plan file made from an old document.

    Attributes:
        yaml: The text of the plan file.
        lines: Every non-blank line of the source and where it went.
        notes: What to check, in the order of the source.
        origins: Which characters of ``yaml`` stand verbatim for which of the source, in its
            order; lint reports a finding at its place in the original by them.
        changes: What was repaired.
        title: Title of the plan in one line.
        plans: How many plans the source seems to hold.
    """

    yaml: str
    lines: tuple[Fate, ...]
    notes: tuple[Note, ...]
    origins: tuple[Origin, ...] = ()
    changes: tuple[Change, ...] = ()
    title: str = ""
    plans: int = 1


def plan_from_text(name: str, data: bytes, *, repair: bool = False) -> Imported:
    """The plan file made from plain text; every character but numbering marks is kept.

    Args:
        name: The file as the user named it.
        data: Its bytes.
        repair: Whether damage that is certain is mended.

    Raises:
        FileProblems: The bytes are no text.
    """
    return plan_from_lines(name, text.read(name, data), repair=repair)


def plan_from_lines(name: str, lines: Sequence[Line], *, repair: bool = False) -> Imported:
    """The plan file made from the lines of any document.

    Args:
        name: The file as the user named it.
        lines: What a reader found in it; blank lines are passed over.
        repair: Whether damage that is certain is mended, and the rest proposed in comments.
    """
    filled = [(index, line) for index, line in enumerate(lines) if line.text.strip()]
    source = mended([ln for _i, ln in filled]) if repair else unmended([ln for _i, ln in filled])
    kept, dropped = without_residue([line for line in source.lines if line.text.strip()])
    margins = [line for line in kept if line.part in MARGINS]
    footnotes = [line for line in kept if line.part in _NOTES]
    text_lines = [line for line in kept if line not in margins and line not in footnotes]
    issued = notice([line for line in kept if line not in footnotes])
    if issued:
        text_lines = list(issued.plan)
        margins = [line for line in margins if line not in issued.lines]
    whole, body = about(name, text_lines, issued, margins)
    region = whole.region or REGION
    groups = plans(text_lines)
    found, faults = _parts(body, groups, region)
    if footnotes:
        found.append(attachments.notes(footnotes))
    attached = attachments.written(whole.ending.attachments, partial(_nodes, headed=False))
    data = assemble.plan(whole, found, attached)
    holds = len(groups)
    told = notes_of(whole, found, faults, source.lines, [*margins, *dropped])
    if holds > 1:
        told.insert(0, Note(0, sayings.SEVERAL, {"count": holds}))
    real = [_told_at(note, source, filled) for note in told]
    repaired = [(filled[one.place][1].number, _repaired(one)) for one in source.changes]
    head = comment(report.head(real, _recognised(whole, found), repaired))
    yaml = head + emit(data, remarks(whole))
    traced = trace(yaml, data)
    beside = proposals(source.lines, faults) if repair else {}
    yaml, origins = comments.commented(yaml, traced.origins, traced.entries, beside)
    gone = fates(whole, found, source, [*margins, *dropped])
    return Imported(
        yaml,
        tuple(replace(f, line=filled[f.index][1].number, index=filled[f.index][0]) for f in gone),
        tuple(real),
        tuple(_origins(origins, source, filled)),
        tuple(replace(change, place=filled[change.place][0]) for change in source.changes),
        "".join(whole.front.title.split("\n")),
        holds,
    )


def _parts(
    body: Sequence[Line], groups: Sequence[Sequence[Line]], region: str
) -> tuple[list[Part], list[Note]]:
    """The sections of all plans that the text holds, and what is odd about their numbers."""
    if len(groups) > 1:
        numbers = [{line.number for line in group} for group in groups]
        each = [_nodes([ln for ln in body if ln.number in some]) for some in numbers]
        if joined := later.joined([parts(nodes, region) for nodes in each if nodes], region):
            return joined, [fault for nodes in each for fault in report.numbering_faults(nodes)]
    nodes = _nodes(body)
    return parts(nodes, region) if nodes else [], [*report.numbering_faults(nodes)]


def _nodes(lines: Sequence[Line], *, headed: bool = True) -> list[Node]:
    """The outline of some lines."""
    blocks = [*tables.captioned(tables.blocks(lines))]
    plain = [block for block in blocks if not isinstance(block, tables.Grid)]
    typed = [marks.piece(line) for line in plain]
    heads = months.heads(plain, typed)
    bare = {number for number in heads if number not in _marked(typed, heads)}
    pieces = marks.levelled(believed.read(plain, bare), plain)
    below = months.below_schedules(pieces)
    heads |= below
    pieces = tuple(p.plain() if p.line in below and p.raw else p for p in pieces)
    bold = {line.number for line in plain if line.bold}
    pieces = headings.by_words(inline.split(headings.glued(pieces)), bold)
    return outline(tables.merged(pieces, blocks), heads, headed=headed)


def _marked(typed: Sequence[marks.Piece], heads: dict[int, months.MonthHead]) -> set[int]:
    """The lines whose months stand behind a mark."""
    return {
        piece.line
        for piece in typed
        if piece.shape
        and (head := heads.get(piece.line))
        and piece.text.startswith(head.months)
        and head.behind <= len(piece.text)
        and months.head(piece.text) == head
    }


def _recognised(whole: About, found: Sequence[Part]) -> list[str]:

    named = [PLAN["title"]] if whole.front.title_lines else []
    facts: dict[str, Any] = {
        "organization": whole.organization,
        "kind": whole.kind,
        "period": whole.period,
        "region": whole.region,
        "addressees": whole.front.addressees,
        "attachments": whole.ending.attachments,
        "signature": whole.ending.signed,
    }
    named += [PLAN[key] for key, value in facts.items() if value]
    return [*named, *dict.fromkeys(PLAN[part.key] for part in found)]


def _repaired(one: Change) -> str:
    if not one.words:
        return "接到上一行"
    return f"“{one.words}”改成“{one.new}”" if one.new else f"删去“{one.words}”"


def _told_at(note: Note, source: Mended, filled: Sequence[tuple[int, Line]]) -> Note:
    """The note with the number that the reader gave the line."""
    if not note.line:
        return note
    index = source.segments[note.line - 1][0].place
    return replace(note, line=filled[index][1].number)


def _origins(
    found: Sequence[Origin], source: Mended, filled: Sequence[tuple[int, Line]]
) -> Iterator[Origin]:
    """The origins in the source as it was before anything was mended."""
    for one in found:
        for off, length, place, at in source.sources(one.line, one.column, one.end - one.start):
            index, told = filled[place]
            start = one.start + off
            yield Origin(start, start + length, told.number, at, index)
