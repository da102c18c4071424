"""Where LibreOffice is on this computer."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

VARIABLE: Final = "PLANFORGE_SOFFICE"
"""Names the program where it is in no usual place."""

SECONDS: Final = 30
"""How long LibreOffice may take to tell its version; the first start makes a profile."""


def find() -> str:
    """The program; empty when there is none.

    ``PLANFORGE_SOFFICE`` counts, then the search path, then the usual places of Windows and
    macOS.
    """
    if given := os.environ.get(VARIABLE, ""):
        return given if Path(given).is_file() else ""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((str(path) for path in _usual() if path.is_file()), "")


def _usual() -> tuple[Path, ...]:
    # On Windows only soffice.com waits until the work is done and answers on the terminal.
    windows = (
        Path(folder) / "LibreOffice" / "program" / "soffice.com"
        for name in ("PROGRAMFILES", "PROGRAMFILES(X86)")
        if (folder := os.environ.get(name))
    )
    return (*windows, Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"))


def version(program: str) -> str:
    """The version of the program, such as ``7.4.7.2``; empty when it does not answer."""
    try:
        answer = subprocess.run(  # noqa: S603  a program of this computer, a fixed argument
            [program, "--version"], capture_output=True, check=True, timeout=SECONDS
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    words = answer.stdout.decode("utf-8", "replace").split()
    return words[1] if len(words) > 1 else ""
