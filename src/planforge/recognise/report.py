"""What was recognised and what to check: said at the head of the file, and to the caller."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .outline import Node


@dataclass(frozen=True, slots=True)
class Fate:
    """Where a line of the source went.

    Attributes:
        line: 1-based line number.
        place: Chinese key of the section (or 标题, 落款) that holds it.
        removed: Offsets in the line of every mark that was taken off; planforge writes its own.
    """

    line: int
    place: str
    removed: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Something to look at.

    Attributes:
        line: 1-based line of the source; 0 when the whole text is meant.
        text: One sentence in Chinese; it also stands at the head of the file.
    """

    line: int
    text: str

    def __str__(self) -> str:
        """The sentence with its line in front."""
        return _lines([self.line]) + self.text


def numbering_faults(nodes: Sequence[Node]) -> Iterator[Note]:
    """A note for every list whose numbers do not go 1, 2, 3; planforge numbers them anew.

    Args:
        nodes: The outline.
    """
    last: dict[int, int] = {}
    for node in nodes:
        shape, now = node.piece.shape, node.piece.ordinal
        if shape is not None and now:
            before = last.get(shape.rank)
            last[shape.rank] = now
            if fault := _fault(before, now):
                yield Note(node.piece.line, fault)
        yield from numbering_faults(node.children)


def _fault(before: int | None, now: int) -> str:
    if before is None:
        return "编号不是从 1 开始，前面可能缺了内容" if now > 1 else ""
    if now == 1:
        return "编号重新从 1 开始，上面可能缺了一个小标题"
    return "" if now == before + 1 else "编号跳号或重号，可能缺了内容"


def head(notes: Sequence[Note], sections: Sequence[str]) -> str:
    """The comment at the head of the file; notes of the same words stand in one line."""
    places: dict[str, list[int]] = {}
    for note in notes:
        places.setdefault(note.text, []).append(note.line)
    checks = [
        f"  第 {'、'.join(map(str, dict.fromkeys(lines)))} 行：{text}"
        if any(lines)
        else f"  {text}"
        for text, lines in places.items()
    ]
    return "\n".join(
        [
            "由 planforge import 从旧文件导入。正文一字未删，只去掉手写的序号，由 planforge 重编。",
            f"认出的部分：{'、'.join(sections)}。",
            *(["请核对（行号是原文的行号）：", *checks] if checks else []),
        ]
    )


def _lines(lines: Sequence[int]) -> str:
    return f"第 {'、'.join(map(str, dict.fromkeys(lines)))} 行：" if any(lines) else ""
