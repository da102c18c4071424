"""What was found in one file, ready to be shown: places in every unit that a format asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from planforge.errors import Problem
    from planforge.source.load import Source
    from planforge.source.text import SourceText

    from .finding import Change, Fix


class Position(Struct, frozen=True):
    """A place in a text file.

    Attributes:
        line: 1-based line.
        column: 1-based column in code points.
        byte: 1-based column in bytes of UTF-8.
    """

    line: int
    column: int
    byte: int


class Replacement(Struct, frozen=True):
    """New text for what stands between two places."""

    start: Position
    end: Position
    new: str


class Item(Struct, frozen=True):
    """One finding.

    Attributes:
        problem: What users see.
        start: Where it begins; ``None`` where the whole file is meant, or the file has no lines.
        end: The place behind it.
        where: The place in a document that has no lines, in words; empty in a text file.
        fix: What would mend it; empty where nobody can say.
        safe: Whether that is right without anybody looking at it.
        print: The same for the same finding in other lines; empty when nobody asked for it.
    """

    problem: Problem
    start: Position | None = None
    end: Position | None = None
    where: str = ""
    fix: tuple[Replacement, ...] = ()
    safe: bool = False
    print: str = ""

    @property
    def place(self) -> str:
        """The file, and where in it."""
        return f"{self.problem.path}: {self.where}" if self.where else self.problem.place

    @property
    def sentence(self) -> str:
        """The message, behind the place where that is in words; no control character in it."""
        from planforge.source.excerpt import safe  # many plans have nothing to show

        return safe(f"{self.where} {self.problem.message}".strip())

    @property
    def advice(self) -> str:
        """The same with the hint in a second line."""
        from planforge.source.excerpt import safe  # as above

        return "\n".join(filter(None, (self.sentence, safe(self.problem.hint))))


class Report(Struct, frozen=True):
    """One file.

    Attributes:
        path: The file as the user named it.
        items: What was found, in the order of the file.
        judged: The rules of which nothing else can be found in the file as it is; told where
            findings have a print.
    """

    path: str
    items: tuple[Item, ...] = ()
    judged: frozenset[str] = frozenset()


def position(text: SourceText, offset: int) -> Position:
    """The place of an offset."""
    line, column = text.position(offset)
    return _position(text.line(line), line, column)


def places(problem: Problem, text: SourceText | None) -> tuple[Position, Position] | None:
    """Where a problem begins and ends; ``None`` when the whole file is meant.

    Args:
        problem: The problem.
        text: The file; ``None`` where it cannot be read. What spans lines then ends where its
            first line does.
    """
    if not problem.line:
        return None
    start = _position(problem.excerpt, problem.line, problem.column)
    if problem.end_line == problem.line:
        return start, _position(problem.excerpt, problem.line, problem.end_column)
    if text is None:
        return start, _position(problem.excerpt, problem.line, len(problem.excerpt) + 1)
    last = text.line(problem.end_line)
    return start, _position(last, problem.end_line, problem.end_column)


def replacements(source: Source, fix: Fix) -> tuple[Replacement, ...]:
    """What a fix changes in the file, by lines and columns."""
    from planforge.source.patch import replace_parts  # few findings have a fix

    by_node: dict[int, list[Change]] = {}
    for change in fix.changes:
        by_node.setdefault(change.node.start, []).append(change)
    edits = list(fix.edits)
    for changes in by_node.values():
        parts = sorted((one.start, one.end, one.new) for one in changes)
        edits += replace_parts(source, changes[0].node, parts)
    text = source.text
    return tuple(
        Replacement(position(text, edit.start), position(text, edit.end), edit.new)
        for edit in sorted(edits)
    )


def _position(line: str, number: int, column: int) -> Position:
    before = line[: column - 1].encode(errors="surrogatepass")
    return Position(number, column, len(before) + 1)
