"""Mending what was found: values change where they stand, everything else stays byte for byte.

Every new text is read again before anybody gets it. What does not come out as it was meant is
written in another way, or left as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from planforge.errors import FileProblems
from planforge.source.edit import splice
from planforge.source.load import load
from planforge.source.nodes import Mapping, Scalar, every_node
from planforge.source.patch import replace_parts

from .finding import Fix

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planforge.source.edit import Edit
    from planforge.source.load import Source
    from planforge.source.nodes import Node

    from .finding import Change, Found


class Fixed(Struct, frozen=True):
    """What became of a file.

    Attributes:
        text: Its characters.
        applied: What was mended, in the order of the file.
    """

    text: str
    applied: tuple[Found, ...]


def fixed_text(source: Source, founds: Iterable[Found], *, unsafe: bool = False) -> Fixed:
    """The text of the file with everything mended that can be mended in one go.

    Of fixes that overlap the first is made; look again at the new text for the others.

    Args:
        source: The file.
        founds: What was found in it.
        unsafe: Make the fixes too that somebody should look at.
    """
    wanted = [one for one in founds if one.fix and (one.fix.safe or unsafe)]
    batch = _Batch(source)
    apart = [one for one in wanted if one.fix and batch.take(one.fix)]
    if not apart:
        return Fixed(source.text.text, ())
    if (text := batch.text()) is not None:
        return Fixed(text, tuple(apart))
    return _one_by_one(source, apart)


def _one_by_one(source: Source, founds: list[Found]) -> Fixed:
    """The text with those fixes that come out as they are meant, whole values written anew."""
    batch = _Batch(source)
    text, applied = source.text.text, []
    for one in founds:
        assert one.fix is not None
        batch.take(one.fix)
        if (new := batch.text()) is None:
            batch.write_anew(one.fix)
            new = batch.text()
        if new is None:
            batch.drop(one.fix)
        else:
            text = new
            applied.append(one)
    return Fixed(text, tuple(applied))


class _Batch:
    """Fixes that are made together."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._changes: dict[int, list[Change]] = {}
        self._edits: list[Edit] = []
        self._anew: set[int] = set()

    def take(self, fix: Fix) -> bool:
        """Whether it overlaps with nothing that was taken, nor with itself; then it is taken.

        A fix that changes a value and one that takes the lines of that value out do overlap.
        """
        for number, change in enumerate(fix.changes):
            if self._is_taken(change):
                self.drop(Fix(fix.changes[:number]))
                return False
            self._changes.setdefault(change.node.start, []).append(change)
        for number, edit in enumerate(fix.edits):
            if self._is_touched(edit):
                self.drop(Fix(fix.changes, fix.edits[:number]))
                return False
            self._edits.append(edit)
        return True

    def drop(self, fix: Fix) -> None:
        """As if it had never been taken."""
        for change in fix.changes:
            start = change.node.start
            self._changes[start].remove(change)
            if not self._changes[start]:
                del self._changes[start]
                self._anew.discard(start)
        for edit in fix.edits:
            self._edits.remove(edit)

    def write_anew(self, fix: Fix) -> None:
        """Do not try to change its values where they stand."""
        self._anew |= {change.node.start for change in fix.changes}

    def text(self) -> str | None:
        """The text of the file with all of them, or None if it does not say what it should."""
        edits = list(self._edits)
        wanted: dict[int, str] = {}
        for start, changes in self._changes.items():
            node = changes[0].node
            parts = sorted((one.start, one.end, one.new) for one in changes)
            wanted[start] = splice(node.value, parts)
            edits += replace_parts(self._source, node, parts, anew=start in self._anew)
        try:
            text = splice(self._source.text.text, sorted(edits))
            read = load(self._source.text.path, text.encode(), go_on=True)
        except (ValueError, FileProblems):
            return None
        if len(read.problems) > len(self._source.problems):
            return None
        return text if _says(self._source.root, read.root, wanted, self._edits) else None

    def _is_taken(self, change: Change) -> bool:
        node = change.node
        return any(
            _meet(change.start, change.end, other.start, other.end)
            for other in self._changes.get(node.start, ())
        ) or any(_meet(node.start, node.end, edit.start, edit.end) for edit in self._edits)

    def _is_touched(self, edit: Edit) -> bool:
        return any(
            _meet(edit.start, edit.end, other.start, other.end) for other in self._edits
        ) or any(
            _meet(edit.start, edit.end, changes[0].node.start, changes[0].node.end)
            for changes in self._changes.values()
        )


def _meet(start: int, end: int, other: int, other_end: int) -> bool:
    """Whether two stretches share a character, or insert at the same place."""
    return (start < other_end and other < end) or (start == other and end == other_end)


def _says(before: Node, after: Node, wanted: dict[int, str], edits: list[Edit]) -> bool:
    """Whether only the intended values changed."""
    if not edits:
        return _is_alike(before, after, wanted)
    # A fix that takes lines out or adds some changes what there is: the rest must be there.
    kept = [
        wanted.get(node.start, node.value)
        for node in _scalars(before)
        if not any(_meet(node.start, node.end, edit.start, edit.end) for edit in edits)
    ]
    rest = iter([node.value for node in _scalars(after)])
    return all(value in rest for value in kept)


def _scalars(root: Node) -> list[Scalar]:
    found = [node for node in every_node(root) if isinstance(node, Scalar)]
    return sorted(found, key=lambda node: node.start)


def _is_alike(before: Node, after: Node, wanted: dict[int, str]) -> bool:
    waiting = [(before, after)]
    seen: set[int] = set()
    while waiting:
        old, new = waiting.pop()
        if id(old) in seen:
            continue
        seen.add(id(old))
        if isinstance(old, Scalar):
            if not (isinstance(new, Scalar) and new.value == wanted.get(old.start, old.value)):
                return False
            if new.is_null != old.is_null:
                return False
            continue
        if type(old) is not type(new):
            return False
        theirs, ours = _children(new), _children(old)
        if len(theirs) != len(ours):
            return False
        waiting += zip(ours, theirs, strict=True)
    return True


def _children(node: Node) -> list[Node]:
    if isinstance(node, Scalar):
        return []
    if isinstance(node, Mapping):
        return [part for pair in node.pairs for part in pair]
    return node.items
