"""`planforge lint`: every problem of every file, with its place."""

from __future__ import annotations

from typing import Final

from planforge import inputs
from planforge.errors import Severity, UserError
from planforge.exit_codes import ExitCode
from planforge.language import _

from . import each, options, terminal

EXAMPLES: Final = "planforge lint 工作计划.yaml\nplanforge lint 各基层工会/"


def lint(
    paths: options.Paths,
    *,
    quiet: options.Quiet = False,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 when no file has an error, 1 when one has, 2 when a path leads to nothing."""
    from planforge.lint import lint as lint_file

    files = errors = 0
    unusable = False
    for found in each.with_progress(inputs.find(paths), quiet=quiet):
        try:
            if found.error is not None:
                raise found.error
            problems = [one.problem for one in lint_file(found.path)]
        except UserError as error:
            unusable = True
            terminal.fail(error)
            continue
        files += 1
        errors += sum(problem.severity is Severity.ERROR for problem in problems)
        if problems:
            from planforge.source.excerpt import render

            terminal.write("".join(f"{render(problem)}\n" for problem in problems))
    if files and not quiet:
        terminal.say(_("{errors} problems in {files} files").format(errors=errors, files=files))
    if unusable:
        return ExitCode.USER
    return ExitCode.FINDINGS if errors else ExitCode.OK
