"""What can go wrong: problems with a place in a file, and errors that stop a command.

Everything a user can cause is one of the classes below. Any other exception that reaches the
command line is a fault of planforge itself.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence


class Severity(StrEnum):
    """How bad a problem is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Problem(Struct, frozen=True):
    """One finding, with its place.

    Attributes:
        code: ``PF`` and three digits; never reused.
        message: One sentence in the user's language, without the place.
        path: The file as the user named it; ``-`` for standard input.
        line: 1-based line; 0 when the whole file is meant.
        column: 1-based column in code points; 0 when the whole file is meant.
        end_line: Line of the first code point behind the place.
        end_column: Column of the first code point behind the place.
        excerpt: The source line without its line end; empty when the whole file is meant.
        hint: What to do about it; empty when the message says enough.
        severity: How bad it is.
    """

    code: str
    message: str
    path: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    excerpt: str = ""
    hint: str = ""
    severity: Severity = Severity.ERROR

    @property
    def place(self) -> str:
        """``path:line:column``, or the path alone when the whole file is meant."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


class PlanforgeError(Exception):
    """Base of everything the command line turns into a message instead of a traceback."""


class UserError(PlanforgeError):
    """The call has to change: one sentence and a hint; exit code 2.

    Args:
        message: One sentence in the user's language.
        hint: What to do about it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class FileProblems(PlanforgeError):
    """One file could not be used; carries every problem found in it.

    Args:
        problems: At least one problem, in file order.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(f"{p.place}: {p.code} {p.message}" for p in problems))
        self.problems = tuple(problems)
