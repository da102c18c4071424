"""PF2: who is in charge, and how far the work is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.covered import period as covered
from planforge.lint.days import span_in
from planforge.lint.passages import Role
from planforge.lint.rule import ERROR, INFO, WARNING, rule
from planforge.lint.work import works
from planforge.model.item import Tracked
from planforge.model.names import split
from planforge.model.status import Status
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.subject import Loc, Subject

_NAMES: Final = frozenset({Role.NAME})
_MARKS: Final = "、，,；;"
_BLANK: Final = pattern(rf"[{_MARKS}](?:[{_MARKS}]+|(?=\n|\Z))")
_BEGINNING: Final = pattern(rf"(?<=\n)[{_MARKS}](?![{_MARKS}\n])")


@rule("PF212", "empty-name", "名单里有空名", WARNING)
def names(subject: Subject) -> Iterator[Finding]:
    """A list of names with nothing between two marks, before the first or behind the last."""
    prose = subject.prose
    begins = any(f"\n{mark}" in prose.text for mark in _MARKS)
    hits = [*prose.find(_BLANK, telling=_MARKS, roles=_NAMES)]
    for hit in [*hits, *prose.find(_BEGINNING, roles=_NAMES)] if begins else hits:
        between = hit.start > 0 and hit.end < len(hit.passage.node.value)
        yield subject.hit(
            hit,
            _("a name is missing in this list"),
            hint=_("add the name, or take the mark out"),
            new=hit.words[0] if between else "",
            safe=False,
        )


@rule("PF215", "repeated-name", "名单里有重名", WARNING, needs_plan=True)
def roles(subject: Subject) -> Iterator[Finding]:
    """Somebody who stands twice in the leading group, or in one list of names."""
    plan = subject.plan
    group = plan.leadership
    if group:
        seen: set[str] = set()
        for field in ("head", "deputies", "members"):
            yield from _again(subject, ("leadership", field), getattr(group, field), seen)
    yield from _again(subject, ("addressees",), plan.addressees, set())
    for one in subject.once(works):
        if one.point.owner:
            names = split(one.point.owner)
            yield from _again(subject, (*one.loc, "owner"), names, set())


@rule("PF213", "done-without-proof", "已完成而无佐证", INFO, needs_plan=True)
def proof(subject: Subject) -> Iterator[Finding]:
    """Work that is marked as done without a day on which it was, and without evidence."""
    for one in subject.once(works):
        point = one.point
        if not isinstance(point, Tracked) or point.status is not Status.DONE:
            continue
        if point.finished is None and not point.evidence:
            yield subject.at(
                (*one.loc, "status"),
                _("{name} is done, but nothing shows when or how").format(name=one.brief),
                hint=_("add 完成时间 or 佐证"),
            )


@rule("PF214", "finished-unlikely", "完成时间不合理", ERROR, needs_plan=True)
def finished(subject: Subject) -> Iterator[Finding]:
    """A day on which work was finished that is not over, or that began later."""
    period = subject.once(covered)
    for one in subject.once(works):
        point = one.point
        if not isinstance(point, Tracked) or point.finished is None:
            continue
        if point.status not in {None, Status.DONE}:
            yield subject.at(
                (*one.loc, "status"),
                _("{name} has a day on which it was finished, but its status is {status}").format(
                    name=one.brief, status=point.status.in_words()
                ),
                hint=_("write 已完成, or take 完成时间 out"),
                at_most=WARNING,
            )
        days = span_in(period, point.finished) if period else None
        if period and days and days[1] < period.start:
            yield subject.at(
                (*one.loc, "finished"),
                _("{day} is before the period {period} begins").format(
                    day=point.finished.in_words(), period=period.text
                ),
                hint=_("correct the date or the period"),
            )


def _again(subject: Subject, loc: Loc, names: tuple[str, ...], seen: set[str]) -> Iterator[Finding]:
    for name in names:
        if name in seen:
            yield subject.at(
                loc,
                _("{name} stands there twice").format(name=name),
                hint=_("take one of the two out; of two people with one name say who is who"),
            )
        seen.add(name)
