"""Values and names in the words of a region."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

from .lines import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from planforge.model.goal import Goal
    from planforge.model.value import Value
    from planforge.model.when import When
    from planforge.regions import RegionWords

_TYPED_IN_DIGITS: Final = pattern(r"[\d\s./-]+", re.ASCII)


def date(when: When | None, region: RegionWords) -> str:
    """A date as the region prints it; empty for ``None``.

    Only a date typed in digits (2027-01-08) takes the region's form. One typed in words stays
    as its author wrote it.
    """
    if when is None:
        return ""
    single = when.last_month is None and when.last_day is None
    if not (single and when.year and when.month and when.day):
        return one_line(when.in_words())
    if not _TYPED_IN_DIGITS.fullmatch(when.text):
        return one_line(when.in_words())
    form = region.date
    return form.pattern.format(year=when.year - form.years_since, month=when.month, day=when.day)


def value(given: Value | str | None) -> str:
    """A value in words in one line; empty for ``None``."""
    if given is None:
        return ""
    return one_line(given if isinstance(given, str) else given.in_words())


def goal(given: Goal | None, region: RegionWords) -> str:
    """A measured goal in words, in the script of the region; empty for ``None``."""
    return "" if given is None else one_line(given.in_words(traditional=region.script == "Hant"))


def money(amount: Decimal, region: RegionWords, *, myriad: str = "") -> str:
    """A computed sum: 12000元, 1250.5元, 1.2万元; never in exponents.

    Args:
        amount: In the basic unit of the currency.
        region: Whose currency is named.
        myriad: 万 or 萬, where the sum is told in tens of thousands; else empty.
    """
    digits = f"{amount.scaleb(-4) if myriad else amount:f}"
    plain = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return plain + myriad + region.currency


def names(given: Sequence[str], region: RegionWords) -> str:
    """Names in one line: 张村工会、李村工会."""
    return region.patterns.between_names.join(filter(None, map(one_line, given)))


def facts(pairs: Iterable[tuple[str, str]], region: RegionWords) -> str:
    """Facts as they stand behind a point: （责任人：组织部；期限：6月底前）.

    Args:
        pairs: Label and words; a fact without words is left out, one without a label stands as
            it is.
        region: Whose patterns are used.
    """
    patterns = region.patterns
    told = [
        patterns.fact.format(label=label, value=words) if label else words
        for label, words in pairs
        if words
    ]
    return patterns.facts.format(facts=patterns.between_facts.join(told)) if told else ""
