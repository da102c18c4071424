"""Words and figures (checks 44 and 47)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.check.roles import Role
from planforge.language import _, mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.check.context import Context
    from planforge.check.finding import Finding

# 法律統一用字表 and 立法院慣用詞; what must not stand before or behind the wrong form.
_TAIWAN: Final = (
    (re.compile("台(?=灣|北|中市|南|東|大)"), "臺"),
    (re.compile("新台幣"), "新臺幣"),
    (re.compile("公佈|發佈|頒佈"), "布"),
    (re.compile("佔(?!領)"), "占"),
    (re.compile("部份"), "部分"),
    (re.compile("身份"), "身分"),
    (re.compile("粘貼"), "黏貼"),
    (re.compile("僱主"), "雇主"),
    (re.compile("徹底"), "澈底"),
    (re.compile("儘可能|盡量"), "儘量"),
)
_FIGURES: Final = (
    (re.compile("[０-９]+"), mark("full-width digits: {found}")),
    (
        re.compile(r"(?<![\d.])\d+(?:\.\d+)?[～~—–-]\d+(?:\.\d+)?[%％]"),
        mark("the first figure of a range has lost its percent sign: {found}"),
    ),
    (
        re.compile(
            r"(?<![\d.〇○零一二三四五六七八九])[0-9]{2}年(?=度|\d{1,2}月|工作|上半年|下半年)"
        ),
        mark("a year without its century: {found}"),
    ),
    (
        re.compile(r"[一二][〇○零九][〇○零一二三四五六七八九]{2}年\d{1,2}月"),
        mark("a date in two kinds of figures: {found}"),
    ),
    (
        re.compile(r"(?<!\d)\d{4}年0\d月|\d月0\d日"),
        mark("a zero in front of month or day: {found}"),
    ),
    (re.compile(r"(?<![\d.])\.\d+%"), mark("a figure without the zero before the point: {found}")),
)


def taiwan(context: Context) -> Iterator[Finding]:
    """Check 44: the uniform forms of the table."""
    for one in context.document.paragraphs:
        for wrong, right in _TAIWAN:
            if found := wrong.search(one.words):
                yield context.finding(
                    "PG044",
                    _("{found} is written with {wanted}").format(found=found[0], wanted=right),
                    one,
                    found=found[0],
                    wanted=right,
                )


def figures(context: Context) -> Iterator[Finding]:
    """Check 47: ranges, years and digits as GB/T 15835 has them."""
    for one in context.document.paragraphs:
        if one.role is Role.CONTENTS:
            continue
        for wrong, message in _FIGURES:
            if found := wrong.search(one.words):
                yield context.finding(
                    "PG047", _(message).format(found=found[0]), one, found=found[0]
                )
