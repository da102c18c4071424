"""One file, looked at by every rule that its profile has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from planforge.catalogue import load_catalogue
from planforge.errors import FileProblems, Severity
from planforge.model.validate import validate
from planforge.pipeline import check_style
from planforge.source.load import load

from .choice import EVERYTHING
from .directives import in_yaml
from .finding import Found
from .preset import DEFAULT, profile
from .rule import ACROSS, RULES
from .subject import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from planforge.errors import Problem
    from planforge.model.plan import Plan
    from planforge.source.load import Source

    from .choice import Choice
    from .directives import Directives
    from .finding import Finding
    from .preset import Part, Profile
    from .suppression import Suppression

_ORDER: Final = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}
_CHARACTERS: Final = "PF005"


class Look(Struct, frozen=True):
    """One file that was looked at.

    Attributes:
        found: What is wrong with it, in its order.
        subject: The file as the rules saw it; ``None`` where it cannot be read at all.
        profile: What was looked for; ``None`` where it cannot be read at all.
        suppression: The comments that turn rules off; ``None`` without any.
        judged: The rules that saw the whole file; none of them where a part could not be read.
    """

    found: tuple[Found, ...]
    subject: Subject | None = None
    profile: Profile | None = None
    suppression: Suppression | None = None
    judged: frozenset[str] = frozenset()

    def is_off(self, problem: Problem) -> bool:
        """Whether a comment turns off a problem that only a look at other files shows."""
        return self.suppression is not None and self.suppression.is_off(problem)


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
    return look(path, data, preset=preset, also=also).found


def look(  # noqa: PLR0913  one argument per fact about the call
    path: str,
    data: bytes | None = None,
    *,
    preset: str = DEFAULT,
    also: tuple[Part, ...] = (),
    choice: Choice = EVERYTHING,
    comments: Callable[[Source], Directives | None] = in_yaml,
) -> Look:
    """What is wrong with a plan file, and what the rules saw; for the rest see `lint`.

    Args:
        path: The file.
        data: Its bytes.
        preset: Name of the preset.
        also: What the user changes of the preset.
        choice: Which rules are looked for.
        comments: Finds the comments that turn rules off.
    """
    try:
        source = load(path, data, go_on=True)
    except FileProblems as error:
        return Look(tuple(Found(problem) for problem in error.problems))
    plan, problems = _plan(source)
    chosen = profile(preset, plan.kind or "" if plan else "", also)
    chosen = replace(chosen, severities=choice.severities(chosen.severities))
    read = [Found(problem) for problem in (*problems, *source.notices)]
    # A value that could not even be read needs no second word about it.
    told = {_place(one)[:2] for one in read}
    subject = Subject(source, plan, chosen.settings)
    found: Iterable[Found] = findings(subject, chosen)
    judged = frozenset(chosen.severities) if plan else frozenset()
    suppression, unneeded = None, []
    if directives := comments(source):
        from .suppression import Suppression  # few files have such comments

        suppression = Suppression(directives)
        found = suppression.left(found)
        seen = None if plan else _seen(subject, problems)
        unneeded = _unneeded(subject, chosen, suppression, seen)
    found = [*read, *(one for one in found if _place(one)[:2] not in told), *unneeded]
    return Look(tuple(sorted(found, key=_place)), subject, chosen, suppression, judged)


def _seen(subject: Subject, problems: Iterable[Problem]) -> frozenset[int]:
    """The lines of a file that is no valid plan that rules saw all the same."""
    text = subject.source.text
    lines = {
        line
        for one in subject.prose.passages
        for line in range(
            text.position(one.node.start)[0], text.position(max(one.node.end - 1, 0))[0] + 1
        )
    }
    # A text with characters that are none is read all the same.
    return frozenset(lines.difference(p.line for p in problems if p.code != _CHARACTERS))


def _unneeded(
    subject: Subject, chosen: Profile, suppression: Suppression, seen: frozenset[int] | None
) -> list[Found]:
    from .suppression import UNUSED  # few files have such comments

    severity = chosen.severities.get(UNUSED)
    if severity is None:
        return []
    # Whether a comment about copies is of use shows when the files are compared.
    asked = {code for code in chosen.severities if subject.valid or not RULES[code].needs_plan}
    doubts = suppression.unneeded(asked - ACROSS, seen)
    return suppression.left(_found(subject, UNUSED, severity, one) for one in doubts)


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
