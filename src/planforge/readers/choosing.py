"""Which reader a file needs, by what it really is and then by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from . import kinds
from .decoding import too_large
from .kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from .line import Line
    from .result import Reading

SUFFIXES: Final = (
    ".txt",
    ".md",
    ".markdown",
    ".docx",
    ".docm",
    ".dotx",
    ".html",
    ".htm",
    ".mht",
    ".mhtml",
    ".doc",
    ".wps",
    ".wpt",
    ".odt",
    ".rtf",
)
"""The endings of files that can be read."""
MOST_CHARACTERS: Final = 2_000_000
"""Of all lines together; a plan has some ten thousand."""
LARGEST: Final = 128 * 1024 * 1024
"""Bytes of a file, with pictures."""


def read(path: str, data: bytes) -> tuple[Line, ...]:
    """Every line of an old document, whatever program it comes from.

    Args:
        path: The file as the user named it; its ending counts where the content leaves a choice.
        data: Its bytes.

    Raises:
        FileProblems: It is damaged, or nothing that can be read.
        UserError: It needs a program that is not installed, or is too large.
    """
    return reading(path, data).lines


def reading(path: str, data: bytes) -> Reading:
    """The lines of an old document, and what was left out.

    Args:
        path: The file as the user named it; its ending counts where the content leaves a choice.
        data: Its bytes.

    Raises:
        FileProblems: It is damaged, or nothing that can be read.
        UserError: It needs a program that is not installed, or is too large.
    """
    found = _reader(kinds.of(path, data))(path, data)
    if sum(len(line.text) for line in found.lines) > MOST_CHARACTERS:
        raise too_large(path)
    return found


def _reader(kind: Kind) -> Callable[[str, bytes], Reading]:
    match kind:
        case Kind.WORD:
            from . import docx

            return docx.read
        case Kind.WEB:
            from . import html

            return html.read
        case Kind.MARKDOWN:
            from . import markdown

            return markdown.read
        case Kind.OFFICE:
            from . import through_office

            return through_office.read
        case Kind.TEXT:
            return _text


def _text(path: str, data: bytes) -> Reading:
    from . import text
    from .result import Reading

    return Reading(text.read(path, data))
