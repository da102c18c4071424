"""Starts what processes come from, and needs nothing for it that takes long to load itself."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

METHOD: Final = "spawn" if os.name == "nt" else "forkserver"
"""How processes begin, in the words of `multiprocessing`; none is a copy of the first one."""


def start_loading(modules: Sequence[str]) -> None:
    """Start what the processes come from, which loads modules while this process goes on.

    Does nothing where it was started before, or where processes come from nothing. It is deaf to
    Ctrl-C, as they will be from their first moment: one that is just starting would print where it
    was interrupted.
    """
    if METHOD != "forkserver":
        return
    from multiprocessing import forkserver, resource_tracker  # not everywhere

    # To start it, the library blocks Ctrl-C itself, and afterwards lets it through again.
    resource_tracker.ensure_running()
    forkserver.set_forkserver_preload(["__main__", *modules])
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
