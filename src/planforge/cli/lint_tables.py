"""Tables of `planforge lint --statistics` and `planforge rule`, aligned for wide characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.language import _
from planforge.lint.manual import LEVELS, rule_name, severities
from planforge.lint.rules import find

from .layout import columns, pad

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.lint.statistics import Tally


def statistics(tally: Tally) -> str:
    """How often each rule found something, the most frequent first."""
    rows = [
        (
            str(row.number),
            row.code,
            _(LEVELS[row.severity]),
            rule_name(find(row.code)),
            _("--fix: {count}").format(count=row.fixable) if row.fixable else "",
        )
        for row in tally.rows()
    ]
    width = max((len(count) for count, *_others in rows), default=0)
    return _aligned([(count.rjust(width), *others) for count, *others in rows])


def rules(codes: Sequence[str]) -> str:
    """Rules with their names, and how bad a finding is in each preset."""
    levels = {code: severities(code) for code in codes}
    head = ("", "", *next(iter(levels.values()), ()))
    rows = [
        (code, rule_name(find(code)), *(_(LEVELS[level]) for level in of.values()))
        for code, of in levels.items()
    ]
    return _aligned([head, *rows])


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    lines = (map(pad, row, widths) for row in rows)
    return "".join("  ".join(cells).rstrip() + "\n" for cells in lines)
