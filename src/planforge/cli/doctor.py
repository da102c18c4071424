"""`planforge doctor`: what is here, what is missing, and what that changes."""

from typing import Final

from planforge.exit_codes import ExitCode
from planforge.language import _

from . import options, terminal

EXAMPLES: Final = "planforge doctor"


def doctor(*, lang: options.Lang = "", templates: options.Templates = "") -> int:
    """Always 0: what is missing is told, not judged."""
    from planforge import diagnosis

    for finding in diagnosis.examine():
        mark = _("✓ good") if finding.good else _("✗ look")
        line = _("{mark}  {subject}: {result}").format(
            mark=mark, subject=finding.subject, result=finding.result
        )
        terminal.write(line + "\n")
        if finding.effect:
            terminal.write(f"        {finding.effect}\n")
    return ExitCode.OK
