"""What a rule found, and how it can be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from planforge.errors import Problem, Severity
    from planforge.source.edit import Edit
    from planforge.source.nodes import Scalar


class Change(Struct, frozen=True):
    """New text for the characters ``start`` to ``end`` of the value of ``node``."""

    node: Scalar
    start: int
    end: int
    new: str


class Fix(Struct, frozen=True):
    """How a finding is mended.

    Attributes:
        changes: What values of the file are to say.
        edits: What else changes, by offsets in the file: whole lines, comments.
        safe: Whether it is right without anybody looking at it.
    """

    changes: tuple[Change, ...] = ()
    edits: tuple[Edit, ...] = ()
    safe: bool = True


class Finding(Struct, frozen=True):
    """One thing that a rule found.

    A rule knows neither its severity nor whether anybody asked for it; the engine adds both.

    Attributes:
        message: One sentence in the user's language.
        start: Offset in the file of the first code point meant; -1 for the whole file.
        end: Offset behind the last code point meant.
        hint: What to do about it.
        fix: How it is mended; ``None`` where nobody can say.
        at_most: The finding is less certain than others of the rule: no severity above this.
    """

    message: str
    start: int = -1
    end: int = -1
    hint: str = ""
    fix: Fix | None = None
    at_most: Severity | None = None


class Found(Struct, frozen=True):
    """A finding that is reported.

    Attributes:
        problem: What users see.
        fix: How it is mended; ``None`` where nobody can say.
    """

    problem: Problem
    fix: Fix | None = None
