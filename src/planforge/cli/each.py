"""The same work for each input: goes on after a bad one, and sums up at the end."""

from __future__ import annotations

import sys
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from planforge import inputs
from planforge.errors import FileProblems, UserError
from planforge.exit_codes import ExitCode
from planforge.language import _

from . import terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from planforge.inputs import Input

FEW: Final = 5
"""So many files need no progress bar."""
MOST_NAMED: Final = 20
"""So many files that failed are named again at the end."""


def for_each(
    paths: Iterable[str],
    work: Callable[[Input], None],
    *,
    quiet: bool,
    suffixes: tuple[str, ...] = inputs.SUFFIXES,
) -> int:
    """The exit code after ``work`` was done for every input of ``paths``.

    0 when all went well, 1 when some failed, 2 when all failed.
    """
    done = 0
    failed: list[str] = []
    for found in with_progress(inputs.find(paths, suffixes), quiet=quiet):
        try:
            if found.error is not None:
                raise found.error
            work(found)
        except UserError as error:
            failed.append(found.path)
            terminal.fail(error)
        except FileProblems as error:
            failed.append(found.path)
            terminal.show(error.problems)
        else:
            done += 1
    if done + len(failed) > 1 and (failed or not quiet):
        terminal.say(
            _("{done} of {all} files done, {failed} failed").format(
                done=done, all=done + len(failed), failed=len(failed)
            )
        )
        # Their problems may have scrolled away.
        for path in failed[:MOST_NAMED]:
            terminal.say(f"  {path}")
        if len(failed) > MOST_NAMED:
            terminal.say("  …")
    if failed:
        return ExitCode.FINDINGS if done else ExitCode.USER
    return ExitCode.OK


def try_all(steps: Iterable[Callable[[], None]]) -> None:
    """Take every step, whatever became of those before it.

    Raises:
        UserError: The last one that failed; the others that failed have been told.
    """
    failures: list[UserError] = []
    for step in steps:
        try:
            step()
        except UserError as error:
            failures.append(error)
    for failure in failures[:-1]:
        terminal.fail(failure)
    if failures:
        raise failures[-1]


def with_progress(found: Iterator[Input], *, quiet: bool) -> Iterator[Input]:
    """The inputs, with a progress bar when there are many and somebody can see it."""
    first = list(islice(found, FEW + 1))
    if quiet or len(first) <= FEW or not sys.stderr.isatty():
        yield from chain(first, found)
        return
    everything = [*first, *found]
    with terminal.progress(len(everything)) as advance:
        for item in everything:
            yield item
            advance()
