"""The budget as a table with its total."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from .lines import one_line, paragraphs
from .tables import Field, table
from .words import money, value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planforge.model.sections import BudgetLine
    from planforge.regions import RegionWords

    from .tree import Table

_FIGURES: Final = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?", re.ASCII)
# One line is its own total.
_FEWEST_TO_ADD_UP: Final = 2


def budget(lines: Sequence[BudgetLine], region: RegionWords) -> Table:
    """The lines, and the row 合计 where every amount is a plain figure.

    A missing amount is quantity × price. Where one line has neither, a total would be wrong,
    so there is none.
    """
    labels = region.labels
    amounts = [amount(line) for line in lines]
    names = [one_line(line.item) for line in lines]
    words = [_in_words(line, region) for line in lines]
    known = [figure for figure in amounts if figure is not None]
    blank = [""] * len(lines)
    if len(known) == len(lines) >= _FEWEST_TO_ADD_UP:
        names.append(labels.total)
        words.append(money(sum(known, Decimal()), region))
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
    return money(computed, region)


def _filled(cells: list[str], blank: list[str]) -> list[str]:
    return [*cells, *blank[len(cells) :]]
