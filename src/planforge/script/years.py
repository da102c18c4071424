"""Years in prose, counted as readers of a region count them: 2027年 and 民國116年."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from planforge.regions import DateForm

# The wording of laws, documents and slogans is never changed.
_QUOTED: Final = r"《[^《》\n]*》|[“「][^“”「」\n]*[”」]"
_DASHES: Final = r"\-—–~～至"
_FIGURES: Final = "〇一二三四五六七八九"
_DIGIT: Final = re.compile(r"[0-9]+|[〇○零一二三四五六七八九]+")
# A year or several (2025—2027年), but no decade (1990年代), no number of a document (〔2027〕12號)
# and no year that says itself how it is counted (西元2027年).
_WESTERN_YEAR: Final = r"(?:19|20)[0-9]{2}|[一二][九〇○零][〇○零一二三四五六七八九]{2}"
_WESTERN: Final = re.compile(
    rf"{_QUOTED}"
    r"|(?<![0-9A-Za-z.〇○零一二三四五六七八九])(?<!西元)(?<!公元)"
    rf"(?P<after>(?<=年[{_DASHES}]))?"
    rf"(?P<years>(?:{_WESTERN_YEAR})(?:[{_DASHES}、和及與](?:{_WESTERN_YEAR}))*)"
    r"(?P<unit>[ ]?(?:年度|年(?!代)))"
)


def counted_from(form: DateForm, source: DateForm) -> YearCounter:
    """What changes the years of a text written for ``source`` into those of ``form``."""
    if form.years_since and not source.years_since:
        return YearCounter(_WESTERN, form.era, -form.years_since)
    if source.years_since and not form.years_since:
        era = re.escape(source.era)
        names = rf"(?:中華|中华)?(?:{era}|{era.replace('國', '国')})"
        pattern = re.compile(
            rf"{_QUOTED}|{names}(?P<after>)(?P<years>[0-9]{{1,3}}(?:[{_DASHES}、和及與][0-9]{{1,3}})*)"
            r"(?P<unit>[ ]?(?:年度|年(?!代)))"
        )
        return YearCounter(pattern, "", source.years_since)
    return YearCounter(None, "", 0)


class YearCounter:
    """Changes years in prose and remembers which.

    Args:
        pattern: Finds them, and quotations, in which nothing is changed; ``None`` for no change.
        era: What stands before a year, but not before a fiscal year (116年度).
        difference: What is added to a year.

    Attributes:
        changed: Old words → new words.
    """

    def __init__(self, pattern: re.Pattern[str] | None, era: str, difference: int) -> None:
        self._pattern = pattern
        self._era = era
        self._difference = difference
        self.changed: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        """``text`` with its years changed."""
        return text if self._pattern is None else self._pattern.sub(self._answer, text)

    def _answer(self, match: re.Match[str]) -> str:
        years, unit = match["years"], match["unit"]
        if years is None:
            return match[0]
        counted = [self._year(one) for one in _DIGIT.findall(years)]
        if not all(counted):
            return match[0]
        between = _DIGIT.split(years)
        new = "".join(a + b for a, b in zip(between, [*counted, ""], strict=True)) + unit
        # A fiscal year stands alone; the end of a span shares the name of the era.
        if not unit.endswith("度") and match["after"] is None:
            new = self._era + new
        self.changed[match[0]] = new
        return new

    def _year(self, written: str) -> str:
        """The year in the figures it was written in; empty before the era begins."""
        figures = written.translate(_ARABIC)
        year = int(figures) + self._difference
        if year < 1:
            return ""
        return str(year) if written == figures else str(year).translate(_CHINESE)


_ARABIC: Final = {
    **{ord(figure): str(value) for value, figure in enumerate(_FIGURES)},
    ord("○"): "0",
    ord("零"): "0",
}
_CHINESE: Final = {ord(str(value)): figure for value, figure in enumerate(_FIGURES)}
