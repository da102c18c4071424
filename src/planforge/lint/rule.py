"""A rule: its code, its names, how bad its findings are, and the function that finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.errors import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .finding import Finding
    from .subject import Subject

    Check = Callable[[Subject], Iterator[Finding]]

ERROR: Final = Severity.ERROR
WARNING: Final = Severity.WARNING
INFO: Final = Severity.INFO
OFF: Final = None
"""For rules that only those get who ask for them."""


class Rule(Struct, frozen=True):
    """One rule.

    Attributes:
        code: ``PF`` and three digits, the first of them the family; never reused.
        name: English name, words joined with hyphens.
        zh: Chinese name.
        severity: How bad a finding is where no preset says otherwise; ``None``: not looked for.
        check: Yields what it finds; ``None`` for what is found while the file is read.
        needs_plan: Whether it can only look at files that hold a valid plan.
    """

    code: str
    name: str
    zh: str
    severity: Severity | None
    check: Check | None = None
    needs_plan: bool = False


ACROSS: Final = frozenset({"PF901", "PF902"})
"""Rules that also compare files with one another, see `planforge.lint.copies`."""

RULES: Final[dict[str, Rule]] = {}
"""Code → rule; filled when `planforge.lint.rules` is imported."""


def declare(rule: Rule) -> None:
    """Add a rule.

    Raises:
        ValueError: Its code is taken.
    """
    if rule.code in RULES:
        message = f"{rule.code} is declared twice"
        raise ValueError(message)
    RULES[rule.code] = rule


def rule(
    code: str, name: str, zh: str, severity: Severity | None, *, needs_plan: bool = False
) -> Callable[[Check], Check]:
    """A decorator that makes a rule of a function; for the arguments see `Rule`."""

    def declared(check: Check) -> Check:
        declare(Rule(code, name, zh, severity, check, needs_plan))
        return check

    return declared
