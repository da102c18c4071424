"""Old Word, WPS, OpenDocument and RTF files → lines, by way of LibreOffice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.office import to_word

from . import docx

if TYPE_CHECKING:
    from .result import Reading


def read(path: str, data: bytes) -> Reading:
    """What the document shows, and what was left out.

    Args:
        path: The file as the user named it.
        data: Its bytes.

    Raises:
        FileProblems: What LibreOffice makes of it cannot be read.
        UserError: There is no LibreOffice, or it cannot open the file.
    """
    return docx.read(path, to_word(path, data))
