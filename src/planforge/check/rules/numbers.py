"""Numbers of headings and paragraphs (checks 17 and 18)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.check.levels import ordinal
from planforge.check.roles import Role
from planforge.document.numbering import label
from planforge.errors import Severity
from planforge.language import _
from planforge.readers.line import Line
from planforge.recognise import marks as known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.check.context import Context
    from planforge.check.document import Paragraph
    from planforge.check.finding import Finding

_BLANKS: Final = re.compile(r"\s")
_SAME: Final = str.maketrans("．", ".")
_AFRESH: Final = frozenset((Role.ATTACHMENT_LABEL, Role.TITLE))


def sequence(context: Context) -> Iterator[Finding]:
    """Check 17: typed or automatic, one by one, no level left out, afresh under each parent."""
    reached: dict[int, int] = {}
    above: Paragraph | None = None
    for one in context.document.flow:
        if one.role in _AFRESH:
            reached = {}
        above, before = one if one.words else above, above
        if one.role not in {Role.HEADING, Role.ITEM} or not one.level or not one.words:
            continue
        if one.typed and one.label:
            yield context.finding(
                "PG017",
                _("there are two numbers: {automatic} from the list and {typed} as text").format(
                    automatic=one.label, typed=one.typed.strip()
                ),
                one,
                found=one.label + one.typed.strip(),
                wanted=one.label,
                hint=_("delete the number that is typed"),
            )
        # An automatic level may belong to a paragraph that is not numbered itself.
        sure = not one.label or (before is not None and before.level > 0)
        yield from _step(context, one, reached, sure=sure)


def marks(context: Context) -> Iterator[Finding]:
    """Check 18: the punctuation of typed numbers."""
    for one in context.document.of(Role.HEADING, Role.ITEM):
        if not one.typed or not one.level:
            continue
        level = context.style.level(one.level)
        number = _number(one)
        wanted = label(context.style.numbering, one.level, number)
        written = _BLANKS.sub("", one.typed).translate(_SAME)
        if number and written != wanted:
            yield context.finding(
                "PG018",
                _("the number is written {found}, not {wanted}").format(
                    found=one.typed.strip(), wanted=wanted
                ),
                one,
                by=(level,),
                found=one.typed.strip(),
                wanted=wanted,
            )


def _step(
    context: Context, one: Paragraph, reached: dict[int, int], *, sure: bool
) -> Iterator[Finding]:
    """Compares a number with the one before it on its level, and remembers it."""
    number = _number(one)
    deepest = max((level for level in reached if level < one.level), default=0)
    before = reached.get(one.level, 0)
    for below in [level for level in reached if level > one.level]:
        del reached[below]
    if not number:
        reached[one.level] = 0
        return
    if sure and 0 < deepest < one.level - 1 and not before:
        yield context.finding(
            "PG017",
            _("level {level} follows level {above}; the levels between are left out").format(
                level=one.level, above=deepest
            ),
            one,
            severity=Severity.WARNING,
        )
    if number != before + 1 and one.label == "":
        wanted = label(context.style.numbering, one.level, before + 1)
        yield context.finding(
            "PG017",
            _("{found} stands where {wanted} is due").format(
                found=one.typed.strip(), wanted=wanted
            ),
            one,
            found=one.typed.strip(),
            wanted=wanted,
        )
    reached[one.level] = number


def _number(one: Paragraph) -> int:
    if one.label:
        return ordinal(one.label)
    return known.piece(Line(1, f"{one.typed}文")).ordinal if one.typed else 0
