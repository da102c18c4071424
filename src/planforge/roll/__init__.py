"""A plan becomes that of another year: every change is listed, what nobody can decide is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.agenda.choosing import line
from planforge.catalogue import load_catalogue
from planforge.errors import Severity, UserError
from planforge.language import _
from planforge.lint.finding import Change, Fix, Found
from planforge.lint.fixing import fixed_text
from planforge.lint.subject import Subject
from planforge.model.period import Period
from planforge.model.validate import validate
from planforge.regions import load_region
from planforge.source.load import load

from . import days, five_years, ordinals, period, progress, years
from .comments import with_comments
from .rolling import Rolling
from .stale import stale
from .turn import Turn

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from planforge.errors import Problem
    from planforge.model.plan import Plan
    from planforge.source.load import Source

    Rule = Callable[[Rolling], Iterator[Turn]]

__all__ = ["Rolled", "Rolling", "Turn", "read", "roll", "turns"]

RULES: Final[tuple[Rule, ...]] = (
    *(period.period, days.moved, years.years, years.terms, years.holidays),
    *(ordinals.ordinals, ordinals.anniversaries, five_years.five_years),
)


class Rolled(Struct, frozen=True):
    """What became of a plan.

    Attributes:
        source: The new file.
        turns: Every change and every question, in the order of the old file.
        cleared: Line of the old file and title of what lost the progress of the old period.
        carried: Titles of what was carried over because it was not done.
        stale: What lint finds in the new plan and did not find in the old one.
    """

    source: Source
    turns: tuple[Turn, ...]
    cleared: tuple[tuple[int, str], ...]
    carried: tuple[str, ...]
    stale: tuple[Problem, ...]


def read(path: str, data: bytes, to: str) -> Rolling:
    """A plan on its way to another period.

    Args:
        path: The file as the user named it.
        data: Its bytes.
        to: The new period: 2028, 2027-2028学年, 2027-2028学年第二学期.

    Raises:
        FileProblems: There is no plan in it.
        UserError: The plan has no period, or ``to`` is none, or of another kind.
    """
    source = load(path, data)
    plan = validate(source, load_catalogue())
    if plan.period is None:
        raise UserError(
            _("{path}: the plan does not say what period it is for").format(path=path),
            _("write 期间, such as 2027 or 2026-2027学年"),
        )
    new = _period(to)
    if new.kind != plan.period.kind:
        raise UserError(
            _("{to} is another kind of period than {old}").format(to=to, old=plan.period.text),
            _("write it like the period of the plan"),
        )
    return Rolling(Subject(source, plan, {}), plan.period, new)


def turns(rolling: Rolling, *, keep_progress: bool = False) -> tuple[Turn, ...]:
    """Everything that changes, and everything that is asked, in the order of the file.

    Args:
        rolling: The plan.
        keep_progress: Also what changes in the progress of the old period.
    """
    source, plan = rolling.subject.source, rolling.subject.plan
    had = () if keep_progress else progress.reported(plan)
    going = progress.going(source, had)
    found: list[Turn] = []
    for rule in RULES:
        for turn in rule(rolling):
            if turn.node.start not in going and not any(_overlap(turn, other) for other in found):
                found.append(turn)
    return tuple(sorted(found, key=lambda turn: (turn.node.start, turn.start)))


def roll(
    rolling: Rolling,
    *,
    refused: Collection[int] = (),
    carry: bool = False,
    keep_progress: bool = False,
) -> Rolled:
    """The plan for the new period.

    Args:
        rolling: The plan.
        refused: Numbers of the turns, in the order of `turns`, that the user does not want.
        carry: Write a remark at what was not done in the old period.
        keep_progress: Leave status, dates and evidence of the old period in.
    """
    source, plan = rolling.subject.source, rolling.subject.plan
    all_ = turns(rolling, keep_progress=keep_progress)
    note = _script(plan)
    asked = [t for n, t in enumerate(all_) if t.new is None and n not in refused]
    commented = with_comments(source, [(t.node.start, note(t.note)) for t in asked])
    again = _again(commented, rolling)
    found_again = turns(again, keep_progress=keep_progress)
    wanted = [t for n, t in enumerate(found_again) if t.new is not None and n not in refused]
    new = _changed(commented, wanted)
    left = progress.unfinished(plan, rolling.old.end) if carry else ()
    had = () if keep_progress else progress.reported(plan)
    new = progress.reset(new, had)
    new = progress.carried(new, left)
    validate(new, load_catalogue())
    path = source.text.path
    grown = stale(path, source.text.text.encode(), new.text.text.encode())
    starts = new.text.starts
    new = with_comments(new, [(starts[p.line - 1], p.message) for p in grown if p.line])
    cleared = tuple((line(one, source), one.name) for one in had)
    return Rolled(new, all_, cleared, tuple(one.name for one in left), tuple(grown))


def _script(plan: Plan) -> Callable[[str], str]:
    """Comments in the script of the plan."""
    if load_region(plan.region).script == "Hans":
        return str
    from planforge.script.conversion import Conversion  # loads dictionaries

    return Conversion("hant").text


def _again(source: Source, rolling: Rolling) -> Rolling:
    """The same plan in a file that only has more comments."""
    plan: Plan = validate(source, load_catalogue())
    return Rolling(Subject(source, plan, {}), rolling.old, rolling.new)


def _changed(source: Source, wanted: list[Turn]) -> Source:
    founds = [_found(source, turn) for turn in wanted]
    return load(source.text.path, fixed_text(source, founds).text.encode())


def _found(source: Source, turn: Turn) -> Found:
    """The turn as the engine that mends findings takes it."""
    assert turn.new is not None
    fix = Fix((Change(turn.node, turn.start, turn.end, turn.new),))
    return Found(source.text.problem("", turn.reason, severity=Severity.INFO), fix)


def _overlap(one: Turn, other: Turn) -> bool:
    return one.node is other.node and one.start < other.end and other.start < one.end


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError as error:
        raise UserError(str(error)) from error
