"""PF1: sections and points without content, and those that stand there twice."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.rule import ERROR, INFO, WARNING, rule
from planforge.lint.work import brief, known_fields, sections, works
from planforge.model.plan import Plan
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.subject import Loc, Subject
    from planforge.lint.work import Work
    from planforge.model.entry import Entry
    from planforge.model.section import Headed

# What a section may hold below its heading; an attachment may be no more than its name.
_CONTENT: Final = (
    *("text", "table", "items", "entries", "lines", "duties", "group", "head", "deputies"),
    *("members", "office"),
)
_MORE: Final = ("text", "items", "due", "frequency", "owner", "budget", "status", "remarks")
_WITHOUT_HEADING: Final = frozenset({"preamble", "closing", "sections"})
_LISTED: Final = frozenset({"tasks", "targets", "safeguards", "sections"})
_NO_WORDS: Final = pattern(r"[\W_]+")
_FEWEST: Final = 3


@rule("PF108", "empty-section", "空章节", ERROR, needs_plan=True)
def empty(subject: Subject) -> Iterator[Finding]:
    """A heading with nothing below it."""
    for one in subject.once(sections):
        if one.loc[0] != "attachments" and not _holds(one.section, _CONTENT):
            heading = one.section.heading
            yield subject.at(
                one.loc,
                _("there is nothing below the heading {heading}").format(heading=heading)
                if heading
                else _("this section is empty"),
                hint=_("write what belongs there, or take the section out"),
            )
    for group in subject.once(_groups):
        yield from _bare(subject, group)
    schedule = subject.plan.schedule
    # Points below the schedule may belong to its last month.
    entries = schedule.entries if schedule and not schedule.items else ()
    for number, entry in enumerate(entries):
        if entry.months and not (entry.activities or entry.text or entry.theme):
            yield subject.at(
                ("schedule", "entries", number),
                _("there is nothing below the heading {heading}").format(
                    heading=entry.months.in_words()
                ),
                hint=_("write what belongs there, or take the month out"),
            )


@rule("PF112", "duplicate-heading", "标题重复", WARNING, needs_plan=True)
def headings(subject: Subject) -> Iterator[Finding]:
    """Two sections, or two points of one list, have the same heading."""
    for where, alike in _headings(subject):
        seen: dict[str, Loc] = {}
        for loc, heading in alike:
            words = _NO_WORDS.sub("", heading)
            if words and seen.get(words, loc) != loc:
                yield subject.at(
                    loc,
                    _("the heading {heading} stands there twice").format(heading=brief(heading)),
                    hint=where,
                )
            seen.setdefault(words, loc)


@rule("PF123", "lone-point", "只有一条的分条", INFO, needs_plan=True)
def lone(subject: Subject) -> Iterator[Finding]:
    """A numbered list of one point: （一） without （二）."""
    for group in subject.once(_groups):
        one = group[0]
        if len(group) == 1 and one.above and one.section in _LISTED and not _is_plain(one):
            yield subject.at(
                one.loc,
                _("{name} is the only point of its list").format(name=one.brief),
                hint=_("write it as the text of what stands above it, or add another point"),
            )


def _groups(subject: Subject) -> tuple[tuple[Work, ...], ...]:
    """The points of each list."""
    groups: dict[Loc, list[Work]] = {}
    for one in subject.once(works):
        groups.setdefault(one.group, []).append(one)
    return tuple(map(tuple, groups.values()))


def _bare(subject: Subject, group: tuple[Work, ...]) -> Iterator[Finding]:
    """A heading among points that all have something below theirs."""
    if len(group) < _FEWEST or group[0].section not in {"tasks", "sections", "safeguards"}:
        return
    bare = [one for one in group if one.point.title and not _says_more(one)]
    if len(bare) == 1:
        yield subject.at(
            (*bare[0].loc, "title"),
            _("there is nothing below the heading {heading}").format(heading=bare[0].brief),
            hint=_("the others of the list have a text; write one or take the heading out"),
        )


def _is_plain(one: Work) -> bool:
    return not getattr(one.point, "numbered", True)


def _says_more(one: Work) -> bool:
    return _holds(one.point, _MORE)


def _holds(entry: Entry, fields: tuple[str, ...]) -> bool:
    """Whether any of the fields says something."""
    return any(getattr(entry, field) for field in known_fields(type(entry), fields))


def _headings(subject: Subject) -> Iterator[tuple[str, list[tuple[Loc, str]]]]:
    """What to do about it, and the headings that must differ: of sections, then of each list."""
    top = [
        ((*one.loc, "heading"), heading)
        for one in subject.once(sections)
        if one.loc[0] != "attachments"
        for heading in _called(str(one.loc[0]), one.section)
    ]
    yield _("join the two sections, or tell them apart by their headings"), top
    for group in subject.once(_groups):
        if group[0].section != "schedule":
            named = [((*one.loc, "title"), one.point.title) for one in group if one.point.title]
            yield _("join the two points, or tell them apart by their headings"), named


def _called(name: str, section: Headed) -> tuple[str, ...]:
    """The heading of a section; without one, every name that its key has."""
    if section.heading is not None or name in _WITHOUT_HEADING:
        return (section.heading,) if section.heading else ()
    return _names(name)


@cache
def _names(name: str) -> tuple[str, ...]:
    return Plan.keys()[name].chinese
