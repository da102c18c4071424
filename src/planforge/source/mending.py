"""Everything wrong with a text that is not YAML, in one pass.

Loaded only for such a text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from .diagnose import Diagnosing
from .doubts import doubts
from .edit import Edit, splice
from .nodes import Mapping, every_node
from .parse import Parser
from .reading import Read, run
from .text import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .diagnose import Diagnosis
    from .engine import Engine, SyntaxFault
    from .finding import Finding
    from .limits import Limits
    from .nodes import Node

# Each round reads the whole text again: at most so many, and fewer for a huge file.
_ROUNDS: Final = 100
_CHARACTERS: Final = 20_000_000


class Mending:
    """All faults of one text.

    Where the parser gives up, the cause is named, and the text is read again as if it had been
    typed right. So one pass finds what would otherwise take the user many.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._source = SourceText("", text)
        self._found: dict[tuple[int, str], Finding] = {}
        self._lines: dict[int, int] = {}
        self._repairs: list[Edit] = []
        self._ends: list[int] = []
        self._shifts = [0]
        self._is_certain = True

    def read(
        self, parser: Parser, fault: SyntaxFault | None, limits: Limits, engine: Engine
    ) -> Read:
        """The findings of every round, in the order of the file.

        Where every repair is surely what was meant, the nodes come with them, so that whoever
        reads on can judge the content too.
        """
        for _round in range(max(1, min(_ROUNDS, _CHARACTERS // len(self._text)))):
            current = splice(self._text, self._repairs)
            if fault is None or not self._take(Diagnosing(current, fault, parser.scalars).run()):
                break
            parser = Parser(splice(self._text, self._repairs), limits, engine)
            fault = run(parser)
        guesses = parser.findings if fault else [*parser.findings, *self._doubts(parser)]
        for finding in guesses:
            self._report(finding, is_guess=True)
        findings = sorted(self._found.values(), key=lambda one: one.start)
        if fault or not self._is_certain or type(parser.root) is not Mapping:
            return Read(None, findings, [])
        self._move(parser.root)
        return Read(parser.root, findings, [])

    def _move(self, root: Node) -> None:
        """Tie the nodes of the repaired text to their places in the file."""
        for node in every_node(root):
            node.start, node.end = self._origin(node.start), self._origin(node.end)

    def _doubts(self, parser: Parser) -> Iterator[Finding]:
        return doubts(splice(self._text, self._repairs), parser.scalars)

    def _take(self, diagnoses: list[Diagnosis]) -> bool:
        """Whether there is something new to try."""
        before = len(self._repairs)
        repairs = []
        for finding, edits, is_guess in diagnoses:
            self._report(finding, is_guess=is_guess)
            self._is_certain &= not is_guess
            repairs += [Edit(self._origin(s), self._origin(e), new) for s, e, new in edits]
        for edit in repairs:
            place = bisect_left(self._repairs, edit)
            behind, ahead = self._repairs[place - 1 : place], self._repairs[place : place + 1]
            if all(one.end <= edit.start and one.start < edit.start for one in behind) and all(
                edit.end <= one.start and edit.start < one.start for one in ahead
            ):
                self._repairs.insert(place, edit)
        self._count()
        return len(self._repairs) > before

    def _report(self, finding: Finding, *, is_guess: bool) -> None:
        start, end = self._origin(finding.start), self._origin(finding.end)
        line = self._source.position(start)[0]
        # The parser goes from left to right: what it finds before a repair comes from that.
        if line in self._lines and (is_guess or start < self._lines[line]):
            return
        self._lines[line] = start
        moved = replace(finding, start=start, end=max(end, start + 1))
        self._found.setdefault((line, finding.message), moved)

    def _origin(self, offset: int) -> int:
        """The offset in the file of an offset in the repaired text."""
        place = bisect_right(self._ends, offset)
        moved = offset - self._shifts[place]
        return min(moved, self._repairs[place].start) if place < len(self._ends) else moved

    def _count(self) -> None:
        """Where each repair ends in the repaired text, and how far it moves what follows."""
        self._ends, self._shifts = [], [0]
        for start, end, new in self._repairs:
            self._ends.append(start + self._shifts[-1] + len(new))
            self._shifts.append(self._shifts[-1] + len(new) - (end - start))
