"""Memory and processor time of a process and everything it began; Linux only."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final, NamedTuple

PROC: Final = Path("/proc")
_TICK: Final = os.sysconf("SC_CLK_TCK")


class Member(NamedTuple):
    """One process at one moment.

    Attributes:
        number: Its number.
        resident: Memory that it holds, in MB; what processes share counts for each.
        seconds: Processor time that it has used.
    """

    number: int
    resident: float
    seconds: float


def family(first: int) -> list[Member]:
    """The process of that number, and its descendants."""
    children: dict[int, list[int]] = {}
    for entry in PROC.iterdir():
        if entry.name.isdecimal() and (parent := _parent(entry)) is not None:
            children.setdefault(parent, []).append(int(entry.name))
    numbers, found = [first], []
    while numbers:
        number = numbers.pop()
        numbers += children.get(number, [])
        if (member := _member(number)) is not None:
            found.append(member)
    return found


def _fields(folder: Path) -> list[str]:
    # The name of a program stands in brackets and may hold blanks.
    return (folder / "stat").read_text(errors="replace").rpartition(")")[2].split()


def _parent(folder: Path) -> int | None:
    try:
        return int(_fields(folder)[1])
    except OSError:
        return None


def _member(number: int) -> Member | None:
    folder = PROC / str(number)
    try:
        fields = _fields(folder)
        status = (folder / "status").read_text(errors="replace")
    except OSError:
        return None
    kilobytes = next((row.split()[1] for row in status.splitlines() if "VmRSS" in row), "0")
    return Member(number, int(kilobytes) * 1024 / 1e6, sum(map(int, fields[11:13])) / _TICK)
