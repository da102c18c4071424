"""The budget as a table with its total."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

from .lines import one_line, paragraphs
from .tables import Field, table
from .words import money, value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.model.sections import BudgetLine
    from planforge.regions import RegionWords

    from .tree import Table

_MYRIAD: Final = pattern("[万萬]")
_FIGURES: Final = pattern(r"\d+(?:,\d{3})*(?:\.\d+)?", re.ASCII)
# One line is its own total.
_FEWEST_TO_ADD_UP: Final = 2


def budget(lines: Sequence[BudgetLine], region: RegionWords) -> Table:
    """The lines, and the row 合计 where every amount is a plain figure.

    A missing amount is quantity × price. Where one line has neither, a total would be wrong,
    so there is none. Where every line is told in 万元, so is the total.
    """
    labels = region.labels
    amounts = [amount(line) for line in lines]
    names = [one_line(line.item) for line in lines]
    words = [_in_words(line, region) for line in lines]
    known = [figure for figure in amounts if figure is not None]
    blank = [""] * len(lines)
    if len(known) == len(lines) >= _FEWEST_TO_ADD_UP:
        names.append(labels.total)
        signs = [_myriad(line) for line in lines]
        words.append(money(sum(known, Decimal()), region, myriad=signs[0] if all(signs) else ""))
        blank = [""] * len(names)
    return table(
        (
            Field(labels.item, names),
            Field(labels.quantity, _filled([one_line(x.quantity) for x in lines], blank), "right"),
            Field(labels.price, _filled([value(x.price) for x in lines], blank), "right"),
            Field(labels.amount, words, "right"),
            Field(labels.source, _filled([one_line(x.source) for x in lines], blank)),
            Field(
                labels.remarks,
                _filled(["\n".join(paragraphs(x.remarks)) for x in lines], blank),
            ),
        )
    )


def amount(line: BudgetLine) -> Decimal | None:
    """What a line adds to the total, in the basic unit of the currency; ``None`` if unknown.

    An amount per head or per time is no total.
    """
    if line.amount is not None:
        return None if line.amount.per else line.amount.amount
    if line.price is None or line.price.amount is None:
        return None
    quantity = _quantity(line.quantity)
    return None if quantity is None else quantity * line.price.amount


def _quantity(text: str) -> Decimal | None:
    """The figure in ``20人``; ``None`` where there is none or more than one (20人×2次)."""
    figures = _FIGURES.findall(unicodedata.normalize("NFKC", text))
    return Decimal(figures[0].replace(",", "")) if len(figures) == 1 else None


def _in_words(line: BudgetLine, region: RegionWords) -> str:
    """The amount as the user wrote it, else as it was computed."""
    computed = amount(line)
    if line.amount is not None or computed is None:
        return value(line.amount)
    return money(computed, region, myriad=_myriad(line))


def _myriad(line: BudgetLine) -> str:
    """The 万 or 萬 that the user wrote in the amount, or in the price it is computed from."""
    sign = _MYRIAD.search(value(line.price if line.amount is None else line.amount))
    return sign[0] if sign else ""


def _filled(cells: list[str], blank: list[str]) -> list[str]:
    return [*cells, *blank[len(cells) :]]
