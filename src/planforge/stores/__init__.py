"""Files that lie elsewhere, behind a URL, read and written through fsspec.

`at` is the one place that decides whether a path is a URL; everything else asks it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .urls import is_url

if TYPE_CHECKING:
    import os

    from .remote import Remote


def at(path: str | os.PathLike[str]) -> Remote | None:
    """What is at a URL; ``None`` for a file of this machine, which needs no fsspec."""
    if not isinstance(path, str) or not is_url(path):
        return None
    from .remote import Remote  # most files lie here

    return Remote(path)
