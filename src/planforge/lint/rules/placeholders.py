"""PF4: blanks that were never filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.passages import PRINTED
from planforge.lint.rule import ERROR, rule
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject

_YEAR: Final = pattern(r"20[xX×＊*_]{2}年?|(?<![0-9A-Za-z])[xX×＊*_]{1,4}年(?!级)")


@rule("PF401", "placeholder-year", "占位年份", ERROR)
def year(subject: Subject) -> Iterator[Finding]:
    """A year of which figures are missing: 20xx年, xx年."""
    for hit in subject.prose.find(_YEAR, telling="xX×＊*_", roles=PRINTED):
        yield subject.hit(
            hit,
            _("the year in {words} is not filled in").format(words=hit.words),
            hint=_("write the year in full, such as 2027年"),
        )
