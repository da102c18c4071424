"""One run of the program: every way it can end becomes an exit code and one message."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, TextIO

import typer

from planforge import language
from planforge.errors import FileProblems, UserError
from planforge.exit_codes import ExitCode
from planforge.language import _

from . import app, asked, plugins, terminal

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """The exit code after everything has been written and said.

    Args:
        arguments: The words after the program name.
    """
    language.choose(asked_language(arguments) or language.preferred())
    _prepare_streams()
    plugins.leave_out()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except OSError as error:
        return _output_failed(error)
    else:
        return code


def asked_language(arguments: Sequence[str]) -> str:
    """The value of the last ``--lang``; empty when there is none that is known."""
    value = asked.value(arguments, "--lang")
    return value if value in language.LANGUAGES else ""


def _run(arguments: Sequence[str]) -> int:
    try:
        result = _result(arguments)
    except (KeyboardInterrupt, typer.Abort):
        terminal.say(_("Stopped"))
        return ExitCode.INTERRUPTED
    except (typer.TyperException, UserError) as error:
        from . import usage  # most calls are right

        return _fail(error if isinstance(error, UserError) else usage.explain(error, arguments))
    except FileProblems as error:
        terminal.show(error.problems)
        return ExitCode.USER
    except OSError as error:
        if terminal.is_closed_pipe(error):
            raise
        return _fail(UserError(terminal.sentence(error)))
    except Exception as error:  # noqa: BLE001  whatever is left is a fault of planforge
        return _bug(error, arguments)
    return result if isinstance(result, int) else ExitCode.OK


def _result(arguments: Sequence[str]) -> object:
    """What the command returns.

    Raises:
        KeyboardInterrupt: The user stopped it.
    """
    result = app.call(arguments)
    if result == ExitCode.INTERRUPTED:
        # The library hands an interrupt back as an exit code, and the terminal shows ^C.
        if sys.stderr.isatty():
            terminal.say("")
        raise KeyboardInterrupt
    return result


def _fail(error: UserError) -> int:
    terminal.fail(error)
    return ExitCode.USER


def _bug(error: Exception, arguments: Sequence[str]) -> int:
    from planforge import bug_report

    log = bug_report.write(error, arguments)
    hint = _("the log file {path} says more; please send it to us").format(path=log) if log else ""
    terminal.fail(UserError(terminal.fault(error).message, hint))
    return ExitCode.BUG


def _output_failed(error: OSError) -> int:
    """Quietly stop when the reader of the output has gone; say so when the disk is full."""
    # The interpreter would try to write the rest at exit, and complain.
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if terminal.is_closed_pipe(error):
        return ExitCode.FINDINGS
    return _fail(UserError(terminal.sentence(error)))


def _prepare_streams() -> None:
    """Make every character printable: UTF-8 into files and pipes, escapes where it must be."""
    for stream in (sys.stdout, sys.stderr):
        _prepare(stream)


def _prepare(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if stream.isatty() or "PYTHONIOENCODING" in os.environ:
        reconfigure(errors="backslashreplace")
    else:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
