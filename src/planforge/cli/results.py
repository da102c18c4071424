"""The result of the work on each input, in order: worked on here or in several processes."""

from __future__ import annotations

import gc
import sys
import threading
import traceback
from contextlib import closing, contextmanager
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, Generic, NoReturn, TypeVar

from msgspec import Struct

from planforge import channel, inputs, record
from planforge.errors import FileProblems, UserError
from planforge.language import _

from . import terminal
from .here import Here, named

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from planforge.batch.workers import Workers
    from planforge.inputs import Input
    from planforge.record import Record

FEW: Final = 5
"""So many files need no progress bar."""
MANY: Final = 40
"""So many files are worth the start of other processes, when nobody said how many."""
# What the interpreter begins with: objects, and rounds of each age, until garbage is looked for.
_GARBAGE: Final = (700, 10, 10)
# So many files are found before the first is worked on; most runs have fewer, and so a total.
_LOOKED_AHEAD: Final = 1000

P = TypeVar("P")
T = TypeVar("T")


class Good(Struct, Generic[T], frozen=True):
    """The work on an input was done.

    Attributes:
        value: What it returned.
        record: What became of the input.
    """

    value: T
    record: Record


class Bad(Struct, frozen=True):
    """The work on an input was not done.

    Attributes:
        record: What became of the input.
        fault: What planforge did wrong; ``None`` where the user has been told what is wrong.
    """

    record: Record
    fault: Exception | None = None


def results(
    paths: Sequence[str],
    work: Callable[[Input, P], T],
    place: Callable[[Input], P],
    *,
    quiet: bool,
    suffixes: tuple[str, ...] = inputs.SUFFIXES,
    jobs: int = 1,
    cluster: str = "",
    skip: Callable[[str, object], bool] = lambda _path, _place: False,
) -> Generator[tuple[Input, Good[T] | Bad]]:
    """Every input with its result, in order; each is found shortly before its turn.

    Args:
        paths: What the user named.
        work: Called for each input with what ``place`` returned. For several processes it, what
            it takes and what it returns have to be picklable.
        place: Called in this process, in order. A UserError is told in the turn of the input.
        quiet: Show no progress bar.
        suffixes: How the files of interest end, in folders.
        jobs: Most processes; 0 for one per core when there are many files.
        cluster: Address of the scheduler of a Dask cluster that does the work instead.
        skip: Whether an input, by its path and what ``place`` returned, was done before.
    """
    find = partial(inputs.find, paths, suffixes)
    found = find()
    visible = not quiet and sys.stderr.isatty()
    first = list(islice(found, _LOOKED_AHEAD if visible else MANY))
    if len(first) > FEW:
        # `planforge.__main__` lets garbage lie, which is right for a short run only.
        gc.set_threshold(*_GARBAGE)
    tasks = _tasks(chain(first, found), work, place, skip)
    module = type(work).__module__
    with _bar(first, find, visible=visible, quiet=quiet) as advance:
        for task, result in _worked_on(tasks, _workers(paths, len(first), jobs, cluster, module)):
            yield task.found, result
            advance()


def _processes(paths: Sequence[str], files: int, jobs: int) -> int:
    """How many processes to use for so many files."""
    if inputs.STDIN in paths:
        return 1
    if jobs:
        return min(jobs, max(1, files))
    if files < MANY:
        return 1
    from planforge.batch.processes import cores  # few files need none

    return cores()


def _workers(
    paths: Sequence[str], files: int, jobs: int, cluster: str, module: str
) -> Workers | None:
    """What the work is handed to; ``None`` for this very process."""
    if cluster:
        from planforge.batch.cluster import connect  # loads Dask

        return connect(cluster)
    if (number := _processes(paths, files, jobs)) == 1:
        return None
    from planforge.batch.processes import Processes  # few files need none

    from . import ahead

    return Processes(number, ahead.needed(module))


class _Task(Struct, Generic[T], frozen=True):
    found: Input
    call: Callable[[], T]
    place: object = None


def _tasks(
    everything: Iterable[Input],
    work: Callable[[Input, P], T],
    place: Callable[[Input], P],
    skip: Callable[[str, object], bool],
) -> Iterator[_Task[T]]:
    for found in everything:
        if (task := _task(found, work, place, skip)) is not None:
            yield task


def _task(
    found: Input,
    work: Callable[[Input, P], T],
    place: Callable[[Input], P],
    skip: Callable[[str, object], bool],
) -> _Task[T] | None:
    """What is to be done for an input; ``None`` where it was done before."""
    if found.error is not None:
        return _Task(found, partial(_refuse, found.error))
    try:
        where = place(found)
    except UserError as error:
        return _Task(found, partial(_refuse, error))
    return None if skip(found.path, where) else _Task(found, partial(work, found, where), where)


def _refuse(error: UserError) -> NoReturn:
    raise error


def _worked_on(
    tasks: Iterator[_Task[T]], workers: Workers | None
) -> Iterator[tuple[_Task[T], Good[T] | Bad]]:
    if workers is None:
        yield from ((task, _attempt(task)) for task in tasks)
        return
    from planforge.batch.order import Lost, in_order  # few files need none

    here = Here.now()
    with closing(in_order(partial(_apart, here), tasks, workers)) as answers:
        for task, answer in answers:
            if isinstance(answer, Lost):
                with record.of(task.found.path) as kept:
                    terminal.fail(_lost(task.found))
                yield task, Bad(kept)
            else:
                answer.said.replay()
                yield task, answer.result


def _lost(found: Input) -> UserError:
    return UserError(
        _("{path}: the process that worked on it came to an end").format(path=found.path),
        _("memory may be short; try --jobs 1"),
    )


def _attempt(task: _Task[T]) -> Good[T] | Bad:
    """The result of one input, after everything about it was said and noted."""
    with record.of(task.found.path) as kept:
        try:
            return Good(task.call(), kept)
        except UserError as error:
            terminal.fail(error)
        except FileProblems as error:
            terminal.show(error.problems)
            record.problems(error.problems)
        except OSError as error:
            if terminal.is_closed_pipe(error):
                raise
            terminal.fail(UserError(terminal.sentence(error)))
        except Exception as error:  # noqa: BLE001  a fault of planforge; the other files go on
            record.refused(terminal.fault(error))
            return Bad(kept, _sendable(error))
        return Bad(kept)


def _sendable(error: Exception) -> Exception:
    """An exception that tells another process the same; many lose their traceback on the way."""
    # Notes go with an exception wherever it goes.
    error.add_note("".join(traceback.format_exception(error)))
    try:
        import pickle  # other processes load it, most runs have none

        pickle.loads(pickle.dumps(error))  # noqa: S301  our own bytes
    except Exception as problem:  # noqa: BLE001  whatever its class does there
        problem.add_note("\n".join(error.__notes__))
        return problem
    return error


class _Answer(Struct, Generic[T], frozen=True):
    result: Good[T] | Bad
    said: channel.Kept


def _apart(here: Here, task: _Task[T]) -> _Answer[T]:
    """In another process: the result, and what is to be said where the user is."""
    here.enter((task.found.path, *named(task.place)))
    kept = channel.Kept()
    with channel.using(kept):
        return _Answer(_attempt(task), kept)


@contextmanager
def _bar(
    first: Sequence[Input], find: Callable[[], Iterator[Input]], *, visible: bool, quiet: bool
) -> Iterator[Callable[[], None]]:
    """A progress bar when there are many files and somebody can see it, else a line at times."""
    if not visible or len(first) <= FEW:
        with channel.using(channel.Streams()), _unseen(quiet=quiet) as advance:
            yield advance
        return
    if len(first) < _LOOKED_AHEAD:
        with terminal.progress(len(first)) as advance:
            yield advance
        return
    with terminal.progress(None) as advance:
        # Keeping all of them only in order to know how many would take memory.
        threading.Thread(target=lambda: advance(0, total=_count(find())), daemon=True).start()
        yield advance


@contextmanager
def _unseen(*, quiet: bool) -> Iterator[Callable[[], None]]:
    if quiet:
        yield lambda: None
        return
    from .pace import lines  # few files need none

    with lines() as advance:
        yield advance


def _count(found: Iterator[Input]) -> int:
    return sum(1 for _one in found)
