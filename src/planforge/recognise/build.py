"""The whole way from the bytes of an old plan to the YAML of a new one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from planforge.catalogue import load_catalogue
from planforge.readers import text
from planforge.source.emit import comment, emit

from . import headings, identity, inline, items, marks, months, report
from .front import Front, front, stripped
from .keys import ORGANIZATION, PLAN, SECTION, SIGNATURE
from .origins import Origin, origins
from .outline import outline
from .report import Fate, Note
from .sections import CUSTOM, Part, parts
from .words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planforge.readers.line import Line

    from .marks import Piece
    from .outline import Node

_HANT: Final = re.compile(
    "[會員計劃畫學習務職動團體黨開關門間問題們個來對時發現實業產質權議論設記認識話說讀講證評試該請調護變讓總經級"
    "統維組織結給絡網線練縣續紀約納細終統緊鄉鎮區醫衛機構標樣樹橋歡歷歸殘殺氣決況測準滿漢滅災無爭營獎獨獲環產]"
)
# The first paragraphs say what the text is.
FIRST: Final = 3
_BLANK: Final = re.compile(r"20[xX×*＊_]{2}|(?<![0-9A-Za-z])[xX×*＊_]{1,4}年|_{2,}")


@dataclass(frozen=True, slots=True)
class Imported:
    """A plan file made from an old document.

    Attributes:
        yaml: The text of the plan file.
        lines: Every non-blank line of the source and where it went.
        notes: What to check, in the order of the source.
        origins: Which characters of ``yaml`` stand verbatim for which of the source, in its
            order; lint reports a finding at its place in the original by them.
    """

    yaml: str
    lines: tuple[Fate, ...]
    notes: tuple[Note, ...]
    origins: tuple[Origin, ...] = ()


def plan_from_text(name: str, data: bytes) -> Imported:
    """The plan file made from plain text; every character but numbering marks is kept.

    Args:
        name: The file as the user named it.
        data: Its bytes.

    Raises:
        FileProblems: The bytes are no text.
    """
    return plan_from_lines(name, text.read(name, data))


def plan_from_lines(name: str, lines: Sequence[Line]) -> Imported:
    """The plan file made from the lines of any document.

    Args:
        name: The file as the user named it.
        lines: What a reader found in it; blank lines are passed over.
    """
    lines = [line for line in lines if line.text.strip()]
    edge = front(name, lines)
    apart = {line.number for line in (*edge.title_lines, *edge.signature)}
    body = [line for line in lines if line.number not in apart]
    about = _about(edge, [stripped(line) for line in body])
    heads = months.heads(body)
    pieces = headings.by_words(inline.split(marks.read(body, heads)))
    nodes = outline(pieces, heads)
    faults = [*report.numbering_faults(nodes)]
    found = parts(nodes)
    notes = (*_general(about, lines), *sorted([*faults, *_damage(pieces, lines)], key=_line))
    data = _plan(about, found)
    yaml = comment(report.head(notes, _recognised(about, found))) + emit(data, _remarks(about))
    return Imported(yaml, tuple(_fates(about, found)), notes, origins(yaml, data))


@dataclass(frozen=True, slots=True)
class _About:
    """What is known of the plan as a whole; empty where the text does not say it plainly."""

    front: Front
    organization: Words
    kind: str
    period: Words


def _about(edge: Front, paragraphs: Sequence[Words]) -> _About:
    title = edge.title if edge.title_lines else Words("")
    return _About(
        edge,
        identity.organization((title, edge.signed)),
        identity.kind(title, "".join(paragraphs)),
        identity.period(title, paragraphs[:FIRST]),
    )


def _plan(about: _About, found: Sequence[Part]) -> dict[str, Any]:
    kinds = load_catalogue().kinds
    plan: dict[str, Any] = {PLAN["planforge"]: "1", PLAN["title"]: about.front.title}
    if about.organization:
        plan[PLAN["organization"]] = {ORGANIZATION["name"]: about.organization}
    if about.kind:
        plan[PLAN["kind"]] = kinds[about.kind].zh
    plan[PLAN["period"]] = about.period or None
    before = ""
    for part in found:
        if part.key != CUSTOM:
            plan[PLAN[part.key]] = part.data
            before = PLAN[part.key]
            continue
        # The heading first, then the place, then the rest.
        heading = {SECTION["heading"]: part.data[SECTION["heading"]]}
        place = {SECTION["after"]: before} if before else {}
        plan.setdefault(PLAN[CUSTOM], []).append({**heading, **place, **part.data})
    if about.front.signature:
        body, date = map(stripped, about.front.signature)
        plan[PLAN["signature"]] = {SIGNATURE["body"]: body, SIGNATURE["date"]: date}
    return plan


def _recognised(about: _About, found: Sequence[Part]) -> list[str]:
    named = [PLAN["title"]] if about.front.title_lines else []
    facts = {
        "organization": about.organization,
        "kind": about.kind,
        "period": about.period,
        "signature": about.front.signature,
    }
    named += [PLAN[key] for key, value in facts.items() if value]
    return [*named, *dict.fromkeys(PLAN[part.key] for part in found)]


def _remarks(about: _About) -> dict[str, str]:
    remarks = {}
    if not about.front.title_lines:
        remarks[PLAN["title"]] = "原文没有看出标题，先用文件名代替。"
    if not about.period:
        remarks[PLAN["period"]] = "没有读出年份，请填写，例如 2027、2026-2027学年第一学期。"
    return remarks


def _general(about: _About, lines: Sequence[Line]) -> Iterator[Note]:
    missing = [PLAN[k] for k in ("organization", "kind") if not getattr(about, k)]
    if missing:
        yield Note(0, f"没有读出{'、'.join(missing)}，需要时请自己写上。")
    whole = "".join(line.text for line in lines)
    if len(_HANT.findall(whole)) > len(whole) / 20:
        yield Note(0, "原文是繁体字；若是台湾、香港、澳门的计划，请写上“地区: tw”“hk”或“mo”。")


def _damage(pieces: Sequence[Piece], lines: Sequence[Line]) -> Iterator[Note]:
    for piece in pieces:
        if piece.shape is not None and piece.shape.kept:
            yield Note(piece.line, "开头像是损坏的序号，请改正，并删去“编号: 否”")
    for line in lines:
        if _BLANK.search(line.text):
            yield Note(line.number, "有空着没填的年份、数字或名称（如 20xx、__）")


def _line(note: Note) -> int:
    return note.line


def _fates(about: _About, found: Sequence[Part]) -> Iterator[Fate]:
    places = {line.number: PLAN["title"] for line in about.front.title_lines}
    places |= {line.number: PLAN["signature"] for line in about.front.signature}
    removed: dict[int, list[tuple[int, int]]] = {}
    for part in found:
        for node in items.flat(part.nodes):
            places[node.piece.line] = PLAN[part.key]
            removed.setdefault(node.piece.line, []).extend(_removed(node))
    for line, place in sorted(places.items()):
        yield Fate(line, place, tuple(removed.get(line, ())))


def _removed(node: Node) -> Iterator[tuple[int, int]]:
    piece = node.piece
    if piece.raw:
        yield piece.start, piece.body
    if node.month and node.scheduled and node.month.colon:
        colon = piece.start + node.month.behind
        yield colon, colon + len(node.month.colon)
