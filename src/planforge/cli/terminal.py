"""What is written to the terminal: data on standard output, messages on standard error."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from planforge.files import reason
from planforge.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from planforge.errors import Problem, UserError


def _to_stderr(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


_say: Callable[[str], None] = _to_stderr


def say(message: str) -> None:
    """Write one message line to standard error, above the progress bar if there is one."""
    _say(message)


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None]]:
    """Show a progress bar on standard error; the function given moves it on by one."""
    global _say  # noqa: PLW0603  there is one terminal
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress

    console = Console(stderr=True)
    with Progress(BarColumn(), MofNCompleteColumn(), console=console, transient=True) as bar:
        task = bar.add_task("", total=total)
        _say = partial(console.print, markup=False, highlight=False, soft_wrap=True)
        try:
            yield lambda: bar.advance(task)
        finally:
            _say = _to_stderr


def fail(error: UserError) -> None:
    """Say what is wrong, and in a second line what to do about it."""
    say(_("error: {message}").format(message=error.message))
    if error.hint:
        say(_("hint: {hint}").format(hint=error.hint))


def show(problems: Sequence[Problem]) -> None:
    """Say every problem with its place and its source line."""
    from planforge.source.excerpt import render

    for problem in problems:
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
    sys.stdout.write(text)


def written(path: str, *, anew: bool = True) -> None:
    """Say which file was written, or that it was right already."""
    sentence = _("written: {path}") if anew else _("unchanged: {path}")
    say(sentence.format(path=path))


def sentence(error: OSError) -> str:
    """What the operating system refuses, in one sentence."""
    path = error.filename or _("the output")
    return _("{path}: {reason}").format(path=path, reason=reason(error))
