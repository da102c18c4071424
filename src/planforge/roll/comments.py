"""What nobody can decide becomes a comment above the line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.errors import FileProblems
from planforge.source.edit import Edit, splice
from planforge.source.load import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.source.load import Source

HEAD: Final = "# 请核对："


def with_comments(source: Source, notes: Sequence[tuple[int, str]]) -> Source:
    """The file with a comment above every line that is asked about; its data stay the same.

    Notes about the same line are one comment. Where no comment can stand, none is written.

    Args:
        source: The file.
        notes: Offset in the file, and what the comment above its line says.
    """
    text = source.text.text
    by_line: dict[int, dict[str, None]] = {}
    for offset, note in notes:
        start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
        by_line.setdefault(start, {})[note] = None
    edits = []
    for start, said in sorted(by_line.items()):
        line = text[start:].partition("\n")[0]
        margin = line[: len(line) - len(line.lstrip(" "))]
        end = len(text[:start].rstrip("\r\n"))
        above = text[:end].rpartition("\n")[2].strip()
        new = [note for note in said if note not in above]
        if not new:
            continue
        if above.startswith(HEAD):
            edits.append(Edit(end, end, "；" + "；".join(new)))
            continue
        line_end = "\r\n" if line.endswith("\r") else "\n"
        edits.append(Edit(start, start, f"{margin}{HEAD}{'；'.join(new)}{line_end}"))
    return _read(source, edits) or source


def _read(source: Source, edits: list[Edit]) -> Source | None:
    """The file with all comments that change nothing; those that would are left out."""
    if new := _same(source, edits):
        return new
    return _same(source, [edit for edit in edits if _same(source, [edit])])


def _same(source: Source, edits: list[Edit]) -> Source | None:
    """The file with these comments, if they change nothing that it says."""
    try:
        new = load(source.text.path, splice(source.text.text, edits).encode(), go_on=True)
    except FileProblems:
        return None
    return new if new.data() == source.data() and not new.problems else None
