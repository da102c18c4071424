"""The rules, one module for what belongs together; a rule is declared where its function stands."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Final

MODULES: Final = (
    *("file", "placeholders"),
    *("residue", "garbled", "markup", "mismatch", "cut_off"),
    *("punctuation", "pairs", "series", "figures"),
    *("missing", "headline", "structure", "typed_numbers", "attachments", "identity"),
    *("slogans", "percentages", "targets", "progress"),
    *("dates", "within", "schedule", "stages", "vague"),
    *("budget", "budget_lines"),
    *("festivals", "festival_dates"),
    *("congresses", "guidance", "bodies", "wording"),
    *("scripts", "regional"),
    *("copied_text", "leftovers"),
)


@cache
def load() -> None:
    """Make every rule known to `planforge.lint.rule.RULES`; the second time costs nothing."""
    for name in MODULES:
        import_module(f".{name}", __name__)
