"""How other programs name the files: from the folder they start in, with slashes."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from planforge.stores.urls import escaped, is_url


def posix(path: str) -> str:
    """The path from the current folder, without ``./``; an absolute one for a file elsewhere.

    A URL stays as it is.
    """
    if is_url(path):
        return path
    # No links are resolved: other programs know the file by the name it was given.
    absolute = Path(os.path.abspath(path))  # noqa: PTH100  keeps links
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def uri(path: str) -> str:
    """The same as a URI: relative, every character escaped that needs it (RFC 3986)."""
    if is_url(path):
        return escaped(path)
    named = posix(path)
    return Path(named).as_uri() if Path(named).is_absolute() else quote(named)
