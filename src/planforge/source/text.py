"""The text of one file, and where in it something stands."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import Final

from msgspec import Struct

from planforge.errors import Problem, Severity
from planforge.patterns import pattern

# YAML 1.2, 5.4: only these end a line. NEL, LS and PS are ordinary characters.
LINE_BREAK = pattern(r"\r\n?|\n")

UNKNOWN_KEY: Final = "PF003"
WRONG_VALUE: Final = "PF004"


class SourceText(Struct, frozen=True, dict=True):
    r"""A decoded file.

    Attributes:
        path: The file as the user named it; ``-`` for standard input.
        text: The characters; line ends as in the file, byte order mark removed.
        encoding: ``utf-8``, ``utf-8-sig``, ``utf-16-le``, ``utf-16-be`` or ``gb18030``.
    """

    path: str
    text: str
    encoding: str = "utf-8"

    @cached_property
    def starts(self) -> list[int]:
        """Offset of the first code point of every line."""
        return [0, *[m.end() for m in LINE_BREAK.finditer(self.text)]]

    @cached_property
    def _lines(self) -> dict[int, str]:
        """Lines asked for: one may be the whole file and have a problem at each character."""
        return {}

    def position(self, offset: int) -> tuple[int, int]:
        """1-based line and column of ``offset``, in code points."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Line ``number`` (1-based) without its line end."""
        if number not in self._lines:
            start = self.starts[number - 1]
            end = self.starts[number] if number < len(self.starts) else len(self.text)
            self._lines[number] = self.text[start:end].rstrip("\r\n")
        return self._lines[number]

    def problem(  # noqa: PLR0913  one argument per fact about a problem
        self,
        code: str,
        message: str,
        start: int = -1,
        end: int = -1,
        *,
        hint: str = "",
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """A problem at the offsets ``start`` to ``end``.

        Args:
            code: ``PF`` and three digits.
            message: One sentence in the user's language.
            start: Offset of the first code point meant; -1 when the whole file is meant.
            end: Offset behind the last code point meant; -1 for one code point.
            hint: What to do about it.
            severity: How bad it is.
        """
        if start < 0:
            return Problem(code, message, self.path, hint=hint, severity=severity)
        line, column = self.position(start)
        end_line, end_column = self.position(end if end > start else start + 1)
        if end_line > line and end <= start + 1:
            # A place at the very end of a line stays on it.
            end_line, end_column = line, column + 1
        return Problem(
            code,
            message,
            self.path,
            line,
            column,
            end_line,
            end_column,
            self.line(line),
            hint,
            severity,
        )
