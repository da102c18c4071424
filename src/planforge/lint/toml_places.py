"""In which line of a TOML file a key stands: `tomllib` tells only what the file says."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, Final

from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_TABLE: Final = pattern(r"\s*(\[\[?[^\r\n#]+\]\]?)\s*(?:#.*)?$")
_KEY: Final = pattern(r"\s*((?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*[^=\s]+)*)\s*=")


def line_of(text: str, loc: tuple[str, ...]) -> int:
    """The 1-based line of the key that ``loc`` leads to, or of the nearest above it; 0: none."""
    best, found = 0, 0
    for number, path in _keys(text):
        shared = next(
            (i for i, (a, b) in enumerate(zip(path, loc, strict=False)) if a != b),
            min(len(path), len(loc)),
        )
        if shared > best and shared in {len(path), len(loc)}:
            best, found = shared, number
    return found


def _keys(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if found := _TABLE.match(line):
            table = _path(found[1]) or table
            yield number, table
        elif found := _KEY.match(line):
            yield number, (*table, *_path(f"{found[1]}=0"))


def _path(line: str) -> tuple[str, ...]:
    """The keys that a line of TOML opens; none when it is a part of something else."""
    try:
        inner: Any = tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return ()
    path: list[str] = []
    while isinstance(inner, dict | list) and inner:
        if isinstance(inner, list):
            inner = inner[0]
            continue
        key, inner = next(iter(inner.items()))
        path.append(key)
    return tuple(path)
