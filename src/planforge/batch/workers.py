"""What works on batches: whatever has an executor as in `concurrent.futures`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from concurrent.futures import Executor


class Workers(Protocol):
    """A way to get an executor."""

    @property
    def number(self) -> int:
        """How many batches are worked on at the same time."""

    @property
    def deaths(self) -> tuple[type[BaseException], ...]:
        """The exceptions of a future whose worker has died."""

    def open(self) -> Executor:
        """A new executor, ready to take batches."""

    def close(self, executor: Executor, *, now: bool) -> None:
        """End an executor.

        Args:
            executor: One that `open` gave.
            now: End the workers even if they are in the middle of a file.
        """

    def alone(self) -> Workers:
        """The same kind with one worker, for finding out on which task a worker dies."""
