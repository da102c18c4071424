"""Quotation marks and other punctuation (checks 45 and 46)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.check.looks import HAN
from planforge.check.roles import Role
from planforge.language import _, mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.check.context import Context
    from planforge.check.finding import Finding

_NEAR_HANZI: Final = f"[{HAN}，。；：、！？（）《》]"
_STRAIGHT: Final = re.compile(f"{_NEAR_HANZI}[\"']|[\"']{_NEAR_HANZI}")
# Profile → quotation marks of elsewhere.
_FOREIGN: Final = {
    "gb": re.compile("[「」『』]"),
    "tw": re.compile("[“”‘’]"),
    "hk": re.compile("[“”‘’]"),
}
_HALF: Final = re.compile(f"(?<=[{HAN}])[,;:?!](?=[{HAN}]|$)|(?<=[{HAN}])\\.$")
_BRACKETS: Final = re.compile(f"(?<=[{HAN}])\\((?=[{HAN}])|(?<=[{HAN}])\\)(?=[{HAN}，。；、]|$)")
_DOUBLED: Final = re.compile("[。，、；：]{2,}|(?<!…)…(?!…)|…{3,}|\\.{3,}|……等|(?<!—)--+(?!—)")
_PAIRS: Final = ("“”", "‘’", "《》", "（）", "〔〕", "「」", "『』")
# 1） and （1 are numbers, not brackets that lost their partner.
_NUMBER: Final = re.compile(r"(?:^|(?<=[；;，,。、：\s]))[0-9a-zA-Z一二三四五六七八九十①-⑳]{1,3}）")
_MESSAGES: Final = {
    _HALF: mark("a half-width mark in Chinese text: {found}"),
    _BRACKETS: mark("half-width brackets in Chinese text: {found}"),
    _DOUBLED: mark("marks that do not go together: {found}"),
}


def quotes(context: Context) -> Iterator[Finding]:
    """Check 45: “ ” in simplified text, 「 」 in traditional, never straight ones."""
    wanted = "“ ”" if context.wording == "gb" else "「 」"
    for one in context.document.paragraphs:
        found = _STRAIGHT.search(one.text) or _FOREIGN[context.wording].search(one.text)
        if found:
            shown = found[0].strip(_without_quotes(found[0]))
            yield context.finding(
                "PG045",
                _("quotation marks {found} instead of {wanted}").format(found=shown, wanted=wanted),
                one,
                found=shown,
                wanted=wanted,
            )


def marks(context: Context) -> Iterator[Finding]:
    """Check 46: half-width marks beside hanzi, doubled marks, marks without partner."""
    for one in context.document.paragraphs:
        if one.role is Role.CONTENTS:
            continue
        for wrong, message in _MESSAGES.items():
            if found := wrong.search(one.words):
                yield context.finding(
                    "PG046", _(message).format(found=found[0]), one, found=found[0]
                )
        bare = _NUMBER.sub("", one.words)
        for pair in _PAIRS:
            if bare.count(pair[0]) != bare.count(pair[1]):
                yield context.finding(
                    "PG046",
                    _("{opening} and {closing} do not pair").format(
                        opening=pair[0], closing=pair[1]
                    ),
                    one,
                    found=pair,
                )


def _without_quotes(text: str) -> str:
    return "".join(c for c in text if c not in "\"'「」『』“”‘’")
