"""PF1: who issues the plan, under which number and when; said in more than one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.days import days
from planforge.lint.rule import ERROR, WARNING, rule
from planforge.model.wording import fold
from planforge.patterns import pattern

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject
    from planforge.model.when import When

# The name that a title begins with: 青禾县第二中学工会 before 2027年工作计划.
_NAME: Final = pattern(
    '(?P<name>[^0-9〇零○（(《“"，。 ]{2,30}?'
    "(?:[总總]?工[会會]|[联聯]合[会會]|委[员員][会會]|女工委))"
    "(?=[0-9二一]|工作|年|上半|下半|第|民[国國]|$)"
)
_NUMBER: Final = pattern(
    r"(?P<words>[^\W\d_]{1,12})(?P<open>[〔\[(（【［])(?P<year>20[0-9]{2})(?P<close>[〕\])）】］])"
    r"(?P<nth>第?)(?P<zeros>0*)(?P<number>[1-9][0-9]*)(?P<unit>[号號])"
)


@rule("PF120", "other-organization", "单位名称不一致", WARNING, needs_plan=True)
def names(subject: Subject) -> Iterator[Finding]:
    """The title, or the signature, names another body than 单位."""
    plan = subject.plan
    if plan.organization is None:
        return
    own = plan.organization.name
    passage = subject.passage(("title",))
    found = _NAME.match(passage.node.value) if passage else None
    if found and passage and not _may_be(found["name"], own):
        yield subject.within(
            passage.node,
            found.start("name"),
            found.end("name"),
            _("the title says {name}, but the organization is {own}").format(
                name=found["name"], own=own
            ),
            hint=_("one of the two is left over from another plan"),
        )
    if plan.signature and plan.signature.body and not _may_be(plan.signature.body, own):
        yield subject.at(
            ("signature", "body"),
            _("{name} signs, but the organization is {own}").format(
                name=plan.signature.body, own=own
            ),
            hint=_("one of the two is left over from another plan"),
        )


@rule("PF121", "dates-of-issue", "成文、审议、印发日期先后", WARNING, needs_plan=True)
def issued(subject: Subject) -> Iterator[Finding]:
    """Approved after the date of the document, or printed before it."""
    plan = subject.plan
    signed = _day(plan.signature.date) if plan.signature else None
    if signed is None:
        return
    for day in subject.once(days):
        passage = day.hit.passage
        if passage.section != "signature" or passage.field != "approval" or day.year is None:
            continue
        if (day.year, day.month, day.day) > (signed.year, signed.month, signed.day):
            yield subject.hit(
                day.hit,
                _("approved on {day}, after the date of the document, {signed}").format(
                    day=day.hit.words, signed=signed
                ),
                hint=_("correct one of the two dates"),
            )
    issue = plan.layout.issue
    printed = _day(issue.printed_on) if issue and issue.printed_on else None
    if printed and printed < signed:
        yield subject.at(
            ("layout", "issue", "printed_on"),
            _("printed on {printed}, before the date of the document, {signed}").format(
                printed=printed, signed=signed
            ),
            hint=_("correct one of the two dates"),
        )


@rule("PF122", "document-number", "发文字号不规范", ERROR, needs_plan=True)
def number(subject: Subject) -> Iterator[Finding]:
    """A document number with other brackets than 〔〕, with 第 or zeros, or of another year."""
    plan = subject.plan
    passage = subject.passage(("layout", "issue", "number")) if _numbered(subject) else None
    found = _NUMBER.fullmatch(passage.node.value.strip()) if passage else None
    if passage is None or found is None or plan.region != "cn":
        return
    right = f"{found['words']}〔{found['year']}〕{found['number']}{found['unit']}"
    value = passage.node.value
    if value.strip() != right:
        yield subject.within(
            passage.node,
            0,
            len(value),
            _("{number} should be {right}").format(number=value.strip(), right=right),
            hint=_("brackets are 〔〕; neither 第 nor zeros stand before the number"),
            new=right,
        )
    signed = _day(plan.signature.date) if plan.signature else None
    if signed and signed.year != int(found["year"]):
        at = value.index(found["year"])
        yield subject.within(
            passage.node,
            at,
            at + len(found["year"]),
            _("the number is of {year}, but the document is dated {signed}").format(
                year=found["year"], signed=signed
            ),
            hint=_("a number belongs to the year in which the document is dated"),
            at_most=WARNING,
        )


def _numbered(subject: Subject) -> bool:
    issue = subject.plan.layout.issue
    return issue is not None and bool(issue.number)


def _day(when: When | None) -> dt.date | None:
    return when.date() if when else None


def _may_be(name: str, own: str) -> bool:
    """Whether one of two names may be short for the other: its characters in the same order."""
    one, other = sorted((_plain(name), _plain(own)), key=len)
    rest = iter(other)
    return all(character in rest for character in one)


def _plain(name: str) -> str:
    return "".join(fold(name).split())
