"""How other programs name the files: from the root of the repository, with slashes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from planforge.stores.urls import escaped, is_url

if TYPE_CHECKING:
    from collections.abc import Iterator


# Where GitHub and GitLab have checked out the repository; a step may work in a folder below.
_ROOTS: Final = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def posix(path: str) -> str:
    """The path from the root of the repository on GitHub and GitLab, else from the current folder.

    Without ``./``; an absolute one for a file elsewhere. A URL stays as it is.
    """
    if is_url(path):
        return path
    # No links are resolved: other programs know the file by the name it was given.
    absolute = Path(os.path.abspath(path))  # noqa: PTH100  keeps links
    root = next((folder for folder in _roots() if absolute.is_relative_to(folder)), None)
    return (absolute.relative_to(root) if root else absolute).as_posix()


def _roots() -> Iterator[Path]:
    yield from (Path(root) for name in _ROOTS if (root := os.environ.get(name)))
    yield Path.cwd()


def uri(path: str) -> str:
    """The same as a URI: relative, every character escaped that needs it (RFC 3986)."""
    if is_url(path):
        return escaped(path)
    named = posix(path)
    return Path(named).as_uri() if Path(named).is_absolute() else quote(named)
