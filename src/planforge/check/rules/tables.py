"""Tables and pictures (checks 48, 49 and 62)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.check.looks import half_points, has_hanzi, on_grid, size_name
from planforge.check.page_figures import ERROR, page_of
from planforge.check.roles import Role
from planforge.language import _
from planforge.ooxml.properties import child, is_on, local, number, value
from planforge.writers.docx.columns import MOST_COLUMNS

from .grid import grid_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.check.context import Context
    from planforge.check.document import Table
    from planforge.check.finding import Finding

_PICTURE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def rows_and_cells(context: Context) -> Iterator[Finding]:
    """Check 48: head repeated, rows kept whole, not wider than the block, letters of the style."""
    figures = context.style.table
    for table in _data_tables(context):
        if not is_on(child(table.rows[0], "trPr", "tblHeader")):
            yield context.finding(
                "PG048",
                _("the first row of the table is not repeated on every page"),
                table.place,
                by=(figures,),
                hint=_("Table Layout: repeat header rows"),
            )
        if not all(is_on(child(row, "trPr", "cantSplit")) for row in table.rows):
            yield context.finding(
                "PG048",
                _("rows of the table may break across pages"),
                table.place,
                by=(figures,),
                hint=_("Table Properties, Row: clear “allow row to break across pages”"),
            )
        across, _down = page_of(context.document.sections[table.section]).block
        if (width := table_width(table)) > across + ERROR:
            yield context.finding(
                "PG048",
                _("the table is wider than the text block"),
                table.place,
                by=(figures,),
                found=str(width),
                wanted=str(across),
            )
        yield from _cells(context, table)


def wide(context: Context) -> Iterator[Finding]:
    """Check 49: a table with many columns stands on a sheet on its side."""
    for table in _data_tables(context):
        page = page_of(context.document.sections[table.section])
        columns = max(_columns(table), default=0)
        if columns > MOST_COLUMNS and not page.landscape:
            yield context.finding(
                "PG049",
                _("a table of {count} columns stands on an upright page").format(count=columns),
                table.place,
                found=str(columns),
                wanted=str(MOST_COLUMNS),
                hint=_("put it into a section on its side"),
            )


def described(context: Context) -> Iterator[Finding]:
    """Check 62: tables and pictures have a description."""
    for table in _data_tables(context):
        properties = child(table.element, "tblPr")
        said = (child(properties, name) for name in ("tblCaption", "tblDescription"))
        if not any(value(one).strip() for one in said):
            yield context.finding(
                "PG062",
                _("the table has no description"),
                table.place,
                hint=_("Table Properties, Alt Text"),
            )
    root = context.document.package.part(context.document.package.main)
    for picture in root.iter(_PICTURE) if root is not None else ():
        if not (picture.get("descr", "").strip() or picture.get("title", "").strip()):
            yield context.finding("PG062", _("a picture has no description"))


def table_width(table: Table) -> int:
    """Width of a table in twips; that of its columns where it gives none itself."""
    said = child(table.element, "tblPr", "tblW")
    if value(said, "type") == "dxa" and number(value(said, "w")):
        return number(value(said, "w"))
    if value(said, "type") == "pct":
        return 0
    grid = child(table.element, "tblGrid")
    return sum(number(value(one, "w")) for one in grid) if grid is not None else 0


def _cells(context: Context, table: Table) -> Iterator[Finding]:
    text = context.style.text.table_text
    kind, _rows = grid_of(context.document.sections[table.section])
    wrong = [
        (one, run)
        for one in table.cells
        for run in one.runs
        if has_hanzi(run.text) and not text.size.accepts(half_points(run) * 10, 1)
    ]
    for one, run in wrong[:1]:
        found = size_name(half_points(run))
        yield context.finding(
            "PG048",
            _("the letters in the table are {found}, not {wanted}").format(
                found=found, wanted=size_name(text.size.half_points)
            ),
            one,
            by=(text, text.size),
            found=found,
            wanted=size_name(text.size.half_points),
        )
    for one in [one for one in table.cells if one.words and on_grid(one)][:1]:
        if kind not in {"", "default"} and not text.snap:
            yield context.finding(
                "PG048", _("the rows of the table stand on the document grid"), one, by=(text,)
            )


def _columns(table: Table) -> Iterator[int]:
    for row in table.rows:
        cells = [one for one in row if local(one) == "tc"]
        yield sum(max(number(value(child(one, "tcPr", "gridSpan")), 1), 1) for one in cells)


def _data_tables(context: Context) -> tuple[Table, ...]:
    """Tables that hold data; a single row or cell only holds things in place."""
    return tuple(
        table
        for table in context.document.tables
        if table.outer
        and len(table.rows) > 1
        and max(_columns(table), default=0) > 1
        and any(one.role is not Role.OTHER for one in table.cells)
    )
