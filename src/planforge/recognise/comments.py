"""Comments put beside the entries of a plan file that they are about."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec.structs import replace

from planforge.source.edit import splice
from planforge.source.emit import comment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .origins import Origin


def commented(
    yaml: str,
    origins: Sequence[Origin],
    entries: Sequence[int],
    remarks: Mapping[tuple[int, int], Sequence[str]],
) -> tuple[str, tuple[Origin, ...]]:
    """The file with its comments, and the origins moved along.

    Args:
        yaml: The text of the plan file.
        origins: Where its words come from.
        entries: Offsets at which its scalars begin, in order.
        remarks: Source line and column → what to say above the entry that holds them.
    """
    lines: dict[int, list[str]] = {}
    for (line, column), texts in sorted(remarks.items()):
        at = _anchor(yaml, origins, entries, line, column)
        if at >= 0:
            known = lines.setdefault(at, [])
            known += [text for text in texts if text not in known]
    edits = [(at, at, _block(yaml, at, texts)) for at, texts in sorted(lines.items())]
    starts = [at for at, _end, _new in edits]
    total = [0, *accumulate(len(new) for _at, _end, new in edits)]
    moved = (_moved(origin, total[bisect_right(starts, origin.start)]) for origin in origins)
    return splice(yaml, edits), tuple(moved)


def _moved(origin: Origin, by: int) -> Origin:
    return replace(origin, start=origin.start + by, end=origin.end + by)


def _anchor(
    yaml: str, origins: Sequence[Origin], entries: Sequence[int], line: int, column: int
) -> int:
    """Where the line of the entry begins that holds the place; -1 where none does."""
    held = [o for o in origins if o.line == line]
    best = next(
        (o for o in held if o.column <= column < o.column + o.end - o.start), held[-1:] and held[-1]
    )
    if not best:
        return -1
    entry = entries[max(bisect_right(entries, best.start) - 1, 0)]
    return yaml.rfind("\n", 0, entry) + 1


def _block(yaml: str, at: int, texts: Sequence[str]) -> str:
    end = yaml.find("\n", at)
    whole = yaml[at : end if end >= 0 else len(yaml)]
    margin = whole[: len(whole) - len(whole.lstrip(" "))]
    return "".join(f"{margin}{line}\n" for text in texts for line in comment(text).splitlines())
