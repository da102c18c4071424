"""What was recognised and what to check: said at the head of the file, and to the caller."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from planforge.language import _

from . import sayings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .outline import Node
    from .sayings import Saying


# Parts of a Word file that repeat on every page and are no part of the text.
MARGINS: Final = frozenset({"header", "footer"})


class Role(StrEnum):
    """What a line of the source became."""

    TITLE = "title"
    NOTE = "note"
    ADDRESSEES = "addressees"
    HEADING = "heading"
    ITEM = "item"
    MONTH = "month"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    SIGNATURE = "signature"
    ATTACHMENT = "attachment"
    NOTICE = "notice"
    DROPPED = "dropped"


class Fate(Struct, frozen=True):
    """Where a line of the source went.

    Attributes:
        line: Number of the line, as the reader gave it.
        place: Chinese key of the section (or 标题, 落款) that holds it; empty for what was dropped.
        removed: Offsets in the line of every mark that was taken off; planforge writes its own.
        role: What it became.
        sure: Whether marks or known words say so, and not the content alone.
        index: 0-based place among the lines of the source.
    """

    line: int
    place: str
    removed: tuple[tuple[int, int], ...] = ()
    role: Role = Role.PARAGRAPH
    sure: bool = True
    index: int = 0


class Note(Struct, frozen=True):
    """Something to look at.

    Attributes:
        line: Number of the line of the source; 0 when the whole text is meant.
        saying: What is said.
        fields: The words to put in.
    """

    line: int
    saying: Saying
    fields: dict[str, str | int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """One sentence in the user's language."""
        return _(self.saying.message).format(**self.fields)

    @property
    def zh(self) -> str:
        """The sentence in Chinese, as it stands in the plan file."""
        return self.saying.zh.format(**self.fields)

    def __str__(self) -> str:
        """The sentence with its line in front."""
        if not self.line:
            return self.text
        return _("line {number}: {message}").format(number=self.line, message=self.text)


def grouped(notes: Sequence[Note]) -> Iterator[str]:
    """The notes in the user's language, those of the same words together."""
    places: dict[str, list[int]] = {}
    for note in notes:
        places.setdefault(note.text, []).append(note.line)
    for text, lines in places.items():
        numbers = ", ".join(map(str, dict.fromkeys(line for line in lines if line)))
        yield (
            _("line {number}: {message}").format(number=numbers, message=text) if numbers else text
        )


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


def _fault(before: int | None, now: int) -> Saying | None:
    if before is None:
        return sayings.NOT_FROM_ONE if now > 1 else None
    if now == 1:
        return sayings.RESTARTS
    return None if now == before + 1 else sayings.SKIPS


def head(
    notes: Sequence[Note], sections: Sequence[str], repairs: Sequence[tuple[int, str]] = ()
) -> str:
    """The comment at the head of the file; notes of the same words stand in one line.

    Args:
        notes: What to check.
        sections: Chinese keys of what was recognised.
        repairs: Line and words of every change that was made.
    """
    places: dict[str, list[int]] = {}
    for note in notes:
        places.setdefault(note.zh, []).append(note.line)
    checks = [
        f"  第 {'、'.join(map(str, dict.fromkeys(lines)))} 行：{text}"
        if any(lines)
        else f"  {text}"
        for text, lines in places.items()
    ]
    mended: dict[int, list[str]] = {}
    for line, words in repairs:
        mended.setdefault(line, []).append(words)
    changed = [f"  第 {line} 行：{'；'.join(words)}" for line, words in mended.items()]
    kept = "正文只改了下面列出的几处" if changed else "正文一字未删"
    return "\n".join(
        [
            f"由 planforge import 从旧文件导入。{kept}，只去掉手写的序号，由 planforge 重编。",
            f"认出的部分：{'、'.join(sections)}。",
            *(["已修复（行号是原文的行号）：", *changed] if changed else []),
            *(["请核对（行号是原文的行号）：", *checks] if checks else []),
        ]
    )
