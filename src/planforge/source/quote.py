"""How a text is written in YAML so that it is read back unchanged."""

from __future__ import annotations

import re
from typing import Final

from planforge.patterns import pattern

from .encoding import INVISIBLE
from .nodes import NULLS

# What cannot stand as itself: it would be lost, or be a line end to older parsers.
_MUST_ESCAPE: Final = pattern(f"{INVISIBLE.pattern}|[\x85\u2028\u2029\ufeff\r]")
_ESCAPED: Final = pattern(f'{_MUST_ESCAPE.pattern}|["\\\\\n\t]')
_ESCAPES: Final = {
    '"': '\\"',
    "\\": "\\\\",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}

# Not at the beginning, not anywhere, not at the end of a plain text; any of it in brackets.
_NOT_PLAIN: Final = pattern(
    r"[-?:](?:\s|$)|[,\[\]{}#&*!|>'\"%@`\s]|---|\.\.\.|<<$|.*(?::(?:\s|$)|\s#|\s$)"
)
_IN_BRACKETS: Final = pattern(r"[,\[\]{}?:]")


def plain(value: str, *, in_brackets: bool = False) -> str | None:
    """The text without quotation marks, or None if it needs some.

    Args:
        value: One line.
        in_brackets: Whether it will stand in a list or mapping in brackets.
    """
    if value in NULLS or "\n" in value or "\t" in value or _MUST_ESCAPE.search(value):
        return None
    if _NOT_PLAIN.match(value) or (in_brackets and _IN_BRACKETS.search(value)):
        return None
    return value


def single(value: str) -> str | None:
    """The text in single quotation marks, or None if it has line ends or needs escapes."""
    if "\n" in value or _MUST_ESCAPE.search(value):
        return None
    return "'" + value.replace("'", "''") + "'"


def double(value: str) -> str:
    """The text in double quotation marks, in one line; every text can be written so."""
    return '"' + _ESCAPED.sub(_escape, value) + '"'


def block(
    value: str, indent: int, line_end: str, *, folded: bool = False
) -> tuple[str, str] | None:
    """The text as a block: the chomping mark, and the lines, each behind a line end.

    The line ends that the text itself ends with are left to the caller.

    Args:
        value: The text.
        indent: Spaces before each line.
        line_end: As in the rest of the file.
        folded: Whether single line ends of the block will be read as spaces.

    Returns:
        None if a block cannot hold the text: nothing but line ends, an indented first line,
        characters that need escapes; for a folded block, any indented line.
    """
    content = value.rstrip("\n")
    lines = content.split("\n")
    first = next(filter(None, lines), " ")
    if first[0] in " \t" or _MUST_ESCAPE.search(value):
        return None
    if folded:
        if any(line[:1] in {" ", "\t"} for line in lines):
            return None
        # A single line end would become a space, n + 1 of them are read as n.
        lines = re.sub(r"(?<=[^\n])\n", "\n\n", content).split("\n")
    ends = len(value) - len(content)
    mark = "-" if not ends else "+" if ends > 1 else ""
    return mark, "".join(line_end + (" " * indent + line if line else "") for line in lines)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"
