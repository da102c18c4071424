"""What the processes of a call load while the first process still reads the call.

What every process of `convert` needs takes 0.3 s to load, and the libraries that read a call 0.1 s;
so the one begins before the other.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from . import asked

if TYPE_CHECKING:
    from collections.abc import Sequence

LOADED: Final = {
    "convert": ("planforge.cli.converting", "planforge.script.loaded"),
    "export": ("planforge.cli.export", "planforge.model.validate"),
    "import": ("planforge.cli.importing",),
    "lint": ("planforge.cli.linting",),
    "merge": ("planforge.cli.merge", "planforge.model.validate"),
    "render": ("planforge.cli.rendering", "planforge.writers.docx"),
}
"""Command → the module of its work, and what that loads for almost every file."""
_FIRST: Final = "planforge.cli.pluginless"


def start(arguments: Sequence[str]) -> None:
    """Start loading, where the words of the call ask for several processes.

    Args:
        arguments: The words after the program name, not yet checked.
    """
    number = asked.value(arguments, "--jobs", "-j")
    command = arguments[0] if arguments else ""
    if command in LOADED and number.isdecimal() and number.lstrip("0") not in {"", "1"}:
        from planforge.batch.preloading import start_loading  # few calls need more than one

        # What the system refuses now it refuses again where it can be told.
        with suppress(OSError):
            start_loading(needed(LOADED[command][0]))


def needed(module: str) -> tuple[str, ...]:
    """What a process loads first that does the work of ``module``."""
    known = next((names for names in LOADED.values() if module in names), (module,))
    return (_FIRST, *known)
