"""`planforge rule`: the rules of lint, and the manual page of each."""

from typing import Annotated, Final

import typer

from planforge.exit_codes import ExitCode
from planforge.language import mark

from . import options, terminal

EXAMPLES: Final = "planforge rule PF401\nplanforge rule PF6\nplanforge rule"


def rule(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=mark("RULE"),
            help=mark("Code, beginning of codes, or name of a rule; all rules when not given"),
            show_default=False,
        ),
    ] = None,
    *,
    templates: options.Templates = "",
    lang: options.Lang = "",
) -> int:
    """0 after listing the rules, or printing the page of the one that is meant."""
    from planforge.lint.choice import ALL, meant

    from . import lint_tables

    pieces = []
    for name in names or [ALL]:
        codes = meant(name)
        if len(codes) > 1:
            pieces.append(lint_tables.rules(sorted(codes)))
            continue
        from planforge.lint.manual import as_text

        pieces += [as_text(code) + "\n" for code in codes]
    terminal.write("\n".join(pieces))
    return ExitCode.OK
