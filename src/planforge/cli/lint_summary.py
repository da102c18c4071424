"""What `planforge lint` says at the end: how many findings, what can be mended, what is stale."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from planforge import files
from planforge.errors import Severity
from planforge.language import _, listed, mark

from . import terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .lint_run import Run, State

COUNTS: Final = {
    Severity.ERROR: (mark("1 error"), mark("{count} errors")),
    Severity.WARNING: (mark("1 warning"), mark("{count} warnings")),
    Severity.INFO: (mark("1 suggestion"), mark("{count} suggestions")),
}
FILES: Final = mark("1 file"), mark("{count} files")


def say(run: Run, state: State) -> None:
    """Sum up on standard error."""
    for line in _lines(run, state):
        terminal.say(line)


def _lines(run: Run, state: State) -> Iterator[str]:
    tally = state.tally
    if not tally.files:
        if not state.unusable:
            yield _("No file to look at")
        elif not run.wishes.foreign and any(files.is_folder(path) for path in run.wishes.paths):
            yield _("--foreign looks at the Word, Markdown and text files of a folder too")
        return
    yield from _mended(run, state)
    if run.wishes.update_baseline:
        return
    found = [_counted(COUNTS[s], n) for s in Severity if (n := tally.of(s))]
    yield _("{files}: {findings}").format(
        files=_counted(FILES, tally.files), findings=listed(found) or _("nothing found")
    )
    if not run.wishes.fix and tally.safe:
        yield _("--fix mends {count} of them").format(count=tally.safe)
    if not run.wishes.unsafe and tally.unsafe:
        yield _("--unsafe-fixes mends {count} more; please read the result").format(
            count=tally.unsafe
        )
    if found and sys.stderr.isatty():
        yield _("“{call}” explains a rule").format(call=f"planforge rule {tally.first}")
    if state.baseline and (stale := state.baseline.stale()):
        yield _("no longer found, but still in {path} (--update-baseline takes them out):").format(
            path=state.baseline.path
        )
        yield from (f"  {one.path}: {one.code} × {number}" for one, number in stale)


def _mended(run: Run, state: State) -> Iterator[str]:
    if state.mended:
        sentence = _("would be mended: {count}") if run.wishes.diff else _("mended: {count}")
        yield sentence.format(count=state.mended)
    if state.unmendable:
        yield _("only plan files are mended; planforge import --repair mends a document it reads")


def _counted(forms: tuple[str, str], number: int) -> str:
    one, many = forms
    return _(one) if number == 1 else _(many).format(count=number)
