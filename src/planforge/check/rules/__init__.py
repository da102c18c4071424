"""The checks, one function each, by the number they have in the list of checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.check import catalogue

from . import (
    attachments,
    body,
    breaking,
    closing,
    footers,
    grid,
    headings,
    language,
    letters,
    numbers,
    page,
    parts,
    punctuation,
    schema,
    tables,
    title,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planforge.check.context import Context
    from planforge.check.finding import Finding
    from planforge.styles import Style

    Check = Callable[[Context], Iterator[Finding]]


class Rule(Struct, frozen=True):
    """One check.

    Attributes:
        code: ``PG`` and the number of the check.
        check: Yields what it finds.
    """

    code: str
    check: Check


CHECKS: Final[dict[str, Check]] = {
    "PG001": page.sheet,
    "PG002": page.margins,
    "PG003": page.margins_on_all_sides,
    "PG004": page.text_block,
    "PG005": grid.document_grid,
    "PG006": grid.row_pitch,
    "PG007": letters.letters,
    "PG008": letters.letters_and_rows,
    "PG009": body.first_line,
    "PG010": body.blanks,
    "PG011": title.looks,
    "PG012": title.looks_of_the_style,
    "PG013": title.punctuation,
    "PG015": headings.looks,
    "PG016": headings.list_levels,
    "PG017": numbers.sequence,
    "PG018": numbers.marks,
    "PG019": letters.fonts_are_named,
    "PG020": letters.shared_marks,
    "PG021": footers.odd_and_even,
    "PG022": footers.looks,
    "PG024": footers.centred,
    "PG025": footers.no_restart,
    "PG026": footers.mirrored,
    "PG037": parts.addressees,
    "PG038": attachments.note,
    "PG039": attachments.pages,
    "PG040": closing.signature,
    "PG041": closing.date,
    "PG042": closing.date_in_taiwan,
    "PG043": language.script,
    "PG044": words.taiwan,
    "PG045": punctuation.quotes,
    "PG046": punctuation.marks,
    "PG047": words.figures,
    "PG048": tables.rows_and_cells,
    "PG049": tables.wide,
    "PG051": language.tags,
    "PG052": parts.properties,
    "PG053": schema.order,
    "PG054": breaking.line_breaking,
    "PG055": breaking.page_breaking,
    "PG057": parts.contents,
    "PG058": parts.red,
    "PG062": tables.described,
}


def of(style: Style) -> tuple[Rule, ...]:
    """The checks that a style has, in the order of their numbers."""
    listed = catalogue.entries()
    return tuple(
        Rule(code, check)
        for code, check in CHECKS.items()
        if code in listed and style.profile in listed[code].styles
    )
