"""Files that change while they are watched, found by looking again and again."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PAUSE: Final = 0.5
"""Seconds between two looks; less than people notice."""

Stamp = tuple[int, int]


def changes(
    paths: Callable[[], Iterable[str]], wait: Callable[[], None]
) -> Iterator[tuple[str, ...]]:
    """The paths that changed, came or went since the last look, whenever there are some.

    Args:
        paths: The files to watch; asked at every look, so that new ones are seen.
        wait: Called before every look.
    """
    before = _stamps(paths())
    while True:
        wait()
        after = _stamps(paths())
        changed = sorted(path for path in {*before, *after} if before.get(path) != after.get(path))
        before = after
        if changed:
            yield tuple(changed)


def _stamps(paths: Iterable[str]) -> dict[str, Stamp]:
    return {path: stamp for path in paths if (stamp := _stamp(path))}


def _stamp(path: str) -> Stamp | None:
    """When a file was changed last, in nanoseconds, and its size; ``None`` when it is gone."""
    try:
        found = os.stat(path)  # noqa: PTH116  one call, no object
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
