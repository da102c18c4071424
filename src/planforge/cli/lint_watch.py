"""`planforge lint --watch`: look again whenever a file changes."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from planforge.errors import UserError
from planforge.inputs import STDIN
from planforge.language import _
from planforge.lint.watching import PAUSE, changes
from planforge.stores.urls import is_url

from . import terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from .lint_run import Run

_PAUSE = partial(time.sleep, PAUSE)


def watch(run: Run, wait: Callable[[], None] = _PAUSE) -> int:
    """Look at everything, and then at what changes, until somebody stops it.

    Args:
        run: What is looked at.
        wait: What to do between two looks.

    Raises:
        KeyboardInterrupt: Somebody did.
        UserError: Standard input, or what lies behind a URL, cannot be watched.
    """
    if url := next(filter(is_url, run.wishes.paths), ""):
        raise UserError(
            _("{path} cannot be watched").format(path=url), _("give files of this machine")
        )
    if STDIN in run.wishes.paths:
        raise UserError(_("standard input cannot be watched"), _("give the name of a file"))
    code = run.once()
    terminal.say(_("watching for changes; Ctrl-C ends it"))
    for changed in changes(run.watched_files, wait):
        there = [path for path in changed if path in set(run.watched_files())]
        if there:
            terminal.say("")
            code = run.once(there)
    return code
