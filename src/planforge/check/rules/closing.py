"""Signing body and date (checks 40 to 42)."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from planforge.check.looks import character_width, inset
from planforge.check.roles import Role
from planforge.language import _
from planforge.writers.docx.closing import insets, sealed_insets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.check.context import Context
    from planforge.check.document import Paragraph
    from planforge.check.finding import Finding

NEAR: Final = 0.3
"""Characters by which an indent may differ."""
FIRST_REPUBLICAN: Final = 1911

_WESTERN: Final = re.compile(r"(\d{4})年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")
_REPUBLICAN: Final = re.compile(r"中華民國(\d{2,3})年(\d{1,2})月(\d{1,2})日")
_YEAR: Final = re.compile(r"(20\d\d)")
_REPUBLICAN_YEAR: Final = re.compile(r"(?<!\d)(1\d\d)(?=年度?|學年)")


def signature(context: Context) -> Iterator[Finding]:
    """Check 40: body and date by the formula for documents without a seal."""
    flow = [one for one in context.document.flow if one.words]
    for body, date in pairwise(flow):
        if body.role is Role.SIGNATURE and date.role is Role.DATE:
            lines = (body, date)
            if not _sealed(context, lines):
                yield from _places(context, lines)


def _places(context: Context, lines: tuple[Paragraph, Paragraph]) -> Iterator[Finding]:
    """Where the two lines do not stand as without a seal."""
    figures = context.style.signature
    words = (lines[0].words, lines[1].words)
    places = insets(*words, figures.inset.amount, figures.step.amount)
    for one, wanted in zip(lines, places, strict=True):
        found = _from_the_right(context, one)
        if not _on_the_right(one):
            message = _("signing body and date do not stand on the right")
            given = one.properties.get("jc", "left")
        elif abs(found - wanted) > NEAR:
            message = _("{words} stands {found} characters from the right, not {wanted}")
            message = message.format(words=one.words, found=f"{found:g}", wanted=f"{wanted:g}")
            given = f"{found:g}"
        else:
            continue
        yield context.finding(
            "PG040",
            message,
            one,
            by=(figures,),
            found=given,
            wanted=f"{wanted:g}",
            hint=_("align right, with an indent on the right in characters"),
        )


def _sealed(context: Context, lines: tuple[Paragraph, Paragraph]) -> bool:
    """Whether both lines stand where a seal will cover them."""
    sealed = context.style.signature.sealed
    if sealed is None or not all(_on_the_right(one) for one in lines):
        return False
    places = sealed_insets(lines[0].words, lines[1].words, sealed.inset.amount)
    found = (_from_the_right(context, one) for one in lines)
    return all(abs(one - wanted) <= NEAR for one, wanted in zip(found, places, strict=True))


def _from_the_right(context: Context, one: Paragraph) -> float:
    width = character_width(context.style, context.style.text.signature.size)
    return inset(one, "right", width)


def date(context: Context) -> Iterator[Finding]:
    """Check 41: Arabic figures, not padded, a real day, near the year of the plan."""
    for one in context.document.of(Role.DATE):
        written = _WESTERN.fullmatch(one.words)
        if written is None:
            yield _form(context, "PG041", one, _("write it like 2027年1月5日"))
        else:
            year, month, day = map(int, written.groups())
            yield from _day(context, "PG041", one, (year, month, day))


def date_in_taiwan(context: Context) -> Iterator[Finding]:
    """Check 42: years of the Republic, a real day, near the year of the plan."""
    for one in context.document.of(Role.DATE):
        written = _REPUBLICAN.fullmatch(one.words)
        if written is None:
            yield _form(context, "PG042", one, _("write it like 中華民國116年1月5日"))
        else:
            year, month, day = map(int, written.groups())
            yield from _day(context, "PG042", one, (year + FIRST_REPUBLICAN, month, day))


def _form(context: Context, code: str, one: Paragraph, hint: str) -> Finding:
    return context.finding(
        code,
        _("the date is not written in the form that is demanded: {date}").format(date=one.words),
        one,
        found=one.words,
        hint=hint,
    )


def _day(
    context: Context, code: str, one: Paragraph, day: tuple[int, int, int]
) -> Iterator[Finding]:
    try:
        dt.date(*day)
    except ValueError:
        yield context.finding(
            code, _("there is no such day: {date}").format(date=one.words), one, found=one.words
        )
        return
    years = _years(context)
    if years and not any(abs(day[0] - year) <= 1 for year in years):
        yield context.finding(
            code,
            _("the date is far from the year in the title: {date}").format(date=one.words),
            one,
            found=str(day[0]),
            wanted=str(max(years)),
        )


def _years(context: Context) -> tuple[int, ...]:
    """The years that the title names."""
    title = "".join(one.words for one in context.document.of(Role.TITLE))
    western = map(int, _YEAR.findall(title))
    republican = (int(year) + FIRST_REPUBLICAN for year in _REPUBLICAN_YEAR.findall(title))
    return (*western, *republican)


def _on_the_right(one: Paragraph) -> bool:
    return one.properties.get("jc") in {"right", "end"}
