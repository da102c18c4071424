"""`planforge check`: Word files against a page style."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from planforge import inputs
from planforge.errors import FileProblems, Severity, UserError
from planforge.exit_codes import ExitCode
from planforge.language import _, mark

from . import each, options, terminal

if TYPE_CHECKING:
    from planforge.inputs import Input

EXAMPLES: Final = (
    "planforge check 工作计划.docx\n"
    "planforge check 各基层工会/ --min-severity error\n"
    "planforge check 工作計畫.docx --style tw"
)
SUFFIXES: Final = (".docx",)
SEVERITIES: Final = tuple(Severity)


def check(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar=mark("PATH"),
            help=mark("Word files (.docx), folders, or patterns such as *.docx"),
            show_default=False,
        ),
    ],
    *,
    style: Annotated[
        str,
        typer.Option(
            "--style",
            metavar=mark("NAME|FILE"),
            help=mark("Page style to check against: gb, tw, hk …; guessed when not given"),
        ),
    ] = "",
    min_severity: Annotated[
        str,
        typer.Option(
            "--min-severity",
            metavar=mark("LEVEL"),
            help=mark("Leave out what is less bad than this: error, warning or info"),
        ),
    ] = Severity.INFO.value,
    quiet: options.Quiet = False,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 when no file has an error, 1 when one has, 2 when a path leads to nothing."""
    from planforge import styles

    least = Severity(options.one_of(min_severity, SEVERITIES, "--min-severity"))
    if style:
        # A mistake in the call is told once, not once per file.
        styles.load(style)
    files = errors = 0
    unusable = False
    for found in each.with_progress(inputs.find(paths, SUFFIXES), quiet=quiet):
        try:
            errors += _one(found, style, least, quiet=quiet)
        except UserError as error:
            unusable = True
            terminal.fail(error)
            continue
        except FileProblems as error:
            errors += len(error.problems)
            terminal.show(error.problems)
        files += 1
    if files and not quiet:
        terminal.say(_("{errors} errors in {files} files").format(errors=errors, files=files))
    if unusable:
        return ExitCode.USER
    return ExitCode.FINDINGS if errors else ExitCode.OK


def _one(found: "Input", style: str, least: Severity, *, quiet: bool) -> int:
    """How many errors one file has; all that was found has been written."""
    from planforge import check as checking
    from planforge import files
    from planforge.check import report
    from planforge.word_archive import LARGEST_FILE

    if found.error is not None:
        raise found.error
    made = checking.check(found.path, files.read_file(found.path, LARGEST_FILE), style)
    shown = report.at_least(made, least)
    if not quiet:
        sentence = (
            _("{path}: checked against {title}, as its language and page suggest")
            if made.guessed
            else _("{path}: checked against {title}")
        )
        terminal.say(
            sentence.format(path=found.path, title=f"{made.style.title} ({made.style.name})")
        )
    for one in shown:
        terminal.write("\n".join(report.lines(found.path, one)) + "\n")
    return sum(one.severity is Severity.ERROR for one in shown)
