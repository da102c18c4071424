"""How fast many files go where nobody sees a progress bar: a line every few seconds."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from planforge.language import _

from . import terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EVERY: Final = 5.0
"""Seconds between two lines."""


@contextmanager
def lines(clock: Callable[[], float] = time.monotonic) -> Iterator[Callable[[], None]]:
    """A function to be called after every file.

    Args:
        clock: Seconds that only grow.
    """
    began = last = clock()
    done = 0

    def advance() -> None:
        nonlocal last, done
        done += 1
        now = clock()
        if now - last >= EVERY:
            last = now
            rate = f"{done / (now - began):.0f}"
            terminal.say(_("{done} files so far, {rate} a second").format(done=done, rate=rate))

    yield advance
