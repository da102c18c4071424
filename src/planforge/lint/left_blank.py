"""Spaces in the texts of a plan in which something was to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from planforge.damage import blanks
from planforge.errors import Severity

from .passages import PRINTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.damage.blanks import Missing

    from .finding import Finding
    from .passages import Passage
    from .subject import Subject

_AROUND = 2
_FORMS = "attachments"


class LeftBlank(Struct, frozen=True):
    """A space, or a pair of empty brackets, of one text.

    Attributes:
        passage: The text.
        start: Offset in the value of the text.
        end: Offset behind it.
        missing: What it waits for.
    """

    passage: Passage
    start: int
    end: int
    missing: Missing

    @property
    def words(self) -> str:
        """What stands there, with the words on both sides."""
        text = self.passage.text
        before = text[max(self.start - _AROUND, 0) : self.start].rpartition("\n")[2]
        behind = text[self.end : self.end + _AROUND].partition("\n")[0]
        return before + text[self.start : self.end] + behind

    def found(self, subject: Subject, message: str, hint: str) -> Finding:
        """A finding there. What is attached may be a form that is filled in by hand."""
        return subject.within(
            self.passage.node,
            self.start,
            self.end,
            message.format(words=self.words),
            hint=hint,
            at_most=Severity.INFO if self.passage.section == _FORMS else None,
        )


def left_blank(subject: Subject) -> tuple[LeftBlank, ...]:
    """Every one of them in the order of the file."""
    return tuple(_found(subject)) if subject.prose.has(blanks.TELLING) else ()


def left_for(subject: Subject, *missing: Missing) -> Iterator[LeftBlank]:
    """Those that wait for one of these."""
    return (one for one in subject.once(left_blank) if one.missing in missing)


def _found(subject: Subject) -> Iterator[LeftBlank]:
    prose, file = subject.prose, subject.source.text.text
    for blank in blanks.find(prose.text):
        passage, offset = prose.at(blank.start)
        start, end = blank.start - offset, blank.end - offset
        if passage.role not in PRINTED:
            continue
        first, last = subject.span(passage.node, start, end)
        # The line end of a folded text is a space that nobody left.
        if "\n" not in file[first:last]:
            yield LeftBlank(passage, start, end, blank.missing)
