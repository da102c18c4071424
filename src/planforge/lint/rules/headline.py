"""PF1: the title, the period and the date of a plan, held against each other."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.days import years
from planforge.lint.rule import ERROR, WARNING, rule
from planforge.model.wording import fold
from planforge.model.years import UNFILLED
from planforge.model.years import year as year_of
from planforge.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.subject import Loc, Subject
    from planforge.source.nodes import Scalar

# In folded text, which is as long as the words themselves.
_FOUR: Final = "(?:19|20|21)[0-9]{2}|二[〇○零][一二三四五六七八九〇○零]{2}"
_YEAR: Final = pattern(
    rf"(?<![0-9])(?P<year>{_FOUR})(?![0-9])"
    r"|(?:民国[ ]?|(?<![0-9]))(?P<republic>1[0-9]{2})[ ]?(?:年|学年)"
)
_RANGE: Final = pattern(rf"(?:{_FOUR})年?度?(?:-+|至|到|/)(?:(?:{_FOUR})|[0-9]{{2}}(?![0-9]))")
_SCHOOL: Final = pattern("学年|学期")
_CALENDAR_KINDS: Final = frozenset({"year", "half", "quarter"})
_EARLIEST: Final = dt.timedelta(days=366)


@rule("PF107", "missing-plan-year", "缺计划年度", WARNING, needs_plan=True)
def year(subject: Subject) -> Iterator[Finding]:
    """Neither the title nor the period says which year the plan is for."""
    plan = subject.plan
    title = fold(plan.title)
    if plan.period is None and not _YEAR.search(title) and not UNFILLED.search(title):
        yield subject.at(
            ("title",),
            _("neither the title nor the period says which year the plan is for"),
            hint=_("write 期间, such as 2027 or 2026-2027学年"),
        )


@rule("PF110", "year-kind-mismatch", "学年与日历年混用", WARNING, needs_plan=True)
def kind_of_year(subject: Subject) -> Iterator[Finding]:
    """The title speaks of a school year or a term, the period of a calendar year."""
    plan = subject.plan
    passage = subject.passage(("title",))
    found = _SCHOOL.search(fold(passage.node.value)) if passage else None
    if found and passage and plan.period and plan.period.kind in _CALENDAR_KINDS:
        yield _at(
            subject,
            passage.node,
            found,
            _("the title says {words}, but the period {period} is a calendar year").format(
                words=found[0], period=plan.period.text
            ),
            hint=_("write the period as 2026-2027学年 or 2026-2027学年第一学期"),
        )


@rule("PF114", "title-other-year", "标题年份不在期间内", ERROR, needs_plan=True)
def title_year(subject: Subject) -> Iterator[Finding]:
    """The title, or the heading of the notice, names a year that the period does not touch."""
    period = subject.plan.period
    if period is None:
        return
    issue = subject.plan.layout.issue
    locs: list[Loc] = [("title",)]
    if issue and issue.title:
        locs.append(("layout", "issue", "title"))
    for passage in map(subject.passage, locs):
        if passage is None:
            continue
        title = fold(passage.node.value)
        named = [(found, _read(found)) for found in _YEAR.finditer(title)]
        # A title that also has the right year, and 2026—2030年 in the name of a long-term plan.
        if any(one in years(period) for _found, one in named) or _RANGE.search(title):
            continue
        for found, written in named:
            yield _at(
                subject,
                passage.node,
                found,
                _("the title says {year}, but the period is {period}").format(
                    year=written, period=period.text
                ),
                hint=_("one of the two is left over from another plan"),
            )


@rule("PF115", "signature-date", "成文日期与期间不符", WARNING, needs_plan=True)
def signed(subject: Subject) -> Iterator[Finding]:
    """The plan is dated after the end of its period, or more than a year before it begins."""
    plan = subject.plan
    if plan.period is None or plan.signature is None or plan.signature.date is None:
        return
    date = plan.signature.date.date()
    if date is None or plan.period.start - _EARLIEST <= date <= plan.period.end:
        return
    late = date > plan.period.end
    message = (
        _("the plan is dated {date}, after the end of its period {period}")
        if late
        else _("the plan is dated {date}, more than a year before its period {period}")
    )
    yield subject.at(
        ("signature", "date"),
        message.format(date=plan.signature.date.in_words(), period=plan.period.text),
        hint=_("correct the date or the period"),
    )


def _read(found: re.Match[str]) -> int:
    if found["republic"]:
        return year_of(f"民国{found['republic']}")
    return year_of(found["year"])


def _at(
    subject: Subject, node: Scalar, found: re.Match[str], message: str, *, hint: str
) -> Finding:
    return subject.within(node, found.start(), found.end(), message, hint=hint)
