"""What is wrong with a text, before it is known to be a file with lines and columns."""

from __future__ import annotations

from msgspec import Struct


class Finding(Struct, frozen=True):
    """A problem before lines and columns are known.

    Attributes:
        code: ``PF`` and three digits.
        message: One sentence in the user's language.
        start: Offset of the first code point meant; -1 for the whole file.
        end: Offset behind the last one.
        hint: What to do about it.
    """

    code: str
    message: str
    start: int = -1
    end: int = -1
    hint: str = ""


class TooLarge(Exception):
    """A limit is exceeded; carries the one finding that says which."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding
