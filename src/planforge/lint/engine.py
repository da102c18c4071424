"""One file, looked at by every rule that its profile has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.catalogue import load_catalogue
from planforge.errors import FileProblems, Severity
from planforge.model.validate import validate
from planforge.pipeline import check_style
from planforge.source.load import load

from .finding import Found
from .preset import DEFAULT, profile
from .rule import RULES
from .subject import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.errors import Problem
    from planforge.model.plan import Plan
    from planforge.source.load import Source

    from .finding import Finding
    from .preset import Part, Profile

_ORDER: Final = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


def lint(
    path: str, data: bytes | None = None, *, preset: str = DEFAULT, also: tuple[Part, ...] = ()
) -> tuple[Found, ...]:
    """What is wrong with a plan file, in the order of the file.

    Args:
        path: The file as the user named it; ``-`` for standard input.
        data: Its bytes; read from ``path`` when None.
        preset: Name of the preset.
        also: What the user changes of the preset; later parts win.

    Raises:
        UserError: The file cannot be read, or there is no such preset.
    """
    try:
        source = load(path, data, go_on=True)
    except FileProblems as error:
        return tuple(Found(problem) for problem in error.problems)
    plan, problems = _plan(source)
    chosen = profile(preset, plan.kind or "" if plan else "", also)
    read = [Found(problem) for problem in (*problems, *source.notices)]
    # A value that could not even be read needs no second word about it.
    told = {_place(one)[:2] for one in read}
    found = findings(Subject(source, plan, chosen.settings), chosen)
    return tuple(sorted([*read, *(f for f in found if _place(f)[:2] not in told)], key=_place))


def findings(subject: Subject, chosen: Profile) -> Iterator[Found]:
    """What the rules of a profile find."""
    for code, severity in chosen.severities.items():
        one = RULES[code]
        if one.check is None or (one.needs_plan and subject.valid is None):
            continue
        for finding in one.check(subject):
            yield _found(subject, code, severity, finding)


def _plan(source: Source) -> tuple[Plan | None, tuple[Problem, ...]]:
    try:
        plan = validate(source, load_catalogue())
        check_style(plan, source)
    except FileProblems as error:
        return None, error.problems
    return plan, ()


def _found(subject: Subject, code: str, severity: Severity, finding: Finding) -> Found:
    if finding.at_most is not None:
        severity = min(severity, finding.at_most, key=_ORDER.__getitem__)
    problem = subject.source.text.problem(
        code, finding.message, finding.start, finding.end, hint=finding.hint, severity=severity
    )
    return Found(problem, finding.fix)


def _place(found: Found) -> tuple[int, int, str]:
    problem = found.problem
    return problem.line, problem.column, problem.code
