"""Where messages and data go: to the streams of this process, or kept until their turn comes.

Files are worked on in several processes at once, and what is said about them has to come out as if
there were one.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final, Protocol

from msgspec import Struct, field

from .source.visible import safe_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Channel(Protocol):
    """Takes what a command says and what it writes to standard output."""

    def say(self, line: str) -> None:
        """Take one message line."""

    def say_new(self, head: str, rows: Sequence[str]) -> None:
        """Take the rows that were not said below this head before, below it."""

    def write(self, text: str) -> None:
        """Take text for standard output."""

    def write_bytes(self, data: bytes) -> None:
        """Take bytes for standard output."""


class Streams:
    """Data to standard output, messages to standard error."""

    def __init__(self) -> None:
        self._said: set[tuple[str, str]] = set()

    def say(self, line: str) -> None:
        """Write one message line at once; words of a file never steer the terminal."""
        sys.stderr.write(safe_lines(line) + "\n")
        sys.stderr.flush()

    def say_new(self, head: str, rows: Sequence[str]) -> None:
        """Say the rows that were not said below this head before, below it."""
        if not (fresh := [row for row in rows if (head, row) not in self._said]):
            return
        self._said.update((head, row) for row in fresh)
        self.say("\n".join((head, *fresh)))

    def write(self, text: str) -> None:
        """Write text to standard output."""
        sys.stdout.write(text)

    def write_bytes(self, data: bytes) -> None:
        """Write bytes to standard output, behind the text that was written before."""
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


class Kept(Struct):
    """Keeps everything, and says it to another channel later; can be sent between processes."""

    calls: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)

    def say(self, line: str) -> None:
        """Keep one message line."""
        self.calls.append(("say", (line,)))

    def say_new(self, head: str, rows: Sequence[str]) -> None:
        """Keep rows with their head."""
        self.calls.append(("say_new", (head, tuple(rows))))

    def write(self, text: str) -> None:
        """Keep text."""
        self.calls.append(("write", (text,)))

    def write_bytes(self, data: bytes) -> None:
        """Keep bytes."""
        self.calls.append(("write_bytes", (data,)))

    def replay(self) -> None:
        """Say and write everything to the channel of the caller, in order."""
        for name, arguments in self.calls:
            getattr(current(), name)(*arguments)


_STREAMS: Final = Streams()
# Threads of one process may work on a file each.
_current: ContextVar[Channel] = ContextVar("channel", default=_STREAMS)


def current() -> Channel:
    """The channel in use; the streams of this process unless said otherwise."""
    return _current.get()


@contextmanager
def using(channel: Channel) -> Iterator[None]:
    """Send everything to ``channel`` meanwhile."""
    token = _current.set(channel)
    try:
        yield
    finally:
        _current.reset(token)
