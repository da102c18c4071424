"""The rules, one module for what belongs together; a rule is declared where its function stands."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

from planforge.lint.rule import RULES

if TYPE_CHECKING:
    from planforge.lint.rule import Rule

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


def find(code: str) -> Rule:
    """The rule with a code, also where other processes did the looking and none is loaded here.

    Raises:
        KeyError: There is none.
    """
    load()
    return RULES[code]
