"""Documents of other programs through LibreOffice to Word."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Final

from planforge.errors import UserError
from planforge.language import _

from . import program
from .running import copy_profile, run

PROFILE: Final = Path(__file__).parent / "reading_profile"
"""Settings under which nothing in a document is run and nothing is fetched for it."""

# A conversion takes some seconds with the start; the rest is room for slow computers.
SECONDS: Final = 120
_FILTER: Final = "docx:MS Word 2007 XML"
# What a file of that ending has in it, and no other.
_SIGNS: Final = {
    ".doc": "WordDocument".encode("utf-16-le"),
    ".odt": b"application/vnd.oasis.opendocument.text",
    ".rtf": b"{\\rtf",
    ".xml": b"w:wordDocument",
}


def to_word(path: str, data: bytes) -> bytes:
    """A Word document made of a file that LibreOffice can open.

    Args:
        path: The file as the user named it; its ending counts where its content does not tell.
        data: Its bytes.

    Raises:
        UserError: There is no LibreOffice, or it cannot open the file.
    """
    if not (soffice := program.find()):
        raise UserError(
            _("{path}: such a file is read with LibreOffice, which was not found").format(
                path=path
            ),
            _("install it from libreoffice.org, or save the file as .docx in Word or WPS"),
        )
    # LibreOffice on Windows may hold a file a moment longer.
    with tempfile.TemporaryDirectory(prefix="planforge-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        copy_profile(PROFILE, folder / "profile")
        given = folder / f"given{_suffix(path, data)}"
        given.write_bytes(data)
        command = [
            soffice,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
            *("--convert-to", _FILTER, "--outdir", str(folder / "made")),
            str(given),
        ]
        run(command, os.environ, SECONDS)
        with contextlib.suppress(FileNotFoundError):
            return (folder / "made" / "given.docx").read_bytes()
    raise UserError(
        _("{path}: LibreOffice cannot open the file").format(path=path),
        _("open it in Word or WPS and save it as .docx"),
    )


def _suffix(path: str, data: bytes) -> str:
    """The ending by which LibreOffice finds its filter: for it .wps is Works, not WPS."""
    for ending, sign in _SIGNS.items():
        if sign in data:
            return ending
    suffix = Path(path).suffix.lower()
    return suffix if suffix.isascii() and suffix[1:].isalnum() else ".doc"
