"""Timing side by side: everything once, then everything again, so that all meet the same load."""

from __future__ import annotations

import gc
import statistics
import subprocess
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path


class Command(NamedTuple):
    """A process to be timed.

    Attributes:
        name: In the table.
        words: The call.
        made: The files that it makes; taken away before each run.
    """

    name: str
    words: Sequence[str | Path]
    made: Sequence[Path] = ()


def processes(
    commands: Iterable[Command], rounds: int, environment: Mapping[str, str] | None = None
) -> dict[str, float]:
    """Name → median of whole processes in milliseconds, one round without timing before.

    Args:
        commands: Each is started once in every round.
        rounds: How often.
        environment: Variables of the processes; those of this one when not given.
    """
    times: dict[str, list[float]] = {command.name: [] for command in commands}
    for turn in range(rounds + 1):
        for command in commands:
            for path in command.made:
                path.unlink(missing_ok=True)
            start = time.perf_counter()
            subprocess.run(command.words, check=True, capture_output=True, env=environment)
            taken = time.perf_counter() - start
            if turn:
                times[command.name].append(taken * 1000)
            # A program that does nothing is fast, too.
            assert all(path.exists() for path in command.made), command.name
    return {name: statistics.median(taken) for name, taken in times.items()}


def steps(
    functions: Mapping[str, Callable[[int], object]], rounds: int, warm_up: int = 5
) -> dict[str, float]:
    """Name → median of one call in milliseconds; each function gets the number of the round."""
    times: dict[str, list[float]] = {name: [] for name in functions}
    for turn in range(rounds):
        for name, function in functions.items():
            # The garbage of one program is no burden for the next.
            gc.collect()
            start = time.perf_counter()
            function(turn)
            taken = time.perf_counter() - start
            if turn >= warm_up:
                times[name].append(taken * 1000)
    return {name: statistics.median(taken) for name, taken in times.items()}


def table(title: str, times: Mapping[str, float], against: Mapping[str, Sequence[str]]) -> str:
    """A Markdown table.

    Args:
        title: Of the first column.
        times: Name → milliseconds.
        against: Name → the names of what it is compared with, where that was measured.
    """
    lines = [f"| {title} | ms | ratio |", "|---|---:|---|"]
    for name, taken in times.items():
        others = [other for other in against.get(name, ()) if other in times]
        ratio = "; ".join(f"{taken / times[other]:.2f} × {other}" for other in others)
        lines.append(f"| {name} | {taken:.2f} | {ratio} |")
    return "\n".join(lines) + "\n"
