"""Processes of this machine. They end with the process that began them, however that ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct, field

from .preloading import METHOD, start_loading

if sys.platform != "win32":
    from planforge.replacing import INTERRUPTIONS

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from multiprocessing.connection import Connection

# More handles than this cannot be waited for on Windows.
MOST: Final = 61
# So long a process may take to put away what it has in hand, in seconds.
_GRACE: Final = 1.0
# So long it may take to end between two files, where it can wait for that: a disk may be busy.
_LONGEST: Final = _GRACE if sys.platform == "win32" else 10.0


def cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Processes(Struct, frozen=True):
    """New processes, none of them a copy of this one: so it is everywhere, and threads are safe.

    Attributes:
        number: How many.
        modules: What they will need first; loaded once for all of them where that is possible.
        deaths: What a future raises whose process has died, or was asked to end by somebody.
    """

    number: int
    modules: tuple[str, ...] = ()
    deaths: tuple[type[BaseException], ...] = (BrokenExecutor, SystemExit)
    _lifelines: dict[int, Connection] = field(default_factory=dict)

    def open(self) -> Executor:
        """A new pool; its processes start when they are needed."""
        context = multiprocessing.get_context(METHOD)
        start_loading(self.modules)
        theirs, ours = context.Pipe(duplex=False)
        executor = ProcessPoolExecutor(
            min(self.number, MOST), mp_context=context, initializer=_begin, initargs=(theirs,)
        )
        self._lifelines[id(executor)] = ours
        return executor

    def close(self, executor: Executor, *, now: bool) -> None:
        """End the pool; with ``now``, processes get seconds for the files they are writing."""
        lifeline = self._lifelines.pop(id(executor))
        if now:
            lifeline.close()
        executor.shutdown(wait=True, cancel_futures=now)
        lifeline.close()

    def alone(self) -> Processes:
        """One process."""
        return Processes(1, self.modules)


def _begin(lifeline: Connection) -> None:
    """In a new process: take no Ctrl-C, which the first process gets too, and end with that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()
    # Before this they just end the process, which has nothing in hand yet.
    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(number, _leave)


def _leave(number: int, _frame: Any) -> None:
    # The pool takes the exception for the result of a batch and goes on with the next, or waits
    # for ever for a lock whose taking was interrupted. So the second signal ends the process.
    signal.signal(number, _end)
    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, _end)
        signal.setitimer(signal.ITIMER_REAL, _GRACE, _GRACE)
    raise SystemExit(1)


def _end(_number: int, _frame: Any) -> None:
    os._exit(1)


def _end_with(lifeline: Connection) -> None:
    """End this process when the other side of ``lifeline`` is closed, or has died."""
    if sys.platform != "win32":
        # They are for the main thread, which says when it can bear them.
        signal.pthread_sigmask(signal.SIG_BLOCK, INTERRUPTIONS)
    try:
        lifeline.recv_bytes()
    except (EOFError, OSError):
        # The queue may break off under it; whoever stopped the run wants no traceback of that.
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  to the end
        # What is in hand is put away where the exception passes.
        _interrupt()
        time.sleep(_LONGEST)
        os._exit(1)


def _interrupt() -> None:
    """Raise in the main thread what `_leave` raises, at once even if that waits for something."""
    if sys.platform != "win32":
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)
    else:
        signal.raise_signal(signal.SIGTERM)
