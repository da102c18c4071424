"""What is written to the terminal: data on standard output, messages on standard error."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from planforge import channel, record
from planforge.errors import UserError
from planforge.files import told
from planforge.language import _
from planforge.source.visible import safe, safe_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from planforge.errors import Problem

# Windows reports a closed pipe as an invalid argument.
_CLOSED: Final = (errno.EPIPE, errno.EINVAL) if os.name == "nt" else (errno.EPIPE,)


def say(message: str) -> None:
    """Write one message line to standard error, above the progress bar if there is one."""
    channel.current().say(message)


def say_new(head: str, rows: Sequence[str]) -> None:
    """Say those of ``rows`` that this run has not said below ``head`` yet, below it."""
    channel.current().say_new(head, rows)


class _AboveTheBar(channel.Streams):
    def __init__(self, console: Any) -> None:
        super().__init__()
        self._console = console

    def say(self, line: str) -> None:
        self._console.print(safe_lines(line), markup=False, highlight=False, soft_wrap=True)


@contextmanager
def progress(total: int | None) -> Iterator[Callable[..., None]]:
    """Show a progress bar on standard error; the function given moves it on by one.

    Args:
        total: How many steps there are; ``None`` when it is not known yet. The function takes it
            as ``total`` later.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), _rate(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=total)

        def advance(steps: int = 1, total: int | None = None) -> None:
            bar.update(task, advance=steps, total=total)

        with channel.using(_AboveTheBar(console)):
            yield advance


def _rate() -> Any:
    """A column that says how many files are done in a second."""
    from rich.progress import ProgressColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Any) -> Text:
            return Text(f"{task.speed:.0f}/s" if task.speed else "")

    return Rate()


def fail(error: UserError) -> None:
    """Say what is wrong, and in a second line what to do about it; note it for a report."""
    record.refused(error)
    # A name may hold the end of a line.
    say(_("error: {message}").format(message=safe(error.message)))
    if error.hint:
        say(_("hint: {hint}").format(hint=safe_lines(error.hint)))


def show(problems: Sequence[Problem]) -> None:
    """Say every problem with its place and its source line."""
    for problem in problems:
        from planforge.source.excerpt import render  # most files have none

        say(render(problem))


def ask(question: str) -> str:
    """What the user types, without blanks around it.

    Raises:
        EOFError: There is nobody to answer.
    """
    say(question)
    if sys.stdin.isatty() and sys.stdout.isatty():
        # Lets the line be edited with the arrow keys.
        return input("> ").strip()
    # `input` would write the prompt to standard output, among the data.
    sys.stderr.write("> ")
    sys.stderr.flush()
    if not (line := sys.stdin.readline()):
        raise EOFError
    return line.strip()


def write(text: str) -> None:
    """Write data to standard output."""
    channel.current().write(text)


def written(path: str, *, anew: bool = True) -> None:
    """Say which file was written, or that it was right already."""
    sentence = _("written: {path}") if anew else _("unchanged: {path}")
    say(sentence.format(path=safe(path)))


def is_closed_pipe(error: OSError) -> bool:
    """Whether the reader of the output has gone, which ends a run quietly."""
    return error.errno in _CLOSED and error.filename is None


def fault(error: Exception) -> UserError:
    """That planforge is at fault, in one sentence."""
    sentence = _("planforge made a mistake ({error})").format(error=type(error).__name__)
    return UserError(sentence)


def sentence(error: OSError) -> str:
    """What the operating system refuses, in one sentence."""
    return told(error.filename or _("the output"), error)
