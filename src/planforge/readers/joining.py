"""Lines that are only arranged below each other."""

from __future__ import annotations

import re
from typing import Final

_LATIN: Final = re.compile(r"[!-~]")


def between(above: str, below: str) -> str:
    """What separates two lines when they become one: a blank between Latin words."""
    return " " if _LATIN.match(above[-1:]) and _LATIN.match(below[:1]) else ""
