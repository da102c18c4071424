"""Patterns for files in configuration, as in ``.gitignore``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIGNS: Final = {
    "**/": r"(?:[^/]+/)*",
    "**": r".*",
    "*": r"[^/]*",
    "?": r"[^/]",
}
_PARTS: Final = pattern(r"\*\*/|\*\*|\*|\?|\[[^]/]+\]|.", re.DOTALL)


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Whether one of the patterns means the file or a folder that it lies in.

    Args:
        path: With slashes, from the folder of the configuration.
        patterns: ``*`` ``?`` ``[]`` within a name, ``**`` across folders; one without a slash
            means files and folders of that name at any depth.
    """
    return any(_expression(pattern).fullmatch(path) for pattern in patterns)


@lru_cache(maxsize=256)
def _expression(pattern: str) -> re.Pattern[str]:
    named = pattern.strip("/")
    anywhere = "" if "/" in pattern.rstrip("/") else r"(?:[^/]+/)*"
    return re.compile(anywhere + "".join(map(_part, _PARTS.findall(named))) + r"(?:/.*)?")


def _part(sign: str) -> str:
    if sign in _SIGNS:
        return _SIGNS[sign]
    if len(sign) > 1:
        inside = sign[1:-1].replace("\\", "\\\\")
        return f"[^{inside[1:]}]" if inside.startswith("!") else f"[{inside}]"
    return re.escape(sign)
