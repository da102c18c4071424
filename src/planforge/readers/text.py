"""Plain text → lines."""

from __future__ import annotations

import codecs
from typing import Final

from .decoding import MOST_LINES, decoded, too_large
from .line import Line

# PDF converters end pages with a form feed, Word types lines with a vertical tab, and DOS
# editors end files with 1A.
_BREAKS: Final = bytes.maketrans(b"\x0b\x0c", b"\n\n")
_DOS_END: Final = b"\x1a"


def read(path: str, data: bytes) -> tuple[Line, ...]:
    """Every line of the text, blank ones included.

    Lines end at everything that Unicode calls a line end, as paragraphs of a plan do.

    Args:
        path: The file as the user named it.
        data: Its bytes, in any encoding that planforge understands.

    Raises:
        FileProblems: The bytes are no text.
        UserError: There are too many.
    """
    lines = decoded(path, _printable(data)).splitlines()
    if len(lines) > MOST_LINES:
        raise too_large(path)
    return tuple(Line(number, line) for number, line in enumerate(lines, 1))


def _printable(data: bytes) -> bytes:
    wide = b"\0" in data or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    # In UTF-8 and GB18030 no character has these bytes inside it.
    return data if wide else data.rstrip(_DOS_END).translate(_BREAKS)
