"""Tasks handed out in bounded batches, results in the order of the tasks."""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from msgspec import Struct

from planforge.replacing import uninterrupted

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from concurrent.futures import Executor, Future

    from .workers import Workers

LARGEST: Final = 16
"""Most tasks in a batch."""
AHEAD: Final = 4
"""Most batches that wait for each worker."""

A = TypeVar("A")
B = TypeVar("B")


class Lost(Struct, frozen=True):
    """Stands for the result of a task on which its worker died."""


LOST: Final = Lost()


def in_order(
    function: Callable[[A], B], tasks: Iterable[A], workers: Workers
) -> Generator[tuple[A, B | Lost]]:
    """Every task with its result, in order; tasks are taken only shortly before their turn.

    When a worker dies, the tasks that it may have been at are done again one by one, so that
    only the one on which it dies is lost. So ``function`` has to bear being called twice.

    Args:
        function: Can be pickled, as can tasks and results. What it raises is raised here.
        tasks: Taken as workers become free; never many ahead.
        workers: Where the function is called.
    """
    run = _Run(function, workers, workers.open())
    finished = False
    try:
        waiting: deque[_Handed[A, B]] = deque()
        for batch in _batches(iter(tasks), workers.number):
            waiting.append(run.hand_out(batch))
            if len(waiting) > AHEAD * workers.number:
                yield from run.results(waiting.popleft())
        while waiting:
            yield from run.results(waiting.popleft())
        finished = True
    finally:
        workers.close(run.executor, now=not finished)


def _batches(tasks: Iterator[A], workers: int) -> Iterator[list[A]]:
    """Small batches first: few tasks are spread over all workers."""
    size = 1
    handed = 0
    while batch := list(islice(tasks, size)):
        yield batch
        handed += 1
        if handed % workers == 0:
            size = min(LARGEST, size + 1)


class _Handed(Struct, Generic[A, B], frozen=True):
    tasks: list[A]
    future: Future[list[B]]


class _Run(Struct, Generic[A, B]):
    function: Callable[[A], B]
    workers: Workers
    executor: Executor

    def hand_out(self, tasks: list[A]) -> _Handed[A, B]:
        try:
            return _Handed(tasks, self._submitted(self.executor, tasks))
        except self.workers.deaths:
            self._renew()
            return _Handed(tasks, self._submitted(self.executor, tasks))

    def results(self, handed: _Handed[A, B]) -> Iterator[tuple[A, B | Lost]]:
        try:
            results = handed.future.result()
        except self.workers.deaths:
            yield from self._one_by_one(handed.tasks)
        else:
            yield from zip(handed.tasks, results, strict=True)

    def _one_by_one(self, tasks: Sequence[A]) -> Iterator[tuple[A, B | Lost]]:
        alone = self.workers.alone()
        executor = alone.open()
        try:
            for task in tasks:
                try:
                    (result,) = self._submitted(executor, [task]).result()
                except self.workers.deaths:
                    yield task, LOST
                    alone.close(executor, now=True)
                    executor = alone.open()
                else:
                    yield task, result
        finally:
            alone.close(executor, now=True)

    def _submitted(self, executor: Executor, tasks: Sequence[A]) -> Future[list[B]]:
        """Handed over whole, as that may start a process, of which nobody would know otherwise.

        The threads of an executor start here, too, and leave all signals to this one.
        """
        with uninterrupted():
            return executor.submit(_each, self.function, tasks)

    def _renew(self) -> None:
        self.workers.close(self.executor, now=True)
        self.executor = self.workers.open()


def _each(function: Callable[[A], B], tasks: Sequence[A]) -> list[B]:
    return [function(task) for task in tasks]
