"""What became of the file at hand, for the report of a run: read, written, refused, how long.

Whoever reads and writes notes it here, so that no command has to tell it. Nothing is noted where
nobody keeps a record.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .errors import Problem, UserError


class Record:
    """What became of one file; plain data, so that another process can send it.

    Attributes:
        path: The file as the user named it; ``-`` for standard input.
        size: Its bytes; ``None`` where it was not read.
        outputs: One mapping for each file that was made of it.
        problems: One mapping for each reason why something was not made.
        facts: What else the command tells of it.
        seconds: How long it took.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.size: int | None = None
        self.outputs: list[dict[str, Any]] = []
        self.problems: list[dict[str, Any]] = []
        self.facts: dict[str, Any] = {}
        self.seconds = 0.0


# Threads of one process may work on a file each.
_current: ContextVar[Record | None] = ContextVar("record", default=None)


@contextmanager
def of(path: str) -> Iterator[Record]:
    """A new record of a file, which takes what is noted meanwhile."""
    record = Record(path)
    token = _current.set(record)
    began = time.perf_counter()
    try:
        yield record
    finally:
        record.seconds = time.perf_counter() - began
        _current.reset(token)


def read(path: object, size: int) -> None:
    """Note how large the file at hand is; other files do not count."""
    if (record := _current.get()) is not None and path == record.path:
        record.size = size


def written(path: str, size: int, *, anew: bool) -> None:
    """Note an output.

    Args:
        path: Of the output; ``-`` for standard output.
        size: Its bytes.
        anew: It was not there with the same bytes already.
    """
    if (record := _current.get()) is not None:
        record.outputs.append({"file": path, "size": size, "written": anew})


def refused(error: UserError) -> None:
    """Note why something was not made."""
    if (record := _current.get()) is not None:
        record.problems.append(_without_empty(message=error.message, hint=error.hint))


def problems(found: Iterable[Problem]) -> None:
    """Note what is wrong with the file, with places."""
    if (record := _current.get()) is None:
        return
    for one in found:
        place = {"line": one.line, "column": one.column} if one.line else {}
        said = _without_empty(code=one.code, message=one.message, hint=one.hint)
        record.problems.append(said | place)


def tell(**facts: Any) -> None:
    """Note what the command knows of the file at hand."""
    if (record := _current.get()) is not None:
        record.facts |= facts


def _without_empty(**words: str) -> dict[str, Any]:
    return {name: text for name, text in words.items() if text}
